// bench/idle runs this: node bench/idle.mjs FOLDER CONNECTIONS PROGRAM
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const [folder, count, program] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
const port = 5187, site = `http://127.0.0.1:${port}`;
const server = spawn(program, ['demo', '--data', folder, '--urls', site], { stdio: 'ignore' });
const memory = () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024);
const page = async () => {
    const start = performance.now();
    const response = await fetch(site);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`The front page answered ${response.status}.`);
    return performance.now() - start;
};
const median = async () => {
    const times = [];
    for (let i = 0; i < 200; i++) times.push(await page());
    return times.sort((a, b) => a - b)[100].toFixed(2);
};
try {
    while (!(await fetch(`${site}/readyz`).then(r => r.ok, () => false))) await pause(200);
    await pause(15_000); // renditions and better compression are done in the background
    await median();
    console.log('| connections held | memory of the server | page, median |\n|---|---|---|');
    console.log(`| 0 | ${memory()} MB | ${await median()} ms |`);
    const held = [];
    for (let i = 0; i < count; i++) {
        held.push(await new Promise((done, failed) => {
            const socket = connect(port, '127.0.0.1', () => done(socket)).on('error', failed);
        }));
        // Every fourth has begun to ask for something.
        if (i % 4 === 0) held[i].write('GET / HTTP/1.1\r\nHost: paper');
    }
    console.log(`| ${held.length.toLocaleString('en')} | ${memory()} MB | ${await median()} ms |`);
    held.forEach(socket => socket.destroy());
} finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
