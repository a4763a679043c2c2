// Bundles modules of the editor for Node, with a document to work on.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>');
for (const name of ['window', 'document', 'DOMParser', 'Node', 'Element', 'HTMLElement', 'MutationObserver', 'navigator']) globalThis[name] ??= window[name];

/** @param {string} source A module that exports what the test wants, with imports below editor/. */
export async function bundle(source) {
  const root = join(import.meta.dirname, '..');
  const folder = await mkdtemp(join(root, 'node_modules', '.editor-'));
  const outfile = join(folder, 'editor.mjs');
  try {
    await build({ stdin: { contents: source, resolveDir: join(root, 'editor'), loader: 'ts' }, bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'warning' });
    return await import(pathToFileURL(outfile));
  } finally {
    await rm(folder, { recursive: true });
  }
}
