import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from './harness/fixtures';
import { linksOf, processesIn } from './harness/witness';
import { until } from './harness/until';

/** Everything on this machine that still names a daemon's folder: processes, mounts, the folder. */
function remains(folder: string): string[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return args.includes(folder) ? [`process ${pid} ${args}`] : [];
      } catch {
        return [];
      }
    });
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .filter((line) => line.includes(folder));
  return [...processes, ...mounts, ...(existsSync(folder) ? [folder] : [])];
}

test('a daemon with containers leaves nothing behind when its owner is killed', async () => {
  const owner = spawn(process.execPath, ['--import', 'tsx', 'e2e/harness/owner.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(owner.stdout, 'data')) as [Buffer];
  const { socket, leader } = JSON.parse(said.toString()) as { socket: string; leader: number };
  const folder = dirname(socket);
  expect(remains(folder).length).toBeGreaterThan(3);
  expect(existsSync(`/proc/${leader}`)).toBe(true);

  owner.kill('SIGKILL');

  await until('nothing remains', () => remains(folder).length === 0, 30_000, 100);
  expect(existsSync(`/proc/${leader}`)).toBe(false);
});

test('a daemon hangs, goes on, stops and starts again with its images', async ({ dockerd }) => {
  dockerd.pause();
  try {
    // A signal takes a moment to reach every thread.
    await expect.poll(() => dockerd.ping(200)).toBe(false);
  } finally {
    dockerd.resume();
  }
  expect(await dockerd.ping()).toBe(true);
  await dockerd.stop();
  expect(await dockerd.ping()).toBe(false);
  await dockerd.start();
  expect((await dockerd.cli('images', '-q', 'ubuntu')).stdout.trim()).not.toBe('');
});

test('the witness sees a container as it is', async ({ dockerd }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sh', '-c', 'sleep 1d; :');
  const leader = linksOf(await dockerd.leader('c1'));
  expect(leader.pid).not.toBe(linksOf('self').pid);
  expect(leader.time).toBe(linksOf('self').time);
  expect(await processesIn(dockerd, 'c1')).toEqual([
    { pid: 1, user: 'root', command: 'sh -c sleep 1d; :' },
    { pid: expect.any(Number), user: 'root', command: 'sleep 1d' },
  ]);
});
