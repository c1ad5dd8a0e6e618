import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { parseStat } from '../lib/proc/stat';
import { startNsview, type Nsview } from '../e2e/harness/nsview';
import { FIRST_HELLO } from './first-hello';
import { childrenOf } from './load';
import { withLoadedDaemon } from './loaded-daemon';
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

/**
 * `server.cpu`: what a whole server takes of one core for 2,000 idle processes, half of them in
 * containers that nobody has on screen, with one viewer; and with none.
 */
export function benchServer(isWanted: Wanted, report: Report): Promise<void> {
  return withLoadedDaemon(async (dockerd) => {
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
        const viewer = await look(nsview);
        await delay(SETTLE);
        await figure('server.cpu');
        viewer.disconnect();
      }
    } finally {
      await nsview.stop();
    }
  });
}

/** Joins as a viewer that has no container on screen. @returns its socket, to ask by or to leave */
export async function look(nsview: Nsview): Promise<Socket> {
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
  return socket;
}

/** What a process and its descendants take of one core: percent. */
export async function share(pid: number, during = SECONDS): Promise<number> {
  const before = cpuTicks(pid);
  const from = performance.now();
  await delay(during * 1000);
  const seconds = (performance.now() - from) / 1000;
  return ((cpuTicks(pid) - before) / TICKS_PER_SECOND / seconds) * 100;
}

function cpuTicks(pid: number): number {
  const own = parseStat(readFileSync(`/proc/${pid}/stat`)).cpuTicks;
  return childrenOf(pid).reduce((sum, child) => sum + cpuTicks(child), own);
}
