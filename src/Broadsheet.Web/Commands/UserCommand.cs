using System.CommandLine;
using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;

namespace Broadsheet.Web.Commands;

/// <summary><c>broadsheet user add</c>: takes somebody into the newsroom, or gives them a fresh link.</summary>
internal static class UserCommand
{
    internal static Command Make()
    {
        var address = new Argument<string>("EMAIL") { Description = "The address that they sign in with" };
        var role = new Option<string>("--role") { Description = $"What they are: {string.Join(", ", RoleNames.All)}", Required = true };
        var section = new Option<string?>("--section") { Description = "Path of the section whose desk they are of; without it the role holds everywhere" };
        var name = new Option<string?>("--name") { Description = "Their name, until they say it themselves" };
        var data = CommandLine.Data();
        var add = new Command("add", "Takes somebody into the newsroom and prints a link that signs them in once") { address, role, section, name, data };
        add.SetAction((parsed, ct) => Add(DataFolder.Open(parsed.GetValue(data)!), parsed.GetValue(address)!, parsed.GetValue(role)!, parsed.GetValue(section), parsed.GetValue(name), ct));
        return new("user", "People of the newsroom") { add };
    }

    private static async Task<int> Add(DataFolder data, string address, string role, string? section, string? name, CancellationToken ct)
    {
        if (!StaffDesk.IsAddress(address)) throw new UsageException($"user add {address}: that is no e-mail address.");
        if (RoleNames.Find(role) is not { } given) throw new UsageException($"--role {role}: there is no such role. There are: {string.Join(", ", RoleNames.All)}.");
        await using var services = Tools.Services(data);
        await ServeCommand.Prepare(services, ct);
        if (section is not null) await Tools.NeedSection(services, section, ct);
        var link = await Link(services, address, name, (desk, login, tree) => desk.Give(login, given, section is null ? null : tree.At(section)!.Id, ct), ct);
        await Console.Error.WriteLineAsync($"A link that signs {address} in once, within {services.GetRequiredService<StaffOptions>().LinkHours} hours:");
        Console.WriteLine(link);
        return CommandLine.Ok;
    }

    /// <summary>Takes somebody in where they are not yet, and makes a link.</summary>
    internal static async Task<string> Link(IServiceProvider services, string address, string? name, Func<StaffDesk, StaffLogin, SectionTree, Task> grant, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, site) = (scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), scope.ServiceProvider.GetRequiredService<SiteOptions>());
        var now = Moment.Cut(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        var key = "";
        await db.Write(
            async () =>
            {
                var desk = new StaffDesk(db, now, null);
                var login = await desk.Find(address, ct) ?? await desk.Add(address, name, site.LanguageList[0], ct);
                if (login.DisabledAt is not null) throw new UsageException($"{address} is switched off. An administrator switches it on again on the newsroom's page of people.");
                await grant(desk, login, await SectionTree.Load(db, ct));
                key = await desk.MakeLink(login, TimeSpan.FromHours(scope.ServiceProvider.GetRequiredService<StaffOptions>().LinkHours), ct);
            },
            ct);
        return site.Absolute(NewsroomPaths.Link(key));
    }
}
