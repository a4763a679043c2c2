import { DOMParser as Reader, type Node, type Schema } from '@tiptap/pm/model';

const inline = 'a, em, i, strong, b, sub, sup, q, cite, abbr, code, s, del, strike, span';
const holdsNoText = new Set(['body', 'ul', 'ol', 'blockquote', 'aside', 'table', 'thead', 'tbody', 'tr', 'figure']);

/** Reads a body in the dialect, canonical or not, into a document. */
export function readBody(html: string, schema: Schema): Node {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  body.querySelectorAll(inline).forEach((element, at) => element.setAttribute('data-n', String(at + 1)));
  fold(body);
  return Reader.fromSchema(schema).parse(body, { preserveWhitespace: 'full' });
}

/** White space folds as in the dialect; between blocks it goes. */
function fold(parent: Element): void {
  for (const child of [...parent.childNodes]) {
    if (child.nodeType === 1 && (child as Element).localName !== 'pre') fold(child as Element);
    if (child.nodeType !== 3) continue;
    const words = child.nodeValue!.replace(/[ \t\r\n\f]+/g, ' ');
    if (words === ' ' && holdsNoText.has(parent.localName)) child.remove();
    else child.nodeValue = words;
  }
}
