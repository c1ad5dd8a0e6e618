import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command';
import type { Dockerd } from './dockerd';
import { until } from './until';

const PROGRAM = 'docker-registry';
/** Where a daemon takes a registry without TLS for one to be trusted. */
const ADDRESS = '127.0.0.1:5000';
const READY_WITHIN = 20_000;

/** Is there a program that is a registry of images? */
export function hasRegistry(): boolean {
  return spawnSync(PROGRAM, ['--version']).status === 0;
}

/** An empty registry of images that a daemon knows as `localhost:5000`, in its network namespace. The caller ends it. */
export async function startRegistry(dockerd: Dockerd): Promise<{ close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-registry-'));
  const config = join(folder, 'config.json');
  const storage = { filesystem: { rootdirectory: join(folder, 'data') } };
  writeFileSync(config, JSON.stringify({ version: 0.1, storage, http: { addr: ADDRESS } }));
  const entering = ['--net', '--target', String(dockerd.pid)];
  // It ends with us, even where the test is killed.
  const command = ['--pdeathsig', 'TERM', 'nsenter', ...entering, PROGRAM, 'serve', config];
  const registry = spawn('setpriv', command, { stdio: 'ignore' });
  const ended = once(registry, 'exit');
  const close = async () => {
    registry.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  };
  const answers = async () => {
    if (registry.exitCode !== null) throw new Error(`${PROGRAM} ended with ${registry.exitCode}`);
    const asked = await run('nsenter', [...entering, 'ss', '-Hltn']);
    return asked.stdout.includes(ADDRESS);
  };
  try {
    await until('the registry listens', answers, READY_WITHIN);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}
