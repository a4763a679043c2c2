import { style } from './clean';

const listed = /^l(\d+)\s+level(\d)/;

/** Word writes an item as a paragraph with its sign as text: these become lists. */
export function liftWordLists(body: HTMLElement): void {
  const open: { list: HTMLElement; level: number; id: string }[] = [];
  let before: Element | null = null;
  for (const p of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')]) {
    const found = listed.exec(style(p).get('mso-list') ?? '');
    if (!found) continue;
    const [, id = '', at = '1'] = found;
    const level = Number(at);
    const sign = takeSign(p);
    const ordered = /^\(?(?:\d+|[a-z]{1,4}|[A-Z]{1,4})[.)]/.test(sign);
    if (before === null || p.previousElementSibling !== before) open.length = 0;
    while (open.length > 0 && (open.at(-1)!.level > level || (open.at(-1)!.level === level && open.at(-1)!.id !== id))) open.pop();
    const item = p.ownerDocument.createElement('li');
    if (open.at(-1)?.level !== level) {
      const list = p.ownerDocument.createElement(ordered ? 'ol' : 'ul');
      const from = parseInt(sign.replace('(', ''), 10);
      if (ordered && from > 1) list.setAttribute('start', String(from));
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else p.before(list);
      open.push({ list, level, id });
    }
    item.append(...p.childNodes);
    open.at(-1)!.list.append(item);
    p.remove();
    before = open[0]!.list;
  }
}

/** The sign before an item, which Word marks as one to be ignored. */
function takeSign(p: HTMLElement): string {
  const ignored = [...p.querySelectorAll<HTMLElement>('[data-style*="mso-list"]')].find(span => /ignore/i.test(span.getAttribute('data-style')!));
  const sign = (ignored?.textContent ?? '').replace(/\u00A0/g, ' ').trim();
  ignored?.remove();
  return sign;
}
