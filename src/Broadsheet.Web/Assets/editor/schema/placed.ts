import { Node } from '@tiptap/core';
import { plain } from './attributes';

/** A photo by its key; its content is the caption here, empty for the photo's own. Stands between the top blocks only. */
export const photo = Node.create({
  name: 'photo',
  group: 'placed',
  content: 'text*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({ ...plain('key', 'data-photo'), ...plain('alt', 'data-alt') }),
  parseHTML: () => [{ tag: 'figure[data-photo]', contentElement: element => element.querySelector('figcaption') ?? element }],
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

export const placed = [photo, related];
