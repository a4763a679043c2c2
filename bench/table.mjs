// Medians of alternating rounds with their spread, as a Markdown table: node bench/table.mjs RESULTS
import { readFileSync } from 'node:fs';

const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => line.split('\t'));
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const of = (name, server, column) => rows.filter(r => r[0] === name && r[1] === server).map(r => Number(r[column]));
const spread = values => `${median(values)} [${Math.min(...values)}–${Math.max(...values)}]`;

console.log('| page, connections | nginx requests/s | ours | ratio | p50 nginx / ours, ms | p99 nginx / ours, ms | CPU a request nginx / ours, µs | ratio |');
console.log('|---|---|---|---|---|---|---|---|');
for (const name of new Set(rows.map(r => r[0]))) {
    const ours = of(name, 'ours', 2), theirs = of(name, 'nginx', 2);
    const pair = column => theirs.length ? `${median(of(name, 'nginx', column))} / ${median(of(name, 'ours', column))}` : `– / ${median(of(name, 'ours', column))}`;
    // Of each round its own ratio: what slows the machine for a while slows both.
    const ratio = column => theirs.length ? median(of(name, 'ours', column).map((value, i) => value / of(name, 'nginx', column)[i])).toFixed(2) : '–';
    console.log(`| ${[name, theirs.length ? spread(theirs) : '–', spread(ours), ratio(2), pair(3), pair(4), pair(5), ratio(5)].join(' | ')} |`);
}
