import type { Node } from '@tiptap/pm/model';
import { attribute, escape, writeLine } from './lines';

/** Writes a document in the dialect: blocks, one a line. What is empty is left out. */
export function writeBody(doc: Node): string {
  return children(doc).filter(block => block.length > 0).join('\n');
}

function children(parent: Node): string[] {
  const written: string[] = [];
  parent.forEach(child => void written.push(write(child)));
  return written;
}

const around = (name: string, attributes: string, content: string): string => (content.length > 0 ? `<${name}${attributes}>${content}</${name}>` : '');

function write(node: Node): string {
  const lang = attribute('lang', node.attrs.lang);
  switch (node.type.name) {
    case 'p': return around('p', lang, writeLine(node));
    case 'heading': return around(`h${node.attrs.level}`, lang, writeLine(node));
    case 'ul': return around('ul', lang, children(node).join(''));
    case 'ol': return around('ol', (node.attrs.start > 1 ? attribute('start', node.attrs.start) : '') + lang, children(node).join(''));
    case 'li': return around('li', lang, item(node));
    case 'blockquote': return around('blockquote', lang, children(node).join(''));
    case 'pull': return around('aside', ` data-pull${lang}`, children(node).join(''));
    case 'pre': return around('pre', '', escape(node.textContent));
    case 'hr': return '<hr>';
    case 'table': return table(node);
    case 'photo': return `<figure${attribute('data-photo', node.attrs.key)}${attribute('data-alt', node.attrs.alt)}>${around('figcaption', '', writeLine(node))}</figure>`;
    case 'embed': return `<figure${attribute('data-embed', node.attrs.address)}>${around('figcaption', '', writeLine(node))}</figure>`;
    case 'related': return node.attrs.keys ? `<aside${attribute('data-related', node.attrs.keys)}></aside>` : '';
    default: throw new Error(`The dialect has no ${node.type.name}.`);
  }
}

/** One paragraph is the item's line; empty ones beside it don't count. */
function item(node: Node): string {
  const written = children(node);
  const filled = written.flatMap((block, at) => (block.length > 0 ? [node.child(at)] : []));
  const only = filled[0];
  return filled.length === 1 && only!.type.name === 'p' && !only!.attrs.lang ? writeLine(only!) : written.join('');
}

function table(node: Node): string {
  const grid = node.lastChild!;
  const caption = node.childCount > 1 ? around('caption', '', writeLine(node.firstChild!)) : '';
  let head = '', body = '';
  grid.forEach(row => {
    const cells = row.content.content.map(cell);
    if (cells.every(({ words }) => words.length === 0)) return;
    const written = `<tr>${cells.map(({ html }) => html).join('')}</tr>`;
    if (row.attrs.head && body.length === 0) head += written;
    else body += written;
  });
  if (head.length + body.length === 0) return caption.length > 0 ? `<p>${writeLine(node.firstChild!)}</p>` : '';
  return `<table>${caption}${around('thead', '', head)}${around('tbody', '', body)}</table>`;
}

function cell(node: Node): { words: string; html: string } {
  const { colspan, rowspan, scope } = node.attrs;
  const words = writeLine(node.firstChild!);
  const attributes = (colspan > 1 ? attribute('colspan', colspan) : '') + (rowspan > 1 ? attribute('rowspan', rowspan) : '') + attribute('scope', scope);
  return { words, html: `<${node.type.name}${attributes}>${words}</${node.type.name}>` };
}
