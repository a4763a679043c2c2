interface Kept { at: string; fields: [string, string][] }

const pause = 3000;
const sign = 20000;

/**
 * Keeps what is typed in the editor's form: every few seconds on the server, and in this browser while the network is gone.
 * Says who else has the article open. Without script the form is a plain form.
 */
export class DeskForm extends HTMLElement {
  private timer = 0;
  private pulse = 0;
  private sent = '';

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  private get said(): HTMLOutputElement | null {
    return this.querySelector<HTMLOutputElement>('output.kept');
  }

  private get key(): string {
    return `draft:${this.dataset.draft}`;
  }

  connectedCallback(): void {
    if (!this.form.querySelector('.save-bar')) return;
    this.sent = this.fields();
    this.addEventListener('input', () => this.later());
    this.addEventListener('body-change', () => this.later());
    this.form.addEventListener('submit', () => { clearTimeout(this.timer); localStorage.removeItem(this.key); });
    this.addEventListener('keydown', event => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
      event.preventDefault();
      this.form.requestSubmit();
    });
    this.measure();
    this.offer();
    void this.hold();
    this.pulse = window.setInterval(() => void this.hold(), sign);
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
    clearInterval(this.pulse);
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.keep(), pause);
  }

  private fields(): string {
    const all = [...new FormData(this.form)].filter(([name, value]) => typeof value === 'string' && name !== '__RequestVerificationToken');
    return JSON.stringify(all);
  }

  private async keep(): Promise<void> {
    const now = this.fields();
    if (now === this.sent) return;
    try {
      const answer = await fetch(this.dataset.draft!, { method: 'POST', body: new URLSearchParams([...new FormData(this.form)] as [string, string][]), headers: { Accept: 'application/json' } });
      if (answer.status === 422) {
        // Something typed does not fit: the server says what, this browser keeps all of it.
        this.keepHere(now);
        return this.say(((await answer.json()) as { detail: string }).detail);
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const kept = (await answer.json()) as { head: number; at: string };
      this.sent = now;
      localStorage.removeItem(this.key);
      this.say(this.fill('kept', kept.at));
      const base = Number(this.form.querySelector<HTMLInputElement>('[name=base]')!.value);
      if (kept.head > base) this.say(this.dataset.newer!);
    } catch {
      // The network is gone, or the session: what was typed stays in this browser until the server has it.
      this.keepHere(now);
      this.say(this.dataset.offline!);
      this.later();
    }
  }

  private keepHere(fields: string): void {
    localStorage.setItem(this.key, JSON.stringify({ at: new Date().toISOString(), fields: JSON.parse(fields) } satisfies Kept));
  }

  /** What this browser kept while the server could not be reached is offered, never put in by itself. */
  private offer(): void {
    const text = localStorage.getItem(this.key);
    if (!text) return;
    const kept = JSON.parse(text) as Kept;
    if (JSON.stringify(kept.fields) === this.sent) return localStorage.removeItem(this.key);
    const box = document.createElement('div');
    box.className = 'said';
    box.setAttribute('role', 'status');
    const words = document.createElement('p');
    words.textContent = this.fill('local', new Date(kept.at).toLocaleString(document.documentElement.lang));
    const take = document.createElement('button');
    take.type = 'button';
    take.className = 'button';
    take.textContent = this.dataset.take!;
    take.addEventListener('click', () => {
      for (const [name, value] of kept.fields) {
        const field = this.form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`);
        if (!field || name === 'base' || field.type === 'checkbox') continue;
        const editor = field.closest('body-editor') as (HTMLElement & { value: string }) | null;
        if (editor) editor.value = value;
        else if (this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`).length === 1) field.value = value;
      }
      box.remove();
      this.later();
    });
    box.append(words, take);
    this.form.before(box);
  }

  private async hold(): Promise<void> {
    try {
      const token = this.form.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')!;
      const answer = await fetch(this.dataset.hold!, { method: 'POST', body: new URLSearchParams({ [token.name]: token.value }), headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      const told = (await answer.json()) as { holder: string | null };
      if (told.holder) this.say(this.fill('taken', told.holder));
    } catch {
      // Tried again at the next sign of life.
    }
  }

  /** Lengths beside their fields, and the previews of search result and card. */
  private measure(): void {
    for (const field of this.form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-limit]')) {
      const shown = document.createElement('span');
      shown.className = 'length';
      field.after(shown);
      const count = () => {
        const length = [...field.value].length;
        shown.textContent = `${length} / ${field.dataset.limit}`;
        shown.classList.toggle('long', length > Number(field.dataset.limit));
      };
      field.addEventListener('input', count);
      count();
    }
    for (const place of this.form.querySelectorAll<HTMLElement>('[data-shows]')) {
      const fields = place.dataset.shows!.split(' ').map(name => this.form.querySelector<HTMLInputElement>(`[name="${name}"]`)!);
      for (const field of fields) field.addEventListener('input', () => { place.textContent = fields.map(f => f.value).find(v => v) ?? ''; });
    }
  }

  private fill(key: string, value: string): string {
    return (this.dataset[key] ?? '').replace('{0}', value);
  }

  private say(words: string): void {
    if (this.said) this.said.textContent = words;
  }
}
