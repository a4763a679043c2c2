// Checks pages of a running newspaper as browsers, validators and search engines see them, and prints one table.
// Used by eng/check-pages; docs/look.md tells what the columns mean.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { findPages } from './find.mjs';
import { measure } from './lighthouse.mjs';

const require = createRequire(import.meta.url);
const axe = require.resolve('axe-core/axe.min.js');
const vnu = require('vnu-jar');
const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
const [base = 'http://localhost:5080', ...only] = process.argv.slice(2);
const kinds = { document: 'html', stylesheet: 'css', script: 'script', font: 'font', image: 'image' };
const budget = { words: 25, script: 15, all: 100 };

/** Errors and warnings of the Nu validator about a page's markup. */
async function validate(html) {
  const checker = spawn('java', ['-jar', vnu, '--format', 'json', '--exit-zero-always', '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
  checker.stdin.end(html);
  const { messages } = JSON.parse((await checker.stderr.toArray()).join(''));
  return messages.filter(({ type, subType }) => type === 'error' || subType === 'warning').map((m) => `${m.subType ?? m.type}, line ${m.lastLine}: ${m.message} ${m.extract ?? ''}`);
}

/** What axe finds in one theme. */
async function accessible(browser, address, colorScheme) {
  const page = await browser.newPage({ colorScheme, bypassCSP: true });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  await page.close();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme}: ${id}: ${node.html}`));
}

/** Bytes over the wire, headers included, by kind, on a phone that has never been here. */
async function weigh(browser, address) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const [types, bytes] = [new Map(), { html: 0, css: 0, script: 0, font: 0, image: 0, other: 0 }];
  await network.send('Network.enable');
  network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type.toLowerCase()));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => (bytes[kinds[types.get(requestId)] ?? 'other'] += encodedDataLength));
  await page.goto(address, { waitUntil: 'networkidle' });
  await context.close();
  return bytes;
}

const kilo = (bytes) => (bytes / 1000).toFixed(1);
const found = (await findPages(base)).filter(({ name }) => only.length === 0 || only.includes(name));
const [rows, remarks] = [[], []];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, path } of found) {
  const address = new URL(path, base).href;
  const html = await (await fetch(address, { headers: { accept: 'text/html' } })).text();
  const [errors, light, dark, bytes] = [await validate(html), await accessible(browser, address, 'light'), await accessible(browser, address, 'dark'), await weigh(browser, address)];
  const scores = await measure(address, executablePath);
  remarks.push(...[...errors, ...light, ...dark, ...scores.remarks].map((remark) => `${name}: ${remark}`));
  const unpictured = bytes.html + bytes.css + bytes.script + bytes.font + bytes.other;
  if (name.startsWith('article')) {
    for (const [what, sum, limit] of [['HTML and CSS', bytes.html + bytes.css, budget.words], ['script', bytes.script, budget.script], ['everything but pictures', unpictured, budget.all]])
      if (sum > limit * 1000) remarks.push(`${name}: ${what} weighs ${kilo(sum)} kB, more than ${limit}`);
  }
  rows.push({ page: name, 'vnu': errors.length, 'axe light': light.length, 'axe dark': dark.length, ...scores.scores, ...Object.fromEntries(['html', 'css', 'script', 'font', 'image'].map((kind) => [`${kind} kB`, kilo(bytes[kind])])), 'without image kB': kilo(unpictured) });
  console.error(`${name} ${path}`);
}
await browser.close();

const columns = Object.keys(rows[0] ?? {});
console.log(`| ${columns.join(' | ')} |\n| ${columns.map((column) => (column === 'page' ? '---' : '---:')).join(' | ')} |`);
for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(' | ')} |`);
if (remarks.length > 0) console.log(`\n${remarks.join('\n')}`);
process.exitCode = rows.length === 0 || rows.some((row) => row.vnu + row['axe light'] + row['axe dark'] > 0) || remarks.some((r) => r.includes(' kB, more than ')) ? 1 : 0;
