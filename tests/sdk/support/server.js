// The server under test: the one that TALON_BASE_URL and TALON_MANAGEMENT_KEY name, else one started here.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../../src/Talon.Server', import.meta.url));
const patience = 120_000;

export async function startServer() {
  const { TALON_BASE_URL: baseUrl, TALON_MANAGEMENT_KEY: managementKey } = process.env;
  if (baseUrl && managementKey) return { baseUrl: baseUrl.replace(/\/$/, ''), managementKey, stop: async () => {} };
  if (baseUrl || managementKey) throw new Error('Set both TALON_BASE_URL and TALON_MANAGEMENT_KEY, or neither.');
  return startEmbedded();
}

async function startEmbedded() {
  const data = await mkdtemp(join(tmpdir(), 'talon-sdk-'));
  const managementKey = randomBytes(24).toString('hex');
  const command = process.env.TALON_SERVER_DLL
    ? [process.env.TALON_SERVER_DLL]
    : ['run', '--project', project, '--'];
  const child = spawn('dotnet', [...command, '--urls', 'http://127.0.0.1:0', '--data', data], {
    env: { ...process.env, TALON_MANAGEMENT_KEY: managementKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise(resolve => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    await rm(data, { recursive: true, force: true });
  };
  try {
    return { baseUrl: await listeningAddress(child, exited), managementKey, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listeningAddress(child, exited) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`The server did not say where it listens:\n${output}`)), patience);
    const settle = action => value => {
      clearTimeout(timer);
      action(value);
    };
    exited.then(settle(code => reject(new Error(`The server ended with code ${code}:\n${output}`))));
    child.once('error', settle(reject));
    child.stdout.on('data', chunk => {
      output += chunk;
      const match = /^Listening on (http:\S+)$/m.exec(output);
      if (match) settle(resolve)(match[1]);
    });
  });
}
