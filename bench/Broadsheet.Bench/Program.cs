using System.Globalization;
using Broadsheet.Bench;
using Broadsheet.Bench.Archive;
using Broadsheet.Bench.Pages;

switch (args)
{
    case ["archive", var count, var folder]: await ArchiveCommand.Run(int.Parse(count, CultureInfo.InvariantCulture), folder, null); return 0;
    case ["archive", var count, var folder, var connection]: await ArchiveCommand.Run(int.Parse(count, CultureInfo.InvariantCulture), folder, connection); return 0;
    case ["search", var folder, var queries]: await SearchCommand.Run(folder, int.Parse(queries, CultureInfo.InvariantCulture)); return 0;
    case ["search", var folder]: await SearchCommand.Run(folder, 300); return 0;
    case ["pages", var folder]: await PageTimes.Run(folder); return 0;
    case ["renders", var folder]: await Renders.Run(folder, 3); return 0;
    case ["table", var results]: PageReport.Table(results); return 0;
    case ["picture", var results, var picture]: PageReport.Picture(results, picture); return 0;
    case ["readings"]: await ReadingsCommand.Run(); return 0;
    default:
        Console.Error.WriteLine("archive COUNT FOLDER [CONNECTION] | pages FOLDER | renders FOLDER | search FOLDER [QUERIES] | readings | table RESULTS | picture RESULTS FILE.png");
        return 2;
}
