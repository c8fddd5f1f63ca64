// Runs other engines on the carts and campaigns of bench/Talon.Benchmarks, beside Talon, in one run.
// Every engine must give the results of the workload before it is timed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, microseconds } from './measure.mjs';
import { jsonLogic } from './engines/json-logic.mjs';
import { jsonRules } from './engines/json-rules.mjs';
import { medusa } from './engines/medusa.mjs';
import { vendure } from './engines/vendure.mjs';
import { table } from './table.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, '..', 'Talon.Benchmarks');
const dotnet = (...args) => execFileSync('dotnet', ['run', '-c', 'Release', '--project', project, '--', ...args], { maxBuffer: 1 << 26, encoding: 'utf8' });
const folder = mkdtempSync(join(tmpdir(), 'talon-bench-'));

dotnet('export', folder);
const talon = JSON.parse(dotnet('time').trim().split('\n').at(-1));
const rows = [];
for (const { campaigns, oneIn, engine } of talon.rows) {
  const workload = JSON.parse(readFileSync(join(folder, `${campaigns}-${oneIn}.json`), 'utf8'));
  const row = { campaigns, oneIn, Talon: engine };
  for (const [name, make, decides] of [
    ['json-logic-engine', jsonLogic, true],
    ['json-rules-engine', jsonRules, true],
    ['@medusajs/promotion', medusa, false],
    ['@vendure/core', vendure, false],
  ]) {
    const peer = await make(workload);
    await check(name, peer, workload, decides);
    row[name] = await microseconds(peer, workload.carts);
    console.error(`${campaigns} campaigns, 1 in ${oneIn}: ${name} ${row[name].toFixed(1)} us`);
  }
  rows.push(row);
}
rmSync(folder, { recursive: true });

const report = { node: process.version, processors: cpus().length, talon, rows };
if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify(report, null, 2) + '\n');
console.log(table(report));
