using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>The newsroom's door in a real browser, with an authenticator that the browser pretends to have.</summary>
public sealed class PasskeyTests(SampleSite browser, NewsroomSite site) : IClassFixture<NewsroomSite>
{
    [Fact]
    public async Task A_new_newspaper_is_set_up_its_people_invited_and_both_come_back_with_passkeys()
    {
        await using var admin = await Open();
        var page = admin.Page;
        await page.GotoAsync(site.SetUp);
        await Look(page, "set-up");
        await page.GetByLabel("E-mail address").FillAsync("first@paper.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Settle(page, "Na Yul");
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("The passkey is made. It signs you in from now on.");

        await page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await Look(page, "people");
        await page.GetByRole(AriaRole.Link, new() { Name = "Invite somebody" }).ClickAsync();
        await Look(page, "invite");
        await page.GetByLabel("E-mail address").FillAsync("second@paper.example");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Do Jin");
        await page.GetByLabel("Role").SelectOptionAsync("editor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Look(page, "colleague");
        var link = await page.Locator("#fresh-link").InputValueAsync();

        await using var editor = await Open();
        await editor.Page.GotoAsync(link);
        await Look(editor.Page, "link");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Settle(editor.Page, "Do Jin");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Look(editor.Page, "sign-in");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await editor.Page.WaitForURLAsync("**/newsroom");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Do Jin" }).ClickAsync();
        await Look(editor.Page, "account");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Set a password" }).ClickAsync();
        await Look(editor.Page, "password");
        await editor.Page.GotoAsync("/newsroom/prove?return=/newsroom/account");
        await Look(editor.Page, "prove");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Heading, new() { Name = "Your account" }).WaitForAsync();
        await editor.Page.GotoAsync("/newsroom/people");
        await Look(editor.Page, "missing-right");

        Assert.Empty(admin.Faults);
        Assert.DoesNotContain(editor.Faults, f => !f.Contains("403 (Forbidden)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_script_the_door_offers_the_password_and_no_passkey()
    {
        await using var reader = await browser.Open(o => (o.BaseURL, o.JavaScriptEnabled) = (site.Address, false));
        await reader.Page.GotoAsync("/newsroom");
        Assert.True(await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with password" }).IsVisibleAsync());
        Assert.False(await reader.Page.GetByText("Sign in with a passkey").IsVisibleAsync());
    }

    private async Task<Reader> Open()
    {
        var reader = await browser.Open(o => o.BaseURL = site.Address);
        var devtools = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        return reader;
    }

    // Says name and language, and makes a passkey.
    private static async Task Settle(IPage page, string name)
    {
        await page.WaitForURLAsync("**/newsroom/welcome");
        await Look(page, "welcome");
        await page.GetByLabel("Name (English)").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).WaitForAsync();
        await Look(page, "way-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/newsroom");
    }

    // Axe in both themes, no scrolling sideways on a phone, a picture of each.
    private static async Task Look(IPage page, string name)
    {
        foreach (var (width, height, size) in new[] { (390, 844, "phone"), (1280, 900, "desktop") })
        {
            await page.SetViewportSizeAsync(width, height);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            foreach (var theme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                var result = await page.RunAxe();
                Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{name} {size} {theme}: {v.Id}: {n.Html}"))));
                await page.ScreenshotAsync(new() { Path = Path.Combine(SampleSite.Pictures, $"newsroom-{name}-{size}-{(theme == ColorScheme.Dark ? "dark" : "light")}.png"), FullPage = true });
            }
        }
    }
}
