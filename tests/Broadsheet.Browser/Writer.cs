using Broadsheet.Core.Articles;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Browser;

/// <summary>Somebody who writes an article in the editor.</summary>
public sealed class Writer(Reader reader) : IAsyncDisposable
{
    /// <summary>The page.</summary>
    public IPage Page => reader.Page;

    /// <summary>What went wrong in the page.</summary>
    public List<string> Faults => reader.Faults;

    /// <summary>The text that is written.</summary>
    public ILocator Text => Page.Locator(".editor-page [role=textbox]");

    /// <summary>The keyboard.</summary>
    public IKeyboard Keys => Page.Keyboard;

    /// <summary>The strip under the tools that is open.</summary>
    public ILocator Panel => Page.Locator(".editor-panel:not([hidden])");

    /// <summary>What the form would send now.</summary>
    public Task<string> Body() => Page.Locator("textarea[name=body]").InputValueAsync();

    /// <summary>The body becomes this, and is canonical already.</summary>
    public async Task Has(string body)
    {
        await Assertions.Expect(Page.Locator("textarea[name=body]")).ToHaveValueAsync(body);
        Assert.Equal(body, BodyDialect.Normalise(body));
    }

    /// <summary>Presses keys, one after the other.</summary>
    public async Task Press(params string[] keys)
    {
        foreach (var key in keys) await Keys.PressAsync(key);
    }

    /// <summary>Selects the given words.</summary>
    public Task Select(string words) => Text.EvaluateAsync(
        """
        (root, words) => {
          const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode());) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            root.focus();
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
            return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          }
          throw new Error('No such words.');
        }
        """, words);

    /// <summary>Pastes what another program put on the clipboard.</summary>
    public Task Paste(string? html, string? text) => Text.EvaluateAsync(
        """
        (root, [html, text]) => {
          const data = new DataTransfer();
          if (html) data.setData('text/html', html);
          if (text) data.setData('text/plain', text);
          root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, new[] { html, text });

    /// <summary>Drops files on the first such element of the text.</summary>
    public Task Drop(string on, byte[] content, params string[] names) => Text.Locator(on).First.EvaluateAsync(
        """
        (target, [content, names]) => {
          const data = new DataTransfer();
          const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));
          for (const name of names.split('|')) data.items.add(new File([bytes], name, { type: name.endsWith('.txt') ? 'text/plain' : 'image/png' }));
          const { left, top } = target.getBoundingClientRect();
          target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, clientX: left + 4, clientY: top + 4 }));
        }
        """, new[] { Convert.ToBase64String(content), string.Join('|', names) });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => reader.DisposeAsync();
}
