import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GeneratedMachine } from '../e2e/harness/generated/machine';
import type { Findings } from '../lib/findings/finding';
import { findingsOf } from '../lib/findings/findings-of';
import { containerKey } from '../lib/model/ids';
import type { Snapshot } from '../lib/model/snapshot';
import { formatLine, RECORDING_FORMAT, RECORDING_VERSION } from '../lib/recording/format';
import { parseRecording } from '../lib/recording/parse';
import type { UseReading } from '../lib/use/reading';
import { answerApi } from '../server/http/api';
import { recordedShow, type Show } from '../server/hub/show';
import { median, quantile, type Report, type Wanted } from './report';

export const METRICS_FIGURES = ['metrics.500'] as const;

const CONTAINERS = 500;
const RUNS = 40;

/**
 * `metrics.500`: how long `GET /metrics` takes with 500 containers, what each uses read a moment before.
 * Beside the same machine's snapshot.
 */
export async function benchMetrics(_isWanted: Wanted, report: Report): Promise<void> {
  const snapshot = new GeneratedMachine(CONTAINERS, 2000).snapshot();
  const show = showOf(snapshot);
  const found = foundIn(snapshot);
  const server = createServer((request, response) => {
    answerApi(
      request.url ?? '',
      new URLSearchParams(),
      { ...show, audience: null },
      response,
    ).catch(fail);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [metrics, snapshots]: [number[], number[]] = [[], []];
  let bytes = 0;
  try {
    for (let run = 0; run < RUNS; run += 1) {
      keepUses(show, snapshot);
      show.hub.findings.keep(found);
      const answer = await timed(`http://127.0.0.1:${port}/metrics`);
      metrics.push(answer.ms);
      ({ bytes } = answer);
      snapshots.push((await timed(`http://127.0.0.1:${port}/api/v1/snapshot`)).ms);
    }
  } finally {
    server.closeAllConnections();
    server.close();
    await show.close();
  }
  report({
    name: 'metrics.500',
    value: median(metrics),
    unit: 'ms',
    baseline: { name: 'the snapshot of the same', value: median(snapshots), unit: 'ms' },
    n: RUNS,
    // The first one loads what writes the text.
    more: { p95: quantile(metrics, 0.95), first: metrics[0] ?? 0, bytes },
  });
}

async function timed(url: string): Promise<{ ms: number; bytes: number }> {
  const begun = performance.now();
  const response = await fetch(url);
  const { byteLength } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return { ms: performance.now() - begun, bytes: byteLength };
}

function showOf(snapshot: Snapshot): Show {
  const header = {
    format: RECORDING_FORMAT,
    version: RECORDING_VERSION,
    createdAt: snapshot.takenAt,
    nsview: '0.1.0',
    anonymous: true,
  } as const;
  const lines = [header, { at: 0, snapshot }, { at: 1, end: true as const }];
  const recording = parseRecording(lines.map(formatLine));
  return recordedShow(recording, { name: null, title: '', live: false }, fail);
}

/** What rules find where nothing is known but the snapshot: every one has something to say, or is undecided. */
function foundIn(snapshot: Snapshot): Findings {
  const unread = { unread: 'EACCES' };
  const details = snapshot.containers.map(
    (each) => [containerKey(each), { config: unread, privileges: unread, use: unread }] as const,
  );
  return findingsOf({ snapshot, details: new Map(details), asked: snapshot.engines });
}

/** As if somebody had just looked at all that run. */
function keepUses({ hub }: Show, { containers, processes }: Snapshot): void {
  const starts = new Map(processes.map(({ pid, startTicks }) => [pid, startTicks]));
  for (const { id, pid } of containers) {
    const startTicks = starts.get(pid);
    if (startTicks === undefined) continue;
    hub.uses.keep({ pid, startTicks, id, viewers: [] }, readingOf(`/docker/${id}`));
  }
}

const FILES = {
  'memory.current': '60817408\n',
  'memory.max': '67108864\n',
  'memory.peak': '67108864\n',
  'memory.stat': 'anon 57671680\nfile 3145728\nkernel 12288\n',
  'memory.events': 'low 0\nhigh 0\nmax 41\noom 1\noom_kill 1\n',
  'cpu.max': '50000 100000\n',
  'cpu.stat': 'usage_usec 1900000\nnr_periods 38\nnr_throttled 28\nthrottled_usec 1400000\n',
  'pids.current': '19\n',
  'pids.max': '20\n',
  'io.stat': '254:0 rbytes=3145728 wbytes=4096 rios=3 wios=1\n',
};

const toldText = (value: string) => ({ value, reason: null });

function readingOf(path: string): UseReading {
  const told = Object.entries(FILES).map(([name, text]) => [name, toldText(text)] as const);
  const own = { path, files: Object.fromEntries(told) };
  const each = {
    value: {
      version: 'v2' as const,
      own,
      above: [],
      whole: true,
      localPidsEvents: false,
      below: [],
    },
    reason: null,
  };
  return {
    controllers: {
      ...{ memory: each, cpu: each, cpuacct: each, pids: each, io: each, freezer: each },
    },
    machine: { meminfo: toldText('MemTotal: 4018140 kB\n'), cpus: toldText('0-1\n') },
    network: { value: null, reason: 'ENOENT' },
  };
}

function fail(error: unknown): never {
  throw error;
}
