import { Node } from '@tiptap/core';
import { plain, whole } from './attributes';
import { inLines } from './marks';

/** What a node is to the commands that move cells about. Every extension is asked about every node. */
const role = (name: string, tableRole: string) => (extension: { name: string }) => (extension.name === name ? { tableRole } : {});

/** A table: a caption and a grid. The grid is what moves cells about; rows that stand in `thead` say so. */
const table = Node.create({
  name: 'table',
  group: 'block',
  content: 'caption? grid',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }, { tag: 'div[data-table]' }],
  renderHTML: () => ['div', { 'data-table': '' }, 0],
});

const caption = Node.create({
  name: 'caption',
  content: 'text*',
  marks: inLines,
  parseHTML: () => [{ tag: 'caption' }, { tag: 'p[data-caption]', priority: 60 }],
  renderHTML: () => ['p', { 'data-caption': '' }, 0],
});

const grid = Node.create({
  name: 'grid',
  content: 'tr+',
  isolating: true,
  extendNodeSchema: role('grid', 'table'),
  parseHTML: () => [{ tag: 'table', context: 'table/', priority: 60 }],
  renderHTML: () => ['table', ['tbody', 0]],
});

const tr = Node.create({
  name: 'tr',
  content: '(td | th)*',
  extendNodeSchema: role('tr', 'row'),
  addAttributes: () => ({
    head: {
      default: false,
      parseHTML: element => element.parentElement?.localName === 'thead' || element.hasAttribute('data-head'),
      renderHTML: ({ head }) => (head ? { 'data-head': '' } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
});

const spans = () => ({ ...whole('colspan', 1, 2, 100), ...whole('rowspan', 1, 2, 100), colwidth: { default: null, rendered: false } });

function cell(name: string, kind: string, extra = {}) {
  return Node.create({
    name,
    content: 'p',
    isolating: true,
    extendNodeSchema: role(name, kind),
    addAttributes: () => ({ ...spans(), ...extra }),
    parseHTML: () => [{ tag: name }],
    renderHTML: ({ HTMLAttributes }) => [name, HTMLAttributes, 0],
  });
}

const scopes = ['col', 'row', 'colgroup', 'rowgroup'];
const scope = plain('scope');
scope.scope!.parseHTML = element => (scopes.includes(element.getAttribute('scope') ?? '') ? element.getAttribute('scope') : null);

export const tables = [table, caption, grid, tr, cell('td', 'cell'), cell('th', 'header_cell', scope)];
