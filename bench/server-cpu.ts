import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { parseStat } from '../lib/proc/stat';
import { startDockerd, type Dockerd } from '../e2e/harness/dockerd';
import { makeUbuntu } from '../e2e/harness/images';
import { startNsview, type Nsview } from '../e2e/harness/nsview';
import { until } from '../e2e/harness/until';
import { FIRST_HELLO } from './first-hello';
import { childrenOf, GROUPS, GROUP_SCRIPT, PROCESSES_PER_GROUP, withLoad } from './load';
import { costOfLsns } from './lsns';
import { median, type Report, type Wanted } from './report';

export const SERVER_FIGURES = ['server.cpu.unwatched', 'server.cpu'] as const;

const SECONDS = 40;
/**
 * After its start a server loads what it will need and collects its garbage; after a full scan
 * everything is read once more, and the first search is over.
 */
const SETTLE = 35_000;
const LSNS_RUNS = 3;
/** Clock ticks a second, as /proc/PID/stat counts them. */
const TICKS_PER_SECOND = 100;
const STARTED_WITHIN = 60_000;

/**
 * `server.cpu`: what a whole server takes of one core for 2,000 idle processes, half of them in
 * containers that nobody has on screen, with one viewer; and with none.
 */
export function benchServer(isWanted: Wanted, report: Report): Promise<void> {
  return withLoad(GROUPS / 2, async () => {
    const dockerd = await startDockerd();
    try {
      await makeUbuntu(dockerd);
      await Promise.all(
        Array.from({ length: GROUPS / 2 }, () => dockerd.run('ubuntu', 'sh', '-c', GROUP_SCRIPT)),
      );
      await until('the processes in containers run', () => allRun(dockerd), STARTED_WITHIN);
      const runs: number[] = [];
      for (let run = 0; run < LSNS_RUNS; run += 1) runs.push((await costOfLsns()).cpu);
      const baseline = { name: 'lsns -J', value: median(runs), unit: 'ms' };
      const nsview = await startNsview({ docker: dockerd.endpoint });
      const figure = async (name: string) => {
        if (!isWanted(name)) return;
        const value = await share(nsview.pid);
        report({ name, value, unit: '% of one core', baseline, n: SECONDS });
      };
      try {
        await delay(SETTLE);
        await figure('server.cpu.unwatched');
        if (isWanted('server.cpu')) {
          const leave = await look(nsview);
          await delay(SETTLE);
          await figure('server.cpu');
          leave();
        }
      } finally {
        await nsview.stop();
      }
    } finally {
      await dockerd.close();
    }
  });
}

async function allRun(dockerd: Dockerd): Promise<boolean> {
  const ids = (await dockerd.cli('ps', '--quiet')).stdout.split('\n').filter(Boolean);
  const leaders = await Promise.all(ids.map((id) => dockerd.leader(id)));
  return leaders.every((pid) => childrenOf(pid).length >= PROCESSES_PER_GROUP - 2);
}

/** Joins as a viewer that has no container on screen. @returns how to leave */
async function look(nsview: Nsview): Promise<() => void> {
  const socket = io(nsview.url, {
    transports: ['websocket'],
    extraHeaders: { Origin: nsview.url },
  });
  await new Promise<unknown>((resolve, reject) => {
    socket.on('connect', () => {
      socket.emit('hello', FIRST_HELLO);
    });
    socket.on('snapshot', resolve);
    socket.on('connect_error', reject);
    socket.on('incompatible', () => {
      reject(new Error('the server speaks another version of the protocol'));
    });
  });
  return () => socket.disconnect();
}

/** What a process and its descendants take of one core: percent. */
async function share(pid: number): Promise<number> {
  const before = cpuTicks(pid);
  const from = performance.now();
  await delay(SECONDS * 1000);
  const seconds = (performance.now() - from) / 1000;
  return ((cpuTicks(pid) - before) / TICKS_PER_SECOND / seconds) * 100;
}

function cpuTicks(pid: number): number {
  const own = parseStat(readFileSync(`/proc/${pid}/stat`)).cpuTicks;
  return childrenOf(pid).reduce((sum, child) => sum + cpuTicks(child), own);
}
