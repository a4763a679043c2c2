import { load, nextSize, save, type Theme } from './settings';

const systemTheme = matchMedia('(prefers-color-scheme: dark)');

/** The theme that is seen now. */
function theme(): Theme {
  return load().theme ?? (systemTheme.matches ? 'dark' : 'light');
}

/**
 * A row of quiet buttons: <button data-tool="print|size|theme|copy|share">.
 * What happened is said in its <span role="status">, with the words that the page brings along in data attributes.
 */
export class ReaderTools extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const tool = (event.target as Element).closest<HTMLElement>('[data-tool]');
      if (tool) void this.use(tool);
    });
    systemTheme.addEventListener('change', () => this.mark());
    this.mark();
  }

  private async use(tool: HTMLElement): Promise<void> {
    switch (tool.dataset.tool) {
      case 'print':
        print();
        break;
      case 'size': {
        const size = nextSize(load().size);
        save({ ...load(), size });
        this.say(tool.dataset[size]);
        break;
      }
      case 'theme':
        save({ ...load(), theme: theme() === 'dark' ? 'light' : 'dark' });
        document.querySelectorAll<ReaderTools>('reader-tools').forEach((tools) => tools.mark());
        break;
      case 'copy':
        await navigator.clipboard.writeText(this.dataset.href ?? location.href).then(
          () => this.say(tool.dataset.done),
          () => this.say(tool.dataset.failed));
        break;
      case 'share':
        // A reader who closes the sheet has changed their mind; there is nothing to say.
        await navigator.share({ title: document.title, url: this.dataset.href ?? location.href }).catch(() => undefined);
        break;
    }
  }

  /** Shows which theme is on. */
  mark(): void {
    this.querySelector('[data-tool=theme]')?.setAttribute('aria-pressed', String(theme() === 'dark'));
  }

  private say(words: string | undefined): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words ?? '';
  }
}
