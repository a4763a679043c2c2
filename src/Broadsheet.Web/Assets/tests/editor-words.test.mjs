import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundle } from './bundle.mjs';

const { countWords, dialect, findIn, getSchema, languageTag, readBody, target, typed, typeset } = await bundle(`
  export { getSchema } from '@tiptap/core';
  export { countWords } from './count';
  export { findIn } from './find';
  export { languageTag } from './panels/language';
  export { target, typed } from './schema/links';
  export { dialect, readBody } from './schema/schema';
  export { typeset } from './typography';`);

/** Types a text as somebody would, character by character. */
function type(text, language = 'en') {
  let line = '';
  for (const typed of text) {
    const set = typeset(line.slice(-4), typed, language);
    line = set ? line.slice(0, line.length - set.erase) + set.put : line + typed;
  }
  return line;
}

for (const [text, set, language] of [
  [`"Yes," she said. "It's 'done'."`, '“Yes,” she said. “It’s ‘done’.”'],
  [`("a") "'b'" rock 'n' roll`, '(“a”) “‘b’” rock ‘n’ roll'],
  ['pages 3--5, and---then', 'pages 3–5, and—then'],
  ['Wait...', 'Wait…'],
  [`"네," 그는 '좋다'고 했다`, '“네,” 그는 ‘좋다’고 했다', 'ko'],
  [`"Ja", sagte er`, '„Ja“, sagte er', 'de'],
  [`"Oui"`, '«\u00A0Oui\u00A0»', 'fr'],
])
  test(`typed: ${text}`, () => assert.equal(type(text, language), set));

for (const [address, kept] of [
  ['https://example.com/a b', 'https://example.com/a%20b'], ['HTTP://x', 'http://x'], ['mailto:a@b.example', 'mailto:a@b.example'], ['tel:+82', 'tel:+82'], ['/2023/09/12/x', '/2023/09/12/x'], ['#top', '#top'],
  ['javascript:alert(1)', null], ['jav\tascript:alert(1)', null], ['//evil.example', null], ['/\\evil.example', null], ['https://', null], ['mailto:', null], ['page.html', null], ['?q', null], ['', null],
])
  test(`a link to ${JSON.stringify(address)}`, () => assert.equal(target(address), kept));

test('an address is completed as it was meant', () => {
  assert.equal(typed('example.com/x'), 'https://example.com/x');
  assert.equal(typed('desk@example.com'), 'mailto:desk@example.com');
  assert.equal(typed('나래.한국'), 'https://나래.한국');
  assert.equal(typed('two words'), null);
});

test('words are counted as the newspaper counts them', () => {
  assert.equal(countWords('One — two, 3\n네 살'), 5);
  assert.equal(countWords(' … '), 0);
});

test('a language tag is written in its usual case', () => {
  assert.equal(languageTag('ZH-hant-tw'), 'zh-Hant-TW');
  assert.equal(languageTag('korean'), null);
  assert.equal(languageTag(''), null);
});

const schema = getSchema(dialect);
const find = (html, words, options = {}) => {
  const doc = readBody(html, schema);
  return findIn(doc, { words, matchCase: false, wholeWords: false, ...options }).map(({ from, to }) => doc.textBetween(from, to));
};

test('words are found across emphasis, by case, whole, with curly marks and no-break spaces', () => {
  assert.deepEqual(find('<p>Kim <em>Jong</em>-un, kim jong-un</p>', 'kim jong'), ['Kim Jong', 'kim jong']);
  assert.deepEqual(find('<p>Sea sea season</p>', 'sea', { matchCase: true }), ['sea', 'sea']);
  assert.deepEqual(find('<p>Sea sea season</p>', 'sea', { wholeWords: true }), ['Sea', 'sea']);
  assert.deepEqual(find('<p>“It’s 10\u00A0km”</p>', `"it's 10 km"`), ['“It’s 10\u00A0km”']);
  assert.deepEqual(find('<p>a.b axb</p><ul><li>a.b</li></ul>', 'a.b'), ['a.b', 'a.b']);
  assert.deepEqual(find('<p>a</p><p>b</p>', 'a b'), []);
});
