import { startContainerd } from '../e2e/harness/containerd';
import { makeCtr } from '../e2e/harness/ctr';
import { snapshotOf } from '../e2e/harness/api';
import { startDockerd, type Dockerd } from '../e2e/harness/dockerd';
import { makeUbuntu } from '../e2e/harness/images';
import { type Nsview, startNsview } from '../e2e/harness/nsview';
import { makePodman } from '../e2e/harness/podman';
import { until } from '../e2e/harness/until';
import { setTimeout as delay } from 'node:timers/promises';
import { median, type Report, type Wanted } from './report';
import { fullScan, withReader } from './scan';
import { look, share } from './server-cpu';

export const ENGINES_FIGURES = ['engines.scan', 'engines.cpu', 'engines.first'] as const;

const CONTAINERS = 300;
const OF_EACH = CONTAINERS / 3;
/** So many are started, or removed, at a time. */
const AT_ONCE = 6;
const SCANS = 15;
const STARTS = 5;
/** As for the figures of one engine. */
const SETTLE = 35_000;
const SECONDS = 40;
const STARTED_WITHIN = 60_000;
const SLEEP = ['/bin/sleep', '1d'];

/** What one machine costs: milliseconds of CPU, percent of a core, milliseconds. */
interface Costs {
  scan: number;
  cpu: number;
  first: number;
}

/**
 * `engines.*`: what 300 containers of three engines cost (Docker, Podman, containerd), beside as many of one Docker:
 * reading all processes, a server that one page looks at, and from its start until it shows all of them.
 */
export async function benchEngines(isWanted: Wanted, report: Report): Promise<void> {
  const dockerd = await startDockerd();
  const podman = await makePodman();
  const containerd = await startContainerd();
  const ctr = makeCtr(containerd.socket, 'nsv-bench');
  try {
    await makeUbuntu(dockerd);
    const ids = await many(CONTAINERS, () => dockerd.run('--net=none', 'ubuntu', ...SLEEP));
    const alone = await costsOf([dockerd.endpoint], isWanted);

    await removeOf(dockerd, ids.slice(OF_EACH));
    await podman.serve();
    await many(OF_EACH, (nth) => podman.run(`p${String(nth)}`));
    await many(OF_EACH, (nth) => ctr.runOf(SLEEP, `n${String(nth)}`));
    const urls = [dockerd.endpoint, podman.endpoint, `containerd://${containerd.socket}`];
    const together = await costsOf(urls, isWanted);

    const figures = [
      { key: 'scan', unit: 'ms of CPU', n: SCANS },
      { key: 'cpu', unit: '% of one core', n: SECONDS },
      { key: 'first', unit: 'ms', n: STARTS },
    ] as const;
    for (const { key, unit, n } of figures) {
      const baseline = { name: 'one Docker', value: alone[key], unit };
      const ratio = together[key] / alone[key];
      report({ name: `engines.${key}`, value: together[key], unit, baseline, n, more: { ratio } });
    }
  } finally {
    await ctr.close();
    await containerd.close();
    await podman.close();
    await dockerd.close();
  }
}

async function costsOf(urls: readonly string[], isWanted: Wanted): Promise<Costs> {
  return {
    scan: isWanted('engines.scan') ? await scanning() : NaN,
    first: isWanted('engines.first') ? await firstPicture(urls) : NaN,
    cpu: isWanted('engines.cpu') ? await watching(urls) : NaN,
  };
}

function scanning(): Promise<number> {
  return withReader(async (reader) => {
    const cpu: number[] = [];
    for (let run = 0; run < SCANS; run += 1) cpu.push((await fullScan(reader)).cpu);
    return median(cpu);
  });
}

async function firstPicture(urls: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const begun = performance.now();
    const nsview = await startNsview(watched(urls));
    try {
      await until('all containers are shown', () => showsAll(nsview), STARTED_WITHIN);
      times.push(performance.now() - begun);
    } finally {
      await nsview.stop();
    }
  }
  return median(times);
}

async function watching(urls: readonly string[]): Promise<number> {
  const nsview = await startNsview(watched(urls));
  const viewer = await look(nsview);
  try {
    await delay(SETTLE);
    return await share(nsview.pid, SECONDS);
  } finally {
    viewer.disconnect();
    await nsview.stop();
  }
}

const watched = (urls: readonly string[]) => ({ args: urls.flatMap((url) => ['--engine', url]) });

/** Each with the namespaces of its first process. */
async function showsAll(nsview: Nsview): Promise<boolean> {
  const { containers } = await snapshotOf(nsview);
  return containers.filter(({ namespaces }) => namespaces.mnt !== null).length === CONTAINERS;
}

async function many<T>(count: number, make: (nth: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) {
    const some = Math.min(AT_ONCE, count - made.length);
    const from = made.length;
    made.push(...(await Promise.all(Array.from({ length: some }, (_, at) => make(from + at)))));
  }
  return made;
}

async function removeOf(dockerd: Dockerd, ids: readonly string[]): Promise<void> {
  await many(ids.length, (nth) => dockerd.cli('rm', '--force', ids[nth] ?? ''));
}
