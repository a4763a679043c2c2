using System.CommandLine;
using Broadsheet.Web.Commands;

var root = new RootCommand("Broadsheet: a newspaper in one program.")
{
    ServeCommand.Make(),
    DemoCommand.Make(),
    ImportCommand.Make(),
    BackupCommand.Make(),
    RestoreCommand.Make(),
    CheckCommand.Make(),
    SearchCommand.Make(),
    UserCommand.Make(),
};
return await CommandLine.Run(root, args);
