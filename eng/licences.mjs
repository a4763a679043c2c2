// Gathers the licences of everything that a published program carries: node eng/licences.mjs PROGRAM-FOLDER PACKAGES-FOLDER TARGET
// For each package: its name, version, licence and copyright as it states them, and the licence and notice files it brings.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [program, packages, target] = process.argv.slice(2);
const { libraries } = JSON.parse(readFileSync(join(program, 'broadsheet.deps.json'), 'utf8'));
const lines = [];
mkdirSync(target, { recursive: true });
cpSync('eng/packaging/licences', join(target, 'texts'), { recursive: true });

for (const [key, { type }] of Object.entries(libraries).sort()) {
  if (type === 'project') continue;
  const [name, version] = key.replace(/^runtimepack\./, '').split('/');
  const folder = join(packages, name.toLowerCase(), version);
  const spec = readFileSync(join(folder, `${name.toLowerCase()}.nuspec`), 'utf8');
  const stated = tag => spec.match(new RegExp(`<${tag}[^>]*>([^<]*)<`))?.[1].trim();
  const own = readdirSync(folder).filter(f => /licen[cs]e|notice|copying/i.test(f));
  for (const file of own) cpSync(join(folder, file), join(target, name, file));
  lines.push([`${name} ${version}`, stated('license') ?? stated('licenseUrl'), stated('copyright') ?? `by ${stated('authors')}`,
    stated('projectUrl'), own.map(f => `${name}/${f}`).join(', ')].filter(Boolean).join('\n    '));
}
const head = 'What this program carries besides its own code. The texts of the licences named here are in the folder texts.\n';
writeFileSync(join(target, 'PACKAGES.txt'), `${[head, ...lines].join('\n')}\n`);
