import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';

const { outputFiles } = await build({
  absWorkingDir: new URL('..', import.meta.url).pathname,
  entryPoints: ['reader/settings.ts'],
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { nextSize, parse } = await import(`data:text/javascript;base64,${code}`);

test('the text grows in two steps and then returns to normal', () => {
  assert.equal(nextSize(undefined), 'large');
  assert.equal(nextSize('large'), 'larger');
  assert.equal(nextSize('larger'), 'normal');
});

test('stored choices are read back', () => {
  assert.deepEqual(parse('{"theme":"dark","size":"larger"}'), { theme: 'dark', size: 'larger' });
});

for (const stored of [null, '', 'null', '7', '[]', '{"theme":"pink","size":12}', '{"theme":'])
  test(`what is no choice of ours is not chosen: ${stored}`, () => assert.deepEqual(parse(stored), {}));
