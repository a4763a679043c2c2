import { typed } from '../schema/links';
import { liftWordLists } from './word';

/** What a clipboard held, as markup of the dialect; and whether pictures were left out. */
export interface Cleaned { html: string; pictures: number }

const blocks = 'p, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, aside, table, pre, div, hr, figure';

/**
 * Cleans what another program put on the clipboard as HTML: what its styles mean becomes elements, the rest goes.
 * @param oneLine True where it goes into a cell: unless it is cells itself, its blocks become lines.
 */
export function clean(html: string, oneLine = false): Cleaned {
  // As data the styles of the markup are read and never applied, and what would run does not: no policy of the page has anything to refuse.
  const { body } = new DOMParser().parseFromString(html.replace(/<style\b[^]*?<\/style\s*>/gi, '').replace(/<[a-z][^>]*>/gi, tag => tag.replace(/(\s)(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2')), 'text/html');
  const line = oneLine && !body.querySelector('tr');
  if (body.querySelector('[data-pm-slice]')) return { html: line ? flatten(body).innerHTML : html, pictures: 0 };
  comments(body);
  // A word processor notes the keyboard that was used; it says nothing about the words.
  if (/urn:schemas-microsoft-com:office/.test(html)) body.querySelectorAll('[lang]').forEach(element => element.removeAttribute('lang'));
  const pictures = body.querySelectorAll('img').length;
  body.querySelectorAll('script, style, meta, link, title, xml, template, iframe, object, svg, img, colgroup').forEach(gone => gone.remove());
  liftWordLists(body);
  wordNotes(body);
  body.querySelectorAll<HTMLElement>('[data-style*="mso-hide"], [data-style*="mso-element:comment"]').forEach(gone => gone.remove());
  names(body);
  for (const element of [...body.querySelectorAll<HTMLElement>('[data-style]')]) meaning(element);
  for (const br of [...body.querySelectorAll('br')]) if (isBetweenBlocks(br)) br.remove();
  body.querySelectorAll('td, th').forEach(cell => void flatten(cell));
  body.querySelectorAll('a[href]').forEach(address);
  for (const element of [...body.querySelectorAll('*')]) for (const name of [...element.getAttributeNames()]) if (/^(?:data-style|data-on.*|class|id|style|on.*|dir|align|valign|width|height|name)$/.test(name)) element.removeAttribute(name);
  for (const p of [...body.querySelectorAll('p')]) if (p.textContent!.trim() === '' && !p.querySelector('br, figure')) p.remove();
  if (line) flatten(body);
  return { html: body.innerHTML, pictures };
}

/** Word's footnotes stand at the end and are pointed at: each goes to where it belongs. */
function wordNotes(body: HTMLElement): void {
  for (const mark of [...body.querySelectorAll<HTMLAnchorElement>('a[href^="#_ftn"], a[href^="#_edn"]')]) {
    const words = body.querySelector(`#${mark.getAttribute('href')!.slice(2).replace(/\W/g, '')}`);
    if (!words || words.contains(mark)) continue;
    words.querySelectorAll('a[href^="#_ftnref"], a[href^="#_ednref"]').forEach(back => back.remove());
    const note = body.ownerDocument.createElement('span');
    note.setAttribute('data-note', '');
    note.append(...[...words.querySelectorAll('p')].flatMap((p, at) => (at > 0 ? [' ', ...p.childNodes] : [...p.childNodes])));
    if (note.firstChild?.nodeType === 3) note.firstChild.nodeValue = note.firstChild.nodeValue!.trimStart();
    mark.replaceWith(note);
    const list = words.closest('[data-style*="footnote-list"], [data-style*="endnote-list"]');
    words.remove();
    if (list && list.textContent!.trim() === '') list.remove();
  }
}

export function style(element: Element): Map<string, string> {
  const rules = (element.getAttribute('data-style') ?? '').split(';').map(rule => rule.split(/:(.*)/s));
  return new Map(rules.filter(rule => rule.length > 1).map(([name, value]) => [name!.trim().toLowerCase(), value!.trim().toLowerCase()]));
}

function comments(parent: Node): void {
  for (const node of [...parent.childNodes]) {
    if (node.nodeType === 8) node.remove();
    else comments(node);
  }
}

/** Elements of the office's own (o:p, st1:place) and wrappers give their words away. */
function names(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('*')]) {
    const wrapper = element.localName.includes(':') || ['font', 'u', 'center', 'ins', 'small', 'big'].includes(element.localName)
      || (element.localName === 'b' && /normal|400/.test(style(element).get('font-weight') ?? '')) || element.id.startsWith('docs-internal-guid');
    if (wrapper) unwrap(element);
    else if (/^Mso(?:Intense)?Quote/.test(element.className) && element.localName === 'p') wrapIn(element, 'blockquote');
    else if (element.className === 'MsoTitle' && element.localName === 'p') rename(element, 'h2');
  }
}

/** A style that means something becomes an element. */
function meaning(element: HTMLElement): void {
  const rules = style(element);
  const weight = rules.get('font-weight') ?? '';
  const inHeading = element.closest('h1, h2, h3, h4, h5, h6, th') !== null;
  const wanted: string[] = [];
  if ((weight.startsWith('bold') || Number(weight) >= 600) && !inHeading) wanted.push('strong');
  if (/italic|oblique/.test(rules.get('font-style') ?? '')) wanted.push('em');
  if (/line-through/.test(`${rules.get('text-decoration')} ${rules.get('text-decoration-line')}`)) wanted.push('s');
  if (rules.get('vertical-align') === 'super') wanted.push('sup');
  if (rules.get('vertical-align') === 'sub') wanted.push('sub');
  if (rules.get('mso-spacerun') === 'yes') element.textContent = ' ';
  if (element.matches(blocks) || element.matches('td, th, tr, tbody, thead, body')) return;
  for (const name of wanted) {
    if (element.localName === name || element.textContent === '') continue;
    const inner = document.implementation.createHTMLDocument('').createElement(name);
    inner.append(...element.childNodes);
    element.append(inner);
  }
}

function isBetweenBlocks(br: Element): boolean {
  const beside = (node: Node | null): boolean => node === null || (node.nodeType === 1 && (node as Element).matches(blocks));
  return br.classList.contains('Apple-interchange-newline') || (br.parentElement!.matches('body, div') && (beside(br.previousSibling) || beside(br.nextSibling)));
}

/** A cell holds one line: its blocks become lines of it. */
function flatten(cell: Element): Element {
  for (const block of [...cell.querySelectorAll(blocks)]) {
    if (block.nextSibling && block.localName !== 'ul' && block.localName !== 'ol') block.after(block.ownerDocument.createElement('br'));
    unwrap(block);
  }
  return cell;
}

/** A link that a search or mail program went in between of leads where it was meant to; one that leads nowhere goes. */
function address(link: Element): void {
  let href = link.getAttribute('href')!;
  const through = /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?(.*)$/.exec(href);
  if (through) href = new URLSearchParams(through[1]!.replace(/&amp;/g, '&')).get('q') ?? href;
  const leads = typed(href);
  if (leads === null || /^#_(?:ftn|edn|Toc|msocom)/.test(href)) unwrap(link);
  else link.setAttribute('href', leads);
}

export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function rename(element: Element, name: string): void {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
}

function wrapIn(element: Element, name: string): void {
  const made = element.ownerDocument.createElement(name);
  const previous = element.previousElementSibling;
  if (previous?.localName === name) previous.append(element);
  else {
    element.replaceWith(made);
    made.append(element);
  }
}
