import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EngineState } from '@lib/model/host';
import type { ReaderMode } from '../config/common';
import type { Endpoint } from '../engine/endpoint';
import { TestEngine } from '../docker/test-engine';
import { eventually } from '../docker/test-watch';
import { createThreadReader } from '../reader/thread-reader';
import type { LineEnd } from '../source/container/line';
import type { startReader } from '../source/container/start';
import { ReaderChoice } from './reader-choice';

/* What becomes of an offer. What a started reader reads is tested with a real daemon, in e2e. */

let folder: string;
let daemon: TestEngine;
const choices: ReaderChoice[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  daemon = await TestEngine.listen(join(folder, 'd.sock'));
  daemon.misbehaves.set('/info', (_, response) => response.end('{}'));
  daemon.misbehaves.set('/images/json', (_, response) => response.end('[]'));
});
afterEach(async () => {
  await Promise.all(choices.splice(0).map((choice) => choice.close()));
  await daemon.stop();
  rmSync(folder, { recursive: true });
});

const ELSEWHERE: Endpoint = {
  kind: 'tcp',
  host: '192.0.2.1',
  port: 2375,
  url: 'tcp://192.0.2.1:2375',
  from: 'option',
};

function engine(state: EngineState, endpoint?: Endpoint) {
  const url = `unix://${daemon.path}`;
  const found: Endpoint = endpoint ?? { kind: 'unix', path: daemon.path, url, from: 'option' };
  return {
    status: {
      id: `docker:${url}`,
      kind: 'docker' as const,
      endpoint: url,
      version: null,
      apiVersion: null,
      minApiVersion: null,
      state,
      message: 'nobody listens there',
      tried: [],
    },
    endpoint: state === 'connecting' ? null : found,
  };
}

function choose(mode: ReaderMode, enters = false, startOne?: typeof startReader): ReaderChoice {
  const choice = new ReaderChoice(
    mode,
    enters,
    { procRoot: '/proc', args: true },
    engine('connecting'),
    startOne,
  );
  choices.push(choice);
  return choice;
}

