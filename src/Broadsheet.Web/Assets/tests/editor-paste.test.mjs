import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundle } from './bundle.mjs';

const { clean, dialect, getSchema, paragraphs, readBody, writeBody } = await bundle(`
  export { getSchema } from '@tiptap/core';
  export { clean } from './paste/clean';
  export { paragraphs } from './paste/text';
  export { dialect, readBody, writeBody } from './schema/schema';`);
const schema = getSchema(dialect);
const folder = join(import.meta.dirname, 'clipboards');

for (const file of readdirSync(folder).filter(name => name.endsWith('.html')))
  test(`what ${file.slice(0, -5)} puts on the clipboard becomes an article`, () => {
    const { html } = clean(readFileSync(join(folder, file), 'utf8'));
    const wanted = readFileSync(join(folder, file.replace('.html', '.txt')), 'utf8').trimEnd();
    assert.equal(writeBody(readBody(html, schema)), wanted);
  });

test('pictures that come by markup are counted, so that somebody is told', () => {
  assert.equal(clean('<p>a<img src="file:///x.png"><img src="data:image/png;base64,x"></p>').pictures, 2);
});

for (const [text, wanted] of [
  ['One\nTwo\r\nThree', ['One', 'Two', 'Three']],
  ['One\n\nTwo\n\n\nThree', ['One', 'Two', 'Three']],
  ['A line as long as the page of an agency that folds\nits copy at a fixed width.\n\nRoses are red\nViolets are blue', ['A line as long as the page of an agency that folds its copy at a fixed width.', 'Roses are red\nViolets are blue']],
  ['  \n \n', []],
])
  test(`plain text in paragraphs: ${JSON.stringify(text).slice(0, 40)}`, () => assert.deepEqual(paragraphs(text), wanted));
