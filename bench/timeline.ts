import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GeneratedMachine } from '../e2e/harness/generated/machine';
import { diff } from '../lib/diff/diff';
import type { Process } from '../lib/model/process';
import type { Snapshot } from '../lib/model/snapshot';
import { PastKeeper } from '../server/hub/keeper';
import { pastShow } from '../server/hub/show';
import type { Viewer } from '../server/hub/viewer';
import { median, quantile, type Report, type Wanted } from './report';

export const TIMELINE_FIGURES = ['timeline.memory', 'scrub'] as const;

const PROCESSES = 2000;
const CONTAINERS = 60;
/** A look every 250 ms, as where all is busy; in each so many processes end and others begin. */
const LOOK = 250;
const MINUTES = 15;
const CHURN = 20;
/** Looks after which a container stops or starts. */
const CONTAINER_EVERY = 20;
const SEEKS = 200;
const MIB = 1024 * 1024;

/**
 * `timeline.memory`: what a quarter of an hour of a machine takes in memory on which 80 processes a second come and go;
 * beside the text of the same changes. `scrub`: from a seek in it until the viewer is sent what was there, the slowest
 * but one in twenty; beside writing out the whole picture.
 */
export async function benchTimeline(isWanted: Wanted, report: Report): Promise<void> {
  const looks = (MINUTES * 60_000) / LOOK;
  let now = Date.UTC(2026, 10, 30);
  const before = used();
  const keeper = new PastKeeper(() => now);
  let last = new GeneratedMachine(CONTAINERS, PROCESSES).snapshot();
  keeper.keep(last);
  let text = 0;
  const costs: number[] = [];
  for (let nth = 1; nth <= looks; nth += 1) {
    now += LOOK;
    const next = later(last, nth, now);
    const delta = diff(last, next, 'bench');
    const { user, system } = process.cpuUsage();
    keeper.keep(next, delta);
    const spent = process.cpuUsage({ user, system });
    costs.push((spent.user + spent.system) / 1000);
    text += JSON.stringify(delta).length;
    last = next;
  }
  const { past } = keeper;
  if (isWanted('timeline.memory')) {
    report({
      name: 'timeline.memory',
      value: (used() - before) / MIB,
      unit: 'MiB',
      baseline: { name: 'the changes as text', value: text / MIB, unit: 'MiB' },
      n: looks,
      more: {
        told: past.size.bytes / MIB,
        minutes: (past.to - past.from) / 60_000,
        msOfCpuForALook: median(costs),
      },
    });
  }
  if (isWanted('scrub')) await benchScrub(past, last, report);
}

async function benchScrub(past: PastKeeper['past'], last: Snapshot, report: Report): Promise<void> {
  const fail = (error: unknown) => {
    throw error;
  };
  const show = pastShow(past, () => () => undefined, fail);
  let told: () => void = () => undefined;
  const viewer: Viewer = {
    snapshot: () => told(),
    delta: () => told(),
    congested: () => false,
    drop: fail,
  };
  try {
    await show.hub.join(viewer, { epoch: null, lastSeq: null });
    const samples: number[] = [];
    for (let nth = 1; nth <= SEEKS; nth += 1) {
      // Far and near, to and fro; each time another picture.
      const to = Math.round(past.from + ((nth * 7919) % 1000) * ((past.to - past.from) / 1000));
      const begun = performance.now();
      const shown = new Promise<void>((resolve) => {
        told = resolve;
      });
      show.recording?.player.do({ do: 'seek', to });
      await shown;
      samples.push(performance.now() - begun);
    }
    const whole = Array.from({ length: 20 }, () => {
      const begun = performance.now();
      JSON.stringify(last);
      return performance.now() - begun;
    });
    report({
      name: 'scrub',
      value: quantile(samples, 0.95),
      unit: 'ms',
      baseline: { name: 'writing out a whole picture', value: median(whole), unit: 'ms' },
      n: samples.length,
      more: { median: median(samples) },
    });
  } finally {
    show.hub.leave(viewer);
    await show.close();
  }
}

/** The next look: the oldest of what comes and goes is gone, and as many others are there. */
function later(before: Snapshot, nth: number, now: number): Snapshot {
  const lasting = PROCESSES - CHURN * 10;
  const kept = before.processes.length > PROCESSES ? CHURN : 0;
  const stays = [...before.processes.slice(0, lasting), ...before.processes.slice(lasting + kept)];
  const model = before.processes.find(({ container }) => container !== null);
  if (model === undefined) throw new Error('the machine has no containers');
  const come = Array.from({ length: CHURN }, (_, each): Process => {
    const pid = 100_000 + nth * CHURN + each;
    const args = ['sh', '-c', `work --on item-${pid} --at ${now}`];
    return { ...model, pid, startTicks: String(pid), nsPids: [pid, pid - 99_000], args };
  });
  const turned = nth % CONTAINER_EVERY === 0 ? (nth / CONTAINER_EVERY) % CONTAINERS : -1;
  const containers = before.containers.map((each, index) =>
    index === turned ? { ...each, startedAt: new Date(now).toISOString() } : each,
  );
  return {
    ...before,
    ...{ seq: before.seq + 1, takenAt: new Date(now).toISOString() },
    ...{ containers, processes: [...stays, ...come] },
  };
}

/** Bytes in use when all that is not needed is gone. */
function used(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
