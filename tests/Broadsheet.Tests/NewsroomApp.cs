using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests;

/// <summary>The small named newspaper with people at work in it, who come in by the real pages.</summary>
public class NewsroomApp : World
{
    /// <summary>A password that is good enough.</summary>
    public const string Password = "three cranes over the quay";

    private int _people;

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, object> Settings => new Dictionary<string, object>
    {
        // A test is one address from which a whole newsroom signs in.
        ["Staff"] = new { AttemptsPerMinute = 1_000_000 },
    };

    /// <summary>Somebody with their own browser, who has not signed in.</summary>
    public StaffClient Stranger() => new(Address);

    /// <summary>Takes somebody in and gives the address of their one-time link.</summary>
    /// <param name="role">What they are.</param>
    /// <param name="section">Path of their desk; null for all.</param>
    /// <param name="address">Their address.</param>
    public async Task<string> Invite(StaffRole role, string? section, string address)
    {
        var key = "";
        await Change(async db =>
        {
            var desk = new StaffDesk(db, Clock.GetUtcNow(), null);
            var login = await desk.Find(address, CancellationToken.None) ?? await desk.Add(address, null, "en", CancellationToken.None);
            await desk.Give(login, role, section is null ? null : (await SectionTree.Load(db, CancellationToken.None)).At(section)!.Id, CancellationToken.None);
            key = await new StaffLinks(db).Make(login.Id, Clock.GetUtcNow(), TimeSpan.FromHours(72), CancellationToken.None);
        });
        return $"/newsroom/link?key={key}";
    }

    /// <summary>Somebody who has come in by a link, said name and language, and set a password with an app.</summary>
    /// <param name="role">What they are.</param>
    /// <param name="section">Path of their desk; null for all.</param>
    /// <param name="address">Their address; null for one of their own.</param>
    /// <param name="language">Language of their pages.</param>
    public async Task<StaffClient> SignIn(StaffRole role, string? section = null, string? address = null, string language = "en")
    {
        var client = new StaffClient(Address) { Email = address ?? $"person{Interlocked.Increment(ref _people)}@paper.example" };
        await client.Send(await Invite(role, section, client.Email));
        await client.Send("/newsroom/welcome", ("name-en", $"Person {_people}"), ("name-ko", $"사람 {_people}"), ("language", language));
        var answer = await client.SetPassword(Password, Clock.GetUtcNow());
        Assert.Equal((303, "/newsroom/account/codes"), (answer.Status, answer.Location));
        (client.LoginId, client.PersonId) = await InDb(async db =>
        {
            var login = await db.StaffLogins.SingleAsync(l => l.Email == client.Email);
            return (login.Id, login.PersonId);
        });
        return client;
    }

    /// <summary>The key of a section.</summary>
    public Task<long> Section(string path) => InDb(db => db.Sections.Where(s => s.Path == path).Select(s => s.Id).SingleAsync());
}
