import { Node } from '@tiptap/core';
import { plain } from './attributes';
import { foreign } from './embeds';
import { inLines } from './marks';

/** A photo by its key; its content is the caption here, empty for the photo's own. Stands between the top blocks only. */
export const photo = Node.create({
  name: 'photo',
  group: 'placed',
  content: 'text*',
  marks: inLines,
  isolating: true,
  draggable: true,
  addAttributes: () => ({ ...plain('key', 'data-photo'), ...plain('alt', 'data-alt') }),
  parseHTML: () => [{ tag: 'figure[data-photo]', contentElement: element => element.querySelector('figcaption') ?? element }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, ['figcaption', 0]],
});

/** Something of another site by its address; its content is a caption. Loaded for a reader who asks for it. */
export const embed = Node.create({
  name: 'embed',
  group: 'placed',
  content: 'text*',
  marks: inLines,
  isolating: true,
  draggable: true,
  addAttributes: () => plain('address', 'data-embed'),
  parseHTML: () => [{ tag: 'figure[data-embed]', getAttrs: element => (foreign(element.getAttribute('data-embed') ?? '') ? null : false), contentElement: element => element.querySelector('figcaption') ?? element }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, ['figcaption', 0]],
});

/** An inset of related articles by their keys, with a space between them. */
export const related = Node.create({
  name: 'related',
  group: 'placed',
  atom: true,
  draggable: true,
  addAttributes: () => plain('keys', 'data-related'),
  parseHTML: () => [{ tag: 'aside[data-related]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes],
});

export const placed = [photo, embed, related];
