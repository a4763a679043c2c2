import type { Editor } from '@tiptap/core';
import { em, inserts, levels, lists, steps, strong, styles, words, type Action } from './actions';
import { ariaShortcut, el, shortcut } from './dom';
import { icon, type IconName } from './icons';
import { Menu } from './menu';
import { inTable, isInTable } from './tables';
import type { Texts } from './texts';

/** What opens a panel or picks files, by name. */
export interface Panels { link: Action; lang: Action; find: Action; placed: Action[] }

/** One row of buttons and menus; one stop for Tab, arrows inside. */
export class Toolbar {
  readonly box: HTMLElement;
  private readonly buttons: { action: Action; made: HTMLButtonElement }[] = [];
  private readonly menus: Menu[];
  private readonly table: Menu;

  constructor(private readonly editor: Editor, panels: Panels, t: Texts) {
    const menu = (name: string, actions: Action[], asRadio = false) => new Menu(editor, name, actions, t, asRadio);
    const style = menu(t('style'), styles, true);
    const more = menu(t('more'), [...words, panels.lang]);
    const insert = menu(t('insert'), [...panels.placed, ...inserts]);
    this.table = menu(t('table'), inTable);
    this.menus = [style, more, insert, this.table];
    const press = (action: Action, name: IconName) => this.button(action, name, t);
    const group = (...parts: Node[]) => el('div', { class: 'editor-group' }, ...parts);
    this.box = el('div', { class: 'editor-bar', role: 'toolbar', 'aria-label': t('toolbar'), 'aria-orientation': 'horizontal' },
      group(style.box), group(press(strong, 'strong'), press(em, 'em'), press(panels.link, 'link'), more.box),
      group(press(lists[0]!, 'ul'), press(lists[1]!, 'ol'), press(lists[2]!, 'blockquote'), press(levels[1]!, 'lift'), press(levels[0]!, 'sink')),
      group(insert.box, this.table.box), group(press(steps[0]!, 'undo'), press(steps[1]!, 'redo')), group(press(panels.find, 'find')));
    this.box.addEventListener('keydown', event => this.key(event));
    this.box.addEventListener('focusin', event => this.stop(event.target as HTMLElement));
    this.stop(style.opener);
    this.refresh();
  }

  /** Goes to the row. */
  focus(): void {
    this.stops().find(stop => stop.tabIndex === 0)?.focus();
  }

  /** Shows what is on at the selection. */
  refresh(): void {
    for (const { action, made } of this.buttons) {
      if (action.on) made.setAttribute('aria-pressed', String(action.on(this.editor)));
      made.setAttribute('aria-disabled', String(!(action.can?.(this.editor) ?? true)));
    }
    this.table.box.hidden = !isInTable(this.editor);
    for (const menu of this.menus) menu.refresh();
    if (!this.stops().some(stop => stop.tabIndex === 0)) this.stop(this.stops()[0]!);
  }

  private button(action: Action, name: IconName, t: Texts): HTMLButtonElement {
    const label = t(action.name);
    const made = el('button', { type: 'button', 'aria-label': label, title: action.keys ? `${label} (${shortcut(action.keys)})` : label, 'data-action': action.name, 'aria-keyshortcuts': action.keys ? ariaShortcut(action.keys) : null }, icon(name));
    made.addEventListener('click', () => { if (made.getAttribute('aria-disabled') !== 'true') action.run(this.editor); });
    // The selection stays where it is while a button is pressed.
    made.addEventListener('mousedown', event => event.preventDefault());
    this.buttons.push({ action, made });
    return made;
  }

  private stops(): HTMLElement[] {
    return [...this.box.querySelectorAll<HTMLElement>('.editor-group > button, .editor-menu:not([hidden]) > .opener')];
  }

  private stop(at: HTMLElement): void {
    const stops = [...this.box.querySelectorAll<HTMLElement>('.editor-group > button, .opener')];
    if (stops.includes(at)) for (const stop of stops) stop.tabIndex = stop === at ? 0 : -1;
  }

  private key(event: KeyboardEvent): void {
    const stops = this.stops();
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const last = stops.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (event.key === 'Escape') this.editor.commands.focus();
    else if (at < 0 || to === undefined) return;
    else stops[to]!.focus();
    event.preventDefault();
  }
}
