using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>The editor as somebody uses it who writes for a newspaper: keyboard, tools, find and replace, undo.</summary>
public sealed class EditorTests(SampleSite browser, EditorSite site) : IClassFixture<EditorSite>
{
    [Fact]
    public async Task An_article_is_written_by_keyboard_alone()
    {
        await using var writer = await site.Open(browser);
        await writer.Text.FocusAsync();
        await writer.Keys.TypeAsync("The council voted 14 to 9");
        await writer.Press("Enter", "Control+Alt+2");
        await writer.Keys.TypeAsync("What was \"decided\"");
        await writer.Press("Enter");
        await writer.Keys.TypeAsync("A ");
        await writer.Press("Control+b");
        await writer.Keys.TypeAsync("strong");
        await writer.Press("Control+b");
        await writer.Keys.TypeAsync(" word, an ");
        await writer.Press("Control+i");
        await writer.Keys.TypeAsync("emphasis");
        await writer.Press("Control+i");
        await writer.Keys.TypeAsync(", 10");
        await writer.Press("Control+Shift+Space");
        await writer.Keys.TypeAsync("km");
        await writer.Press("Shift+Enter");
        await writer.Keys.TypeAsync("and a line");
        await writer.Press("Enter", "Control+Shift+8");
        await writer.Keys.TypeAsync("one");
        await writer.Press("Enter", "Tab");
        await writer.Keys.TypeAsync("inner");
        await writer.Press("Enter", "Shift+Tab");
        await writer.Keys.TypeAsync("two");
        await writer.Press("Enter", "Enter", "Control+Shift+9");
        await writer.Keys.TypeAsync("'We could not wait,' she said");
        await writer.Press("Enter", "Enter", "Control+Shift+7");
        await writer.Keys.TypeAsync("first");
        await writer.Has("<p>The council voted 14 to 9</p>\n<h2>What was “decided”</h2>\n<p>A <strong>strong</strong> word, an <em>emphasis</em>, 10\u00A0km<br>and a line</p>\n" +
            "<ul><li><p>one</p><ul><li>inner</li></ul></li><li>two</li></ul>\n<blockquote><p>‘We could not wait,’ she said</p></blockquote>\n<ol><li>first</li></ol>");
        Assert.Empty(writer.Faults);
        Assert.StartsWith("Words: ", await writer.Page.Locator(".editor-count").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_stays_as_it_is_until_somebody_writes_and_a_plain_form_sends_the_newest()
    {
        const string body = "<p>a <em>b</em><em>c</em></p>\n<table><tbody><tr><td>ragged</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>";
        await using var writer = await site.Open(browser, body);
        Assert.Equal(body, await writer.Body());
        await writer.Text.Locator("p").First.ClickAsync();
        await writer.Press("End");
        await writer.Keys.TypeAsync("!");
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        Assert.Equal("<p>a <em>b</em><em>c!</em></p>\n" + body.Split('\n')[1], await writer.Page.Locator("body").InnerTextAsync());
    }

    [Fact]
    public async Task Without_script_the_field_itself_is_there()
    {
        await using var writer = await site.Open(browser, "<p>a</p>", change: o => o.JavaScriptEnabled = false);
        await writer.Page.Locator("textarea").FillAsync("<p>b</p>");
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        Assert.Equal("<p>b</p>", await writer.Page.Locator("body").InnerTextAsync());
    }

    [Fact]
    public async Task A_link_is_set_checked_changed_and_taken_away()
    {
        await using var writer = await site.Open(browser, "<p>Read the plan here</p>");
        await writer.Select("plan");
        await writer.Press("Control+k");
        await writer.Keys.TypeAsync("javascript:alert(1)");
        await writer.Press("Enter");
        await Assertions.Expect(writer.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("A link leads to");
        await writer.Panel.GetByLabel("Address of the link").FillAsync("example.com/plan");
        await writer.Press("Enter");
        await writer.Has("<p>Read the <a href=\"https://example.com/plan\">plan</a> here</p>");
        await writer.Press("Control+k");
        Assert.Equal("https://example.com/plan", await writer.Panel.GetByLabel("Address of the link").InputValueAsync());
        await writer.Panel.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await writer.Has("<p>Read the plan here</p>");
        await Assertions.Expect(writer.Text).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Quotation_marks_are_undone_by_Backspace_and_by_one_step_back()
    {
        await using var writer = await site.Open(browser);
        await writer.Text.FocusAsync();
        await writer.Keys.TypeAsync("5'");
        await writer.Has("<p>5’</p>");
        await writer.Press("Backspace");
        await writer.Has("<p>5'</p>");
        await writer.Keys.TypeAsync(" a\"");
        await writer.Has("<p>5' a”</p>");
        await writer.Press("Control+z");
        await writer.Has("<p>5' a\"</p>");
        await writer.Press("Control+y");
        await writer.Has("<p>5' a”</p>");
        await writer.Press("Control+z", "Control+z", "Control+z", "Control+z");
        await writer.Has("");
    }

    [Fact]
    public async Task Korean_is_composed_and_typographic_marks_leave_it_alone()
    {
        await using var writer = await site.Open(browser, language: "ko", page: "ko");
        var devtools = await writer.Page.Context.NewCDPSessionAsync(writer.Page);
        async Task Compose(params string[] steps)
        {
            foreach (var step in steps) await devtools.SendAsync("Input.imeSetComposition", new() { ["text"] = step, ["selectionStart"] = step.Length, ["selectionEnd"] = step.Length });
            await devtools.SendAsync("Input.insertText", new() { ["text"] = steps[^1] });
        }
        await writer.Text.FocusAsync();
        await writer.Keys.TypeAsync("\"");
        await Compose("ㅎ", "하", "한", "한ㄱ", "한구", "한국");
        await writer.Keys.TypeAsync("\"");
        await Compose("ㅇ", "이", "은");
        await writer.Keys.TypeAsync(" '");
        await Compose("ㅈ", "조", "좋", "좋ㄷ", "좋다");
        await writer.Keys.TypeAsync("'");
        await Compose("ㄱ", "고");
        await writer.Has("<p>“한국”은 ‘좋다’고</p>");
        // Inside a word, and in emphasis.
        await writer.Select("국");
        await writer.Press("Control+b", "ArrowRight");
        await Compose("ㅁ", "미", "민");
        await writer.Has("<p>“한<strong>국민</strong>”은 ‘좋다’고</p>");
        Assert.Equal("ko", await writer.Text.GetAttributeAsync("lang"));
        Assert.StartsWith("낱말", await writer.Page.Locator(".editor-count").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_found_counted_and_replaced_and_one_step_undoes_all()
    {
        const string body = "<p>The sea, the <em>Sea</em> and the season</p>\n<ul><li>sea</li></ul>";
        await using var writer = await site.Open(browser, body);
        await writer.Text.FocusAsync();
        await writer.Press("Control+Home", "Control+f");
        await writer.Keys.TypeAsync("sea");
        await Assertions.Expect(writer.Panel.Locator("output")).ToHaveTextAsync("1 of 4");
        Assert.Equal(4, await writer.Text.Locator(".sought").CountAsync());
        await writer.Press("Enter");
        await Assertions.Expect(writer.Panel.Locator("output")).ToHaveTextAsync("2 of 4");
        await writer.Panel.GetByLabel("Whole words").CheckAsync();
        await writer.Panel.GetByLabel("Match case").CheckAsync();
        await Assertions.Expect(writer.Panel.Locator("output")).ToContainTextAsync("of 2");
        await writer.Panel.GetByLabel("Match case").UncheckAsync();
        await writer.Panel.GetByLabel("Replace with").FillAsync("ocean");
        await writer.Panel.GetByRole(AriaRole.Button, new() { Name = "Replace all" }).ClickAsync();
        await writer.Has("<p>The ocean, the <em>ocean</em> and the season</p>\n<ul><li>ocean</li></ul>");
        await writer.Press("Escape", "Control+z");
        await writer.Has(body);
        Assert.Equal(0, await writer.Text.Locator(".sought").CountAsync());
    }

    [Fact]
    public async Task Selected_words_get_a_language_and_so_does_a_paragraph()
    {
        await using var writer = await site.Open(browser, "<p>The word Angst is German</p>\n<p>둘째</p>");
        await writer.Select("Angst");
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Words" }).ClickAsync();
        await writer.Page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "Language" }).ClickAsync();
        await writer.Keys.TypeAsync("german");
        await writer.Press("Enter");
        await Assertions.Expect(writer.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("no language tag");
        await writer.Panel.GetByRole(AriaRole.Combobox).FillAsync("DE");
        await writer.Press("Enter");
        await writer.Has("<p>The word <span lang=\"de\">Angst</span> is German</p>\n<p>둘째</p>");
    }
}
