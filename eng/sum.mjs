// Adds up what the test runs left in a folder and prints failed tests by name, then one line: N passed, N failed, N skipped.
// A run NAME left NAME.exit (its exit code) and, where its tool writes one, a report: NAME.json (Common Test Report Format)
// or NAME.log (what Node's test runner printed). A run without a report is one test, judged by its exit code.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const reported = ['sqlite', 'postgres', 'browser', 'scripts'];
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

for (const file of readdirSync(folder).filter(f => f.endsWith('.exit')).sort()) {
  const run = file.slice(0, -'.exit'.length);
  const code = Number(readFileSync(join(folder, file), 'utf8'));
  const result = read(run) ?? single(run, code);
  if (code !== 0 && result.failures.length === 0) {
    result.failed++;
    result.failures.push(`the run ended with exit code ${code}${code === 124 ? ': it took too long' : ''}`);
  }
  if (run === 'sqlite' && result.passed + result.failed + result.skipped === 0) {
    result.failed++;
    result.failures.push('no test ran');
  }
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  failures.push(...result.failures.map(f => `${run}: ${f}`));
  console.log(`${run.padEnd(10)} ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
}

if (failures.length > 0) {
  console.log('\nFailed:');
  for (const failure of failures) console.log(`  ${failure}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function read(run) {
  const json = join(folder, `${run}.json`);
  const log = join(folder, `${run}.log`);
  if (existsSync(json)) return readCtrf(json);
  return existsSync(log) ? readNode(log) : undefined;
}

function readCtrf(path) {
  let results;
  try {
    ({ results } = JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ['its report is cut short'] };
  }
  const failures = results.tests.filter(t => t.status === 'failed').map(t => t.name);
  const errors = (results.extra?.suites ?? []).flatMap(s => s.errors ?? []);
  failures.push(...errors.map(e => `outside a test: ${e.message ?? JSON.stringify(e)}`));
  return {
    passed: results.summary.passed,
    failed: failures.length,
    skipped: results.summary.skipped + results.summary.pending,
    failures,
  };
}

function readNode(path) {
  const text = readFileSync(path, 'utf8');
  const count = word => Number(text.match(new RegExp(`^(?:#|ℹ) ${word} (\\d+)`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  const names = [...new Set([...text.matchAll(/^\s*(?:not ok \d+ -|✖) (.+)$/gm)].map(m => m[1]))];
  return { passed: count('pass'), failed, skipped: count('skipped') + count('todo'), failures: failed > 0 ? names : [] };
}

function single(run, code) {
  if (reported.includes(run)) return { passed: 0, failed: 1, skipped: 0, failures: [`it ended with exit code ${code} and left no report`] };
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [`exit code ${code}`] };
}
