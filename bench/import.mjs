// Writes COUNT wire items, imports them twice and reports speed and peak memory: node bench/import.mjs FOLDER COUNT PROGRAM
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const [folder, count, program] = [process.argv[2], Number(process.argv[3]), process.argv[4]];

function* jsonFiles(at) {
    if (!existsSync(at)) return;
    for (const entry of readdirSync(at, { withFileTypes: true, recursive: true }))
        if (entry.isFile() && entry.name.endsWith('.json')) yield join(entry.parentPath, entry.name);
}

// Only whole articles: what is a picture, a fragment or broken on purpose makes none.
const examples = [...jsonFiles('samples/wire'), ...jsonFiles('../shared/data/wire-ninjs/examples')].sort().flatMap(file => {
    try {
        const item = JSON.parse(readFileSync(file, 'utf8'));
        const text = item.body_xhtml ?? item.body_html ?? item.body_text ?? item.bodies?.[0]?.value;
        return item.uri && (item.headline ?? item.headlines) && text?.length > 200 && (item.pubstatus ?? 'usable') === 'usable' ? [item] : [];
    } catch {
        return [];
    }
});

const numbered = (text, n) => text.replace(/(<p[^>]*>)/gi, (tag, _, at) => `${tag}${n}.${at}: `);

function vary(example, n) {
    const item = structuredClone(example);
    delete item.associations;
    const day = new Date(Date.UTC(2021, 0, 1) + Math.floor(n / 150) * 86_400_000 + n % 150 * 500_000).toISOString();
    item.uri = `urn:newsml:bench.example.com:${n}`;
    for (const name of ['firstcreated', 'firstCreated', 'versioncreated', 'versionCreated', 'contentcreated', 'contentCreated']) if (item[name]) item[name] = day;
    for (const name of ['embargoed', 'embargoedUntil']) delete item[name];
    if (item.version !== undefined) item.version = typeof item.version === 'number' ? 1 : '1';
    if (typeof item.headline === 'string') item.headline = `${item.headline} ${n}`;
    for (const headline of item.headlines ?? []) headline.value = `${headline.value} ${n}`;
    if (typeof item.byline === 'string') item.byline = `By Reporter ${n % 300}`;
    for (const name of ['body_xhtml', 'body_html']) if (item[name]) item[name] = numbered(item[name], n);
    for (const body of item.bodies ?? []) if (body.value) body.value = numbered(body.value, n);
    return item;
}

async function write(file) {
    const out = createWriteStream(file);
    out.write('[\n');
    for (let n = 0; n < count; n++)
        if (!out.write(JSON.stringify(vary(examples[n % examples.length], n)) + (n + 1 < count ? ',\n' : '\n]\n'))) await once(out, 'drain');
    out.end();
    await once(out, 'finish');
}

// The kernel keeps the high-water mark of a process's memory, in kB, until it ends.
async function importOnce(file, data) {
    const began = performance.now();
    const child = spawn(program, ['import', file, '--data', data, '--publish', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const counts = {};
    let [peak, rest] = [0, ''];
    const watch = setInterval(() => {
        try {
            peak = Number(readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1] ?? peak);
        } catch {
            clearInterval(watch);
        }
    }, 50);
    for await (const chunk of child.stdout.setEncoding('utf8')) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop();
        for (const line of lines) {
            const { status } = JSON.parse(line);
            counts[status] = (counts[status] ?? 0) + 1;
        }
    }
    clearInterval(watch);
    const seconds = (performance.now() - began) / 1000;
    const told = Object.entries(counts).map(([status, n]) => `${n} ${status}`).join(', ');
    console.log(`${told}: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} items/s, peak ${Math.round(peak / 1024)} MB`);
}

const [file, data] = [join(folder, `${count}.json`), join(folder, `data-${count}`)];
await write(file);
console.log(`${count} items of ${examples.length} examples, ${Math.round(readFileSync(file).length / count)} bytes each`);
await importOnce(file, data);
await importOnce(file, data);
rmSync(data, { recursive: true });
rmSync(file);
