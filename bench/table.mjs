// Medians of alternating rounds with their spread, as a Markdown table: node bench/table.mjs RESULTS
import { readFileSync } from 'node:fs';

const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => line.split('\t'));
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const of = (name, server, column) => rows.filter(r => r[0] === name && r[1] === server).map(r => Number(r[column]));
const spread = values => `${median(values)} [${Math.min(...values)}–${Math.max(...values)}]`;

console.log('| page, connections | nginx requests/s | ours | ratio | p99 nginx / ours, ms | CPU a request nginx / ours, µs |');
console.log('|---|---|---|---|---|---|');
for (const name of new Set(rows.map(r => r[0]))) {
    const [theirs, ours] = [of(name, 'nginx', 2), of(name, 'ours', 2)];
    const ratios = ours.map((value, i) => value / theirs[i]);
    const cells = [name, spread(theirs), spread(ours), median(ratios).toFixed(2),
        `${median(of(name, 'nginx', 4))} / ${median(of(name, 'ours', 4))}`, `${median(of(name, 'nginx', 5))} / ${median(of(name, 'ours', 5))}`];
    console.log(`| ${cells.join(' | ')} |`);
}
