using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Wire;

/// <summary>An agency is credited by its name and with its notice.</summary>
[Trait("Category", "Database")]
public sealed class CreditTests(WirePaper paper) : IClassFixture<WirePaper>
{
    [Fact]
    public async Task An_agency_known_by_its_code_takes_its_name_once_it_signs_with_it()
    {
        await paper.Receive(Wires.Ninjs("code", more: [("byline", null), ("infosource", new JsonArray(new JsonObject { ["name"] = "Coast Wire" }))]));
        Assert.Equal("coast wire", await Name());
        await paper.Receive(Wires.Ninjs("name", more: [("byline", "Coast Wire")]));
        Assert.Equal("Coast Wire", await Name());
        await paper.Receive(Wires.Ninjs("code-again", more: [("byline", null), ("infosource", new JsonArray(new JsonObject { ["name"] = "Coast Wire" }))]));
        Assert.Equal("Coast Wire", await Name());

        Task<string> Name() => paper.InDb(async db => (await db.People.SingleAsync(p => p.Slug == "coast-wire")).Name.In("en"));
    }

    [Fact]
    public async Task Where_there_is_no_credit_line_the_copyright_notice_stands_at_the_end()
    {
        var filed = await paper.Last(Wires.Ninjs("notice", more: [("copyrightnotice", "Copyright 2023 Coast Wire")]));
        Assert.Contains("Copyright 2023 Coast Wire", await paper.Page("/" + filed.Path), StringComparison.Ordinal);
    }
}