/** All that was sent to the daemon must only ask. */
function expectOnlyAsked(): void {
  expect(daemon.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
}

/** As long as it takes until another is offered, which asks the daemon first; forgets what that one asked. */
async function whileAnotherIsOffered(): Promise<void> {
  const before = daemon.requests.length;
  const another = choose('auto');
  another.saw(true);
  another.engineIs(engine('connected'));
  await eventually(() => expect(another.state()).toMatchObject({ state: 'offered' }));
  const asked = daemon.requests.splice(before);
  expect(asked).not.toEqual([]);
}

it('one that is to enter is offered as what it is, also to who had it stopped', async () => {
  const choice = choose('auto', true);
  choice.saw(true);
  choice.engineIs(engine('connected'));
  await eventually(() => expect(choice.state()).toMatchObject({ state: 'offered', enters: true }));
  choice.decide(false);
  expect(choice.state()).toMatchObject({ state: 'offered', declined: true, enters: true });
  const offered = JSON.stringify(choice.state());
  expect(offered).toContain('--cap-add=SYS_ADMIN');
  expect(offered).toContain('seccomp=');
  expectOnlyAsked();
});

it('is offered where something is kept from us and the engine answers; a no is kept', async () => {
  const choice = choose('auto');
  const told: string[] = [];
  choice.onChange(() => told.push(choice.state().state));
  choice.saw(true);
  expect(choice.state()).toEqual({ state: 'direct' });
  choice.engineIs(engine('connected'));
  await eventually(() =>
    expect(choice.state()).toMatchObject({ state: 'offered', declined: false }),
  );
  const { state } = choice.state();
  expect(state).toBe('offered');
  expect(JSON.stringify(choice.state())).toContain('--cap-add=SYS_PTRACE');

  choice.decide(false);
  expect(choice.state()).toMatchObject({ state: 'offered', declined: true });
  choice.engineIs(engine('disconnected'));
  expect(choice.state()).toEqual({ state: 'direct' });
  choice.engineIs(engine('connected'));
  await eventually(() => expect(choice.state()).toMatchObject({ declined: true }));
  expect(told).toContain('offered');
  expectOnlyAsked();
});

it.each<[string, ReaderMode, boolean, EngineState]>([
  ['nothing is kept from us', 'auto', false, 'connected'],
  ['it was ruled out', 'direct', true, 'connected'],
  ['the engine is not reached', 'auto', true, 'denied'],
])('a yes that was not asked for starts nothing: %s', async (_, mode, blind, state) => {
  const choice = choose(mode);
  choice.saw(blind);
  choice.engineIs(engine(state));
  choice.decide(true);
  expect(choice.state()).toEqual({ state: 'direct' });
  await whileAnotherIsOffered();
  expect(choice.state()).toEqual({ state: 'direct' });
  expect(choice.current).toBe(choice.direct);
  expect(choice.settled).toBe(true);
  await choice.close();
  expect(daemon.requests).toEqual([]);
});

it('that one may enter is agreed to of a reader that runs, and of no other', async () => {
  const choice = choose('auto');
  choice.decideEntering(true);
  choice.saw(true);
  choice.engineIs(engine('connected'));
  await eventually(() => expect(choice.state()).toMatchObject({ state: 'offered' }));
  choice.decideEntering(true);
  expect(choice.state()).toMatchObject({ state: 'offered', enters: false });
  expect(JSON.stringify(choice.state())).not.toContain('SYS_ADMIN');
  await whileAnotherIsOffered();
  expect(choice.state()).toMatchObject({ state: 'offered', enters: false });
  expectOnlyAsked();
});

it('a yes to one that enters, given while the engine is away, is told to be in vain, and starts none later', async () => {
  const started: boolean[] = [];
  const lose: ((end: LineEnd) => void)[] = [];
  const choice = choose('container', false, (_, options, { enters }) => {
    started.push(enters);
    const reader = createThreadReader(options);
    const lost = new Promise<LineEnd>((resolve) => lose.push(resolve));
    return Promise.resolve({ name: 'r', commands: [], reader, lost, stop: () => reader.close() });
  });
  choice.engineIs(engine('connected'));
  await eventually(() => expect(choice.state()).toMatchObject({ state: 'container', next: null }));
  choice.engineIs(engine('disconnected'));
  choice.decideEntering(true);
  const inVain = {
    ...{ state: 'container', enters: false },
    next: { state: 'failed', step: 'engine', problem: 'unreachable' },
  };
  expect(choice.state()).toMatchObject(inVain);

  choice.engineIs(engine('connected'));
  expect(choice.state()).toMatchObject(inVain);
  lose[0]?.({ problem: 'ended', reason: '' });
  await eventually(() => expect(started).toHaveLength(2));
  expect(started).toEqual([false, false]);

  choice.decideEntering(true);
  await eventually(() =>
    expect(choice.state()).toMatchObject({ state: 'container', enters: true, next: null }),
  );
  expect(started).toEqual([false, false, true]);
});

it('is not offered on another machine', async () => {
  const choice = choose('auto');
  choice.saw(true);
  choice.engineIs(engine('connected', ELSEWHERE));
  await whileAnotherIsOffered();
  expect(choice.state()).toEqual({ state: 'direct' });
  choice.decide(true);
  await whileAnotherIsOffered();
  expect(choice.state()).toEqual({ state: 'direct' });
  expect(daemon.requests).toEqual([]);
});

it('asked for on the command line: waits for the engine, then says what became of it', async () => {
  const choice = choose('container');
  expect(choice.state()).toEqual({ state: 'starting', step: 'engine' });
  expect(choice.settled).toBe(false);
  choice.engineIs(engine('absent'));
  expect(choice.state()).toMatchObject({ state: 'failed', problem: 'unreachable', again: true });
  expect(choice.settled).toBe(true);
  choice.engineIs(engine('connected', ELSEWHERE));
  await eventually(() => {
    expect(choice.state()).toMatchObject({ state: 'failed', step: 'engine', again: false });
  });
  // The other reader reads on.
  expect(await choice.current.host()).toMatchObject({ bootId: expect.any(String) });
});
