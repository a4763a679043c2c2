// Starts the program again and again: node bench/start.mjs FOLDER ROUNDS PROGRAM. Prints when it listened and when it had answered an article.
import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';

const [folder, rounds, program] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
const port = 5187;
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const ask = path => new Promise(resolve => get({ host: '127.0.0.1', port, path, headers: { accept: 'text/html' } }, response => {
    let body = '';
    response.on('data', chunk => { body += chunk; }).on('end', () => resolve({ status: response.statusCode, body }));
}).on('error', () => resolve(null)));

async function answer(path) {
    for (;;) {
        const got = await ask(path);
        if (got) return got;
        await new Promise(resolve => setTimeout(resolve, 2));
    }
}

async function start(path) {
    const began = performance.now();
    const child = spawn(program, ['serve', '--data', folder, '--urls', `http://127.0.0.1:${port}`], { stdio: ['ignore', 'ignore', 'inherit'] });
    const ended = once(child, 'exit');
    const { status, body } = await answer(path);
    const took = performance.now() - began;
    // Let it draw what it draws beforehand, then look at what it takes.
    await new Promise(resolve => setTimeout(resolve, 3000));
    const memory = Number(readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;
    child.kill('SIGTERM');
    await ended;
    return { status, body, took, memory };
}

const front = await start('/');
const article = front.body.match(/href="(\/\d{4}\/\d\d\/\d\d\/[^"]+)"/)[1];
const results = [];
for (let round = 0; round < rounds; round++) {
    const { status, took, memory } = await start(article);
    if (status !== 200) throw new Error(`${article} answered ${status}`);
    results.push({ took, memory });
}
const took = results.map(r => r.took);
console.log(`first article after ${Math.round(median(took))} ms [${Math.round(Math.min(...took))}–${Math.round(Math.max(...took))}], at rest ${Math.round(median(results.map(r => r.memory)))} MB, ${rounds} starts`);
