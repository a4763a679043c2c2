import { Mark } from '@tiptap/core';
import { language, plain } from './attributes';
import { target } from './links';

/**
 * Inline elements of the dialect. Each carries the number of the element that it was read from (`n`; 0 for one made here): marks
 * have no order and no edges of their own, and by the number two neighbours stay two, and one in another stays inside it.
 */
const number = { n: { default: 0, rendered: false, parseHTML: (element: HTMLElement) => Number(element.getAttribute('data-n')) || 0 } };

/** Elements that mean something more inside another of their name. */
const nesting = new Set(['q', 'sub', 'sup', 'span']);

const also: Record<string, string[]> = { em: ['i'], strong: ['b'], s: ['del', 'strike'] };

function words(name: string, extra = {}) {
  return Mark.create({
    name,
    ...(nesting.has(name) ? { excludes: '' } : {}),
    addAttributes: () => ({ ...extra, ...language, ...number }),
    parseHTML: () => [name, ...(also[name] ?? [])].map(tag => ({ tag: tag === 'span' ? 'span[lang]:not([data-note])' : tag })),
    renderHTML: ({ HTMLAttributes }) => [name, HTMLAttributes, 0],
  });
}

const link = Mark.create({
  name: 'a',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ ...plain('href'), ...language, ...number }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: element => (target(element.getAttribute('href') ?? '') === null ? false : null) }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

/** A footnote: words that readers find at the article's end. It stands in running text alone, and in no other element. */
const note = Mark.create({
  name: 'note',
  priority: 1001,
  inclusive: false,
  addAttributes: () => ({ ...language, ...number }),
  parseHTML: () => [{ tag: 'span[data-note]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-note': '', ...HTMLAttributes }, 0],
});

/** What may stand in a heading or caption. */
export const inLines = 'a span strong em q cite abbr s code sub sup';

export const marks = [
  note, link, words('span'), words('strong'), words('em'), words('q'), words('cite'), words('abbr', plain('title')), words('s'), words('code'), words('sub'), words('sup'),
];
