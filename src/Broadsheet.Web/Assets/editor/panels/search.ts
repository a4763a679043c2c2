import { button, el, field } from '../dom';
import { Panel, type Desk } from './panel';

/** A field that searches an address of the newspaper, and what it found. */
export abstract class SearchPanel<T> extends Panel {
  private readonly input: HTMLInputElement;
  private readonly results = el('ul', { class: 'results' });
  private readonly status = el('p', { class: 'count', role: 'status' });
  private asked = 0;

  constructor(desk: Desk, name: string, label: string) {
    super(desk, name);
    const { box, input } = field(label, { type: 'search' }, () => void this.search());
    this.input = input;
    this.box.append(box, button(desk.t('search'), () => void this.search()), this.closer(), this.status, this.results);
  }

  protected opened(): void {
    this.input.focus();
    this.input.select();
    void this.search();
  }

  /** What a search gives; an empty one gives the newest. */
  protected abstract find(words: string): Promise<T[]>;

  /** A result as it is shown, with what takes it. */
  protected abstract show(result: T): Node;

  private async search(): Promise<void> {
    const { t } = this.desk;
    const mine = ++this.asked;
    this.status.textContent = t('loading');
    let found: T[] = [];
    let words = '';
    try {
      found = await this.find(this.input.value.trim());
      if (found.length === 0) words = t('noResults');
    } catch {
      words = t('failed');
    }
    if (mine !== this.asked) return;
    this.status.textContent = words;
    this.results.replaceChildren(...found.map(result => el('li', {}, this.show(result))));
  }
}
