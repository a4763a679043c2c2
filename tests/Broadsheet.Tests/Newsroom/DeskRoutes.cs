using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Newsroom;

/// <summary>For each route with a key in it: an object of another desk, or why there can be none.</summary>
/// <param name="Route">The route as it was written, without a slash at its end.</param>
/// <param name="Foreign">Makes an object that the editor of City must not reach, and gives its key; null where there can be none.</param>
/// <param name="Reason">Why there can be none.</param>
public sealed partial record DeskRoutes(string Route, Func<NewsroomApp, Task<string>>? Foreign, string? Reason = null)
{
    /// <summary>Every feature adds its routes here; a route that is missing fails the test.</summary>
    public static IReadOnlyList<DeskRoutes> All { get; } =
    [
        WholeHouse("/newsroom/{**path}", "leads to nothing"),
        WholeHouse("/newsroom/photos/{id:guid}/{width:int}.jpg", "photos belong to the whole house"),
        .. new[] { "", "/draft", "/hold", "/take-over", "/discard", "/merged", "/work", "/spike", "/notes", "/revisions", "/publish", "/embargo", "/expire", "/take-back", "/preview", "/take-up" }
            .Select(part => new DeskRoutes($"/newsroom/articles/{{id:guid}}{part}", ArticleOfOpinion)),
        new("/newsroom/articles/{id:guid}/notes/{note:guid}", ArticleOfOpinion),
        new("/newsroom/articles/{id:guid}/unschedule/{appointment:guid}", ArticleOfOpinion),
        new("/newsroom/account/passkeys/{key}/name", app => Passkey(app)),
        new("/newsroom/account/passkeys/{key}/remove", app => Passkey(app)),
        new("/newsroom/account/sessions/{id:long}/end", app => Session(app)),
        WholeHouse("/newsroom/people/{id:long}", "asks for the right everywhere"),
        WholeHouse("/newsroom/people/{id:long}/link", "asks for the right everywhere"),
        WholeHouse("/newsroom/people/{id:long}/off", "asks for the right everywhere"),
        WholeHouse("/newsroom/people/{id:long}/on", "asks for the right everywhere"),
        WholeHouse("/newsroom/people/{id:long}/roles", "asks for the right everywhere"),
        WholeHouse("/newsroom/people/{id:long}/roles/take", "asks for the right everywhere"),
        WholeHouse("/newsroom/people/mail/{id:long}/again", "asks for the right everywhere"),
    ];

    private static async Task<string> Session(NewsroomApp app)
    {
        using var other = await app.SignIn(StaffRole.Reporter, "national");
        return (await app.InDb(db => db.StaffSessions.SingleAsync(s => s.LoginId == other.LoginId))).Id.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string> Passkey(NewsroomApp app)
    {
        using var other = await app.SignIn(StaffRole.Reporter, "national");
        var credential = RandomNumberGenerator.GetBytes(16);
        await app.Change(async db => await db.AddAsync(new IdentityUserPasskey<long>
        {
            UserId = other.LoginId,
            CredentialId = credential,
            Data = new() { PublicKey = [1], Name = "Key", CreatedAt = app.Clock.GetUtcNow(), AttestationObject = [1], ClientDataJson = [1], Transports = [] },
        }));
        return Base64Url.EncodeToString(credential);
    }

    /// <summary>A route whose objects belong to no desk: its right must hold everywhere, or everybody may see it.</summary>
    private static DeskRoutes WholeHouse(string route, string reason) => new(route, null, reason);

    /// <summary>A route with its places filled in.</summary>
    public static string Fill(string route, string key) => Place().Replace(route, key);

    /// <summary>True for a route with a place in it.</summary>
    public static bool HasKey(string route) => Place().IsMatch(route);

    // Of the desk of opinion, which the editor of City may not read.
    private static async Task<string> ArticleOfOpinion(NewsroomApp app)
    {
        var id = Guid.Empty;
        await app.Change(async db =>
        {
            var section = await db.Sections.Where(s => s.Path == "opinion").Select(s => s.Id).SingleAsync();
            id = (await new DeskWork(db, app.Clock.GetUtcNow()).Begin("en", new Manuscript { Headline = "A column of another desk", Body = "<p>Text.</p>", SectionId = section }, null, CancellationToken.None)).Article.PublicId;
        });
        return id.ToString();
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
