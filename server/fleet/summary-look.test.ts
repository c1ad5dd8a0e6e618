import { expect, it, vi } from 'vitest';
import { untoldDetails } from '@lib/asking/untold-details';
import type { Findings } from '@lib/findings/finding';
import type { Snapshot } from '@lib/model/snapshot';
import type { Outcome } from '@lib/protocol/ask';
import { courseMachine } from '@lib/select/course-machine';
import { Hub } from '../hub/hub';
import { LatestFindings } from '../hub/latest-findings';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import { SummaryLook } from './summary-look';

const NOTHING: Findings = { findings: [], unknown: [], inapplicable: [], silent: [] };

/** A machine at whose desk is asked. @param answer what comes of it */
function looking(answer: (findings: LatestFindings) => Promise<Outcome>) {
  const findings = new LatestFindings();
  const machine = { snapshot: courseMachine, asked: 0 };
  const hub = { epoch: 'e', findings, seen: () => Promise.resolve(machine.snapshot) };
  const desk = {
    answer: () => {
      machine.asked += 1;
      return answer(findings);
    },
  };
  return { machine, look: new SummaryLook(hub, desk) };
}

const finds = (findings: LatestFindings) => {
  findings.keep(NOTHING);
  return Promise.resolve<Outcome>({ answer: {} });
};
const fails = () => Promise.resolve<Outcome>({ error: { code: 'deadline', message: 'late' } });
const NONE = { high: 0, medium: 0, low: 0, undecided: 0, rules: {}, moreRules: 0 };

/** The same machine, on which a container was started anew. */
const restarted: Snapshot = {
  ...courseMachine,
  containers: courseMachine.containers.map((container) =>
    container.name === 'c1' ? { ...container, startedAt: '2026-11-30T00:00:00Z' } : container,
  ),
};
/** The same, of which one that does not run is gone. */
const tidied: Snapshot = {
  ...courseMachine,
  containers: courseMachine.containers.filter(({ name }) => name !== 'old'),
};

it('tells what is found from the first look on, and asks for it no more while the same containers run', async () => {
  const { machine, look } = looking(finds);
  expect((await look.take()).findings).toEqual(NONE);
  machine.snapshot = tidied;
  expect((await look.take()).findings).toEqual(NONE);
  expect(machine.asked).toBe(1);
});

it('asks again when other containers run', async () => {
  const { machine, look } = looking(finds);
  await look.take();
  machine.snapshot = restarted;
  await look.take();
  expect(machine.asked).toBe(2);
});

it('asks again after two minutes: what a container may do can be changed while it runs', async () => {
  const now = vi.spyOn(performance, 'now');
  const { machine, look } = looking(finds);
  try {
    now.mockReturnValue(1_000_000);
    await look.take();
    now.mockReturnValue(1_119_999);
    await look.take();
    expect(machine.asked).toBe(1);
    now.mockReturnValue(1_120_000);
    await look.take();
    expect(machine.asked).toBe(2);
  } finally {
    now.mockRestore();
  }
});

it('where nothing could be found out, nothing is known', async () => {
  expect((await looking(fails).look.take()).findings).toBeNull();
});

it('waits for an engine that hangs no longer than a moment, and asks it once', async () => {
  let answer: (outcome: Outcome) => void = () => undefined;
  const { machine, look } = looking(() => new Promise((resolve) => (answer = resolve)));
  expect((await look.take()).findings).toBeNull();
  machine.snapshot = restarted;
  expect((await look.take()).findings).toBeNull();
  expect(machine.asked).toBe(1);
  answer({ answer: {} });
  await look.take();
  expect(machine.asked).toBe(2);
});

it('with the hub and the desk that there are, it looks at the machine once for all of it', async () => {
  let reads = 0;
  const source = {
    ...untoldDetails,
    read: () => {
      reads += 1;
      return Promise.resolve(courseMachine);
    },
    ...{
      hurry: () => undefined,
      search: () => Promise.resolve(),
      usage: () => Promise.resolve([]),
    },
    ...{ enginesKnown: () => true, onHint: () => undefined, setWatched: () => undefined },
    close: () => Promise.resolve(),
  };
  const fail = (error: unknown) => expect.fail(String(error));
  const hub = new Hub(source, fail);
  const summary = await new SummaryLook(hub, new Desk(hub, HANDLERS, fail)).take();
  expect(reads).toBe(1);
  expect(summary.epoch).toBe(hub.epoch);
  expect(summary.containers).toEqual({ running: 4, all: 5, complete: true });
  // What is in the host's namespaces is known without asking anybody.
  expect(summary.findings?.rules).toMatchObject({ 'host-net': 1, joined: 2 });
  // No engine tells the rest here.
  expect(summary.findings?.undecided).toBeGreaterThan(0);
  hub.close();
});
