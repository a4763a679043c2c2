import type { Editor } from '@tiptap/core';
import { button, el } from '../dom';
import type { Texts } from '../texts';

/** What a panel has to do with. */
export interface Desk { editor: Editor; t: Texts; say: (words: string) => void }

/** A strip under the toolbar: nothing covers the text. Escape closes it and goes back to the text. */
export abstract class Panel {
  readonly box: HTMLElement;
  private static shown: WeakMap<Editor, Panel> = new WeakMap();

  constructor(protected readonly desk: Desk, name: string) {
    this.box = el('div', { class: 'editor-panel', role: 'group', 'aria-label': name, hidden: true });
    this.box.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
  }

  open(): boolean {
    const { editor } = this.desk;
    const other = Panel.shown.get(editor);
    if (other && other !== this) other.hide();
    Panel.shown.set(editor, this);
    this.box.hidden = false;
    this.opened();
    return true;
  }

  close(): void {
    this.hide();
    this.desk.editor.commands.focus();
  }

  protected get isOpen(): boolean {
    return !this.box.hidden;
  }

  protected closer(): HTMLButtonElement {
    return button(this.desk.t('close'), () => this.close(), { class: 'quiet' });
  }

  /** Called each time it is shown: takes the focus. */
  protected abstract opened(): void;

  protected hide(): void {
    this.box.hidden = true;
  }
}

/** A sentence that says what is wrong, beside a field. */
export function fault(input: HTMLInputElement): { line: HTMLElement; say: (words: string) => void } {
  const line = el('p', { class: 'fault', role: 'alert' });
  return {
    line,
    say: words => {
      line.textContent = words;
      if (words) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    },
  };
}
