import { Node } from '@tiptap/core';
import { language, whole } from './attributes';
import { inLines } from './marks';

const doc = Node.create({ name: 'doc', topNode: true, content: '(block | placed)+' });

const text = Node.create({ name: 'text', group: 'inline' });

const br = Node.create({
  name: 'br',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});

const p = Node.create({
  name: 'p',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => language,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

/** A heading of level 2 to 4; the headline is the article's own. */
const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  marks: inLines,
  defining: true,
  addAttributes: () => ({
    level: { default: 2, rendered: false, parseHTML: element => Math.min(4, Math.max(2, Number(element.tagName.slice(1)))) },
    ...language,
  }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}` })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
});

const ul = Node.create({
  name: 'ul',
  group: 'block list',
  content: 'li+',
  addAttributes: () => language,
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
});

const ol = Node.create({
  name: 'ol',
  group: 'block list',
  content: 'li+',
  addAttributes: () => ({ ...whole('start', 1, 2, 99_999), ...language }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

/** An item: blocks. One paragraph without a language is written as a bare line. */
const li = Node.create({
  name: 'li',
  content: 'block+',
  defining: true,
  addAttributes: () => language,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
});

const blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => language,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
});

/** Words pulled out of the text. */
const pull = Node.create({
  name: 'pull',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => language,
  parseHTML: () => [{ tag: 'aside[data-pull]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { 'data-pull': '', ...HTMLAttributes }, 0],
});

const pre = Node.create({
  name: 'pre',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: () => ['pre', 0],
});

const hr = Node.create({
  name: 'hr',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
});

export const blocks = [doc, p, text, br, heading, ul, ol, li, blockquote, pull, pre, hr];
