using System.Globalization;
using Broadsheet.Bench;
using Broadsheet.Bench.Archive;

switch (args)
{
    case ["archive", var count, var folder]: await ArchiveCommand.Run(int.Parse(count, CultureInfo.InvariantCulture), folder, null); return 0;
    case ["archive", var count, var folder, var connection]: await ArchiveCommand.Run(int.Parse(count, CultureInfo.InvariantCulture), folder, connection); return 0;
    case ["search", var folder]: await SearchCommand.Run(folder, 300); return 0;
    case ["readings"]: await ReadingsCommand.Run(); return 0;
    default:
        Console.Error.WriteLine("archive COUNT FOLDER [CONNECTION] | search FOLDER | readings");
        return 2;
}
