type Child = Node | string | null;

/** Makes an element. Attributes of null or false are left out; true is an empty one. */
export function el<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string | number | boolean | null> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : String(value));
  element.append(...children.filter(child => child !== null));
  return element;
}

/** A button that does something here and sends no form. */
export function button(label: string, press: () => void, attributes: Record<string, string | boolean | null> = {}): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', press);
  return made;
}

/** A labelled field without a name: it is no part of the form around the editor, and Enter in it sends nothing. */
export function field(label: string, attributes: Record<string, string | boolean | null> = {}, enter: () => void = () => undefined): { box: HTMLLabelElement; input: HTMLInputElement } {
  const input = el('input', { type: 'text', autocomplete: 'off', ...attributes });
  input.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    enter();
  });
  return { box: el('label', {}, el('span', {}, label), input), input };
}

export const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** A shortcut such as `Mod-Shift-7` as this device's keyboard names it. */
export function shortcut(keys: string): string {
  const names = isMac ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };
  return keys.split('-').map(key => names[key as keyof typeof names] ?? (key.length === 1 ? key.toUpperCase() : key)).join(isMac ? '' : '+');
}

/** The same for `aria-keyshortcuts`. */
export function ariaShortcut(keys: string): string {
  return keys.replace('Mod', isMac ? 'Meta' : 'Control').replaceAll('-', '+');
}
