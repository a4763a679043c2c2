// Bundles style and script of reader, newsroom and editor, puts a hash of the content into every name, compresses what is text
// and writes manifest.json: name -> { file, type, bytes }. Beside a text file stand file.br and file.gz.
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const dist = join(import.meta.dirname, 'dist');
const types = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

await rm(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['reader/reader.css', 'reader/reader.ts', 'reader/head.ts', 'reader/reading.ts', 'reader/embed.ts', 'reader/icon.svg', 'newsroom/newsroom.css', 'newsroom/newsroom.ts', 'editor/editor.ts', 'editor/editor.css'],
  outdir: dist,
  outbase: 'reader',
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome109', 'firefox115', 'safari15.6'],
  loader: { '.woff2': 'file', '.svg': 'copy' },
  metafile: true,
  logLevel: 'warning',
});

const manifest = {};
for (const path of Object.keys(metafile.outputs).sort()) {
  const file = basename(path);
  const type = types[extname(file)];
  const content = await readFile(join(dist, file));
  manifest[file.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, '')] = { file, type, bytes: content.length };
  if (type === types['.woff2']) continue; // compressed already
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(join(dist, `${file}.br`), brotliCompressSync(content, quality));
  await writeFile(join(dist, `${file}.gz`), gzipSync(content, { level: 9 }));
}

// The licences of what is bundled travel with it.
await copyFile(join(import.meta.dirname, 'node_modules/@fontsource-variable/source-serif-4/LICENSE'), join(dist, 'source-serif-4.LICENSE.txt'));
const licences = ['core/LICENSE.md', 'pm/THIRD_PARTY_LICENSES.md'].map(file => readFile(join(import.meta.dirname, 'node_modules/@tiptap', file), 'utf8'));
await writeFile(join(dist, 'editor.LICENSE.txt'), (await Promise.all(licences)).join('\n'));
await writeFile(join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
