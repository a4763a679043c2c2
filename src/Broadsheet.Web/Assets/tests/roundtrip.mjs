// Reads bodies into the editor's document and writes them again: node roundtrip.mjs IN OUT. Both files hold a JSON string a line.
import { readFileSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';

const [from, to] = process.argv.slice(2);
const { dialect, getSchema, readBody, writeBody } = await bundle("export { getSchema } from '@tiptap/core'; export { dialect, readBody, writeBody } from './schema/schema';");
const schema = getSchema(dialect);
const bodies = readFileSync(from, 'utf8').split('\n').filter(line => line.length > 0);
writeFileSync(to, bodies.map(line => {
  const doc = readBody(JSON.parse(line), schema);
  doc.check();
  return `${JSON.stringify(writeBody(doc))}\n`;
}).join(''));
