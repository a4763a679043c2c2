import type { Editor } from '@tiptap/core';
import type { Action } from './actions';
import { ariaShortcut, button, el, shortcut } from './dom';
import type { Texts } from './texts';

/** A button with a menu of actions; each shows its keys. */
export class Menu {
  readonly box = el('div', { class: 'editor-menu' });
  readonly opener: HTMLButtonElement;
  private readonly list: HTMLElement;
  private readonly items: { action: Action; item: HTMLButtonElement }[] = [];

  constructor(private readonly editor: Editor, name: string, actions: Action[], t: Texts, private readonly asRadio = false) {
    this.opener = button(name, () => this.toggle(), { 'aria-haspopup': 'menu', 'aria-expanded': 'false', class: 'opener' });
    this.list = el('div', { role: 'menu', 'aria-label': name, hidden: true });
    for (const action of actions) {
      const item = el('button', { type: 'button', role: action.on ? (asRadio ? 'menuitemradio' : 'menuitemcheckbox') : 'menuitem', tabindex: -1, 'data-action': action.name, 'aria-keyshortcuts': action.keys ? ariaShortcut(action.keys) : null },
        el('span', {}, t(action.name)), action.keys ? el('kbd', { 'aria-hidden': 'true' }, shortcut(action.keys)) : null);
      item.addEventListener('click', () => {
        if (item.getAttribute('aria-disabled') === 'true') return;
        this.close();
        action.run(editor);
      });
      this.items.push({ action, item });
      this.list.append(item);
    }
    this.box.append(this.opener, this.list);
    this.box.addEventListener('keydown', event => this.key(event));
    this.box.addEventListener('focusout', event => { if (!this.box.contains(event.relatedTarget as Node | null)) this.close(); });
  }

  /** Shows what is on and what can be done; where one of several is on, its name stands on the button. */
  refresh(): void {
    for (const { action, item } of this.items) {
      const on = action.on?.(this.editor) ?? false;
      if (action.on) item.setAttribute('aria-checked', String(on));
      if (on && this.asRadio) this.opener.textContent = item.firstChild!.textContent;
      if (!this.list.hidden) item.setAttribute('aria-disabled', String(!(action.can?.(this.editor) ?? true)));
    }
  }

  close(): void {
    this.list.hidden = true;
    this.opener.setAttribute('aria-expanded', 'false');
  }

  private toggle(): void {
    if (!this.list.hidden) return this.close();
    this.list.hidden = false;
    this.opener.setAttribute('aria-expanded', 'true');
    this.refresh();
    this.items[0]?.item.focus();
  }

  private key(event: KeyboardEvent): void {
    const at = this.items.findIndex(({ item }) => item === document.activeElement);
    const last = this.items.length - 1;
    const to = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (event.key === 'ArrowDown' && this.list.hidden) this.toggle();
    else if (this.list.hidden) return;
    else if (event.key === 'Escape') {
      this.close();
      this.opener.focus();
    } else if (to !== undefined) this.items[to]!.item.focus();
    else if (['ArrowLeft', 'ArrowRight'].includes(event.key)) {
      this.close();
      this.opener.focus();
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
