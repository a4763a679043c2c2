/** What a reader has chosen on this device; it never leaves it. */
export interface Settings {
  theme?: Theme;
  size?: Size;
}

export type Theme = 'light' | 'dark';
export type Size = 'normal' | 'large' | 'larger';

const key = 'broadsheet';
const sizes: readonly Size[] = ['normal', 'large', 'larger'];

/** Reads what was stored; anything that is not a known choice counts as not chosen. */
export function parse(stored: string | null): Settings {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? '{}');
  } catch {
    return {}; // written by something else: as if nothing had been chosen
  }

  const { theme, size } = (value ?? {}) as { theme?: unknown; size?: unknown };
  const settings: Settings = {};
  if (theme === 'light' || theme === 'dark') settings.theme = theme;
  if (sizes.includes(size as Size)) settings.size = size as Size;
  return settings;
}

/** The size after this one; the first follows the last. */
export function nextSize(size: Size | undefined): Size {
  return sizes[(sizes.indexOf(size ?? 'normal') + 1) % sizes.length] as Size;
}

/** The choices of this device. */
export function load(): Settings {
  try {
    return parse(localStorage.getItem(key));
  } catch {
    return {}; // storage is switched off: the page follows the system
  }
}

/** Keeps the choices and shows them. */
export function save(settings: Settings): void {
  show(settings);
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    return; // storage is switched off: the choice holds for this page
  }
}

/** Puts the choices on the root element, where the style sheet reads them. */
export function show({ theme, size }: Settings): void {
  const data = document.documentElement.dataset;
  if (theme) data.theme = theme;
  if (size) data.size = size;
}
