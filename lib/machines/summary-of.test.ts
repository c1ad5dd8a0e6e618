import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import type { Findings } from '../findings/finding';
import { RULE_NAMES, SEVERITIES } from '../findings/finding';
import { podSketches, sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { CONTAINER_STATES } from '../model/container';
import type { Engine } from '../model/host';
import { NAMESPACE_TYPES, perType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { VERSION } from '../model/version';
import { PROTOCOL_VERSION } from '../protocol/protocol';
import { courseMachine } from '../select/course-machine';
import { anySnapshot } from '../snapshot/fixtures/any-snapshot';
import { packSummary, readSummary } from '../fleet/packed-summary';
import { SUMMARY_BYTES, type Summary } from '../fleet/summary';
import { summaryOf } from './summary-of';

const EPOCH = '0b7f0b56-8f41-4b3c-9d6e-1d1f3b9a2c11';
const AT = '2026-11-30T17:26:12.500Z';
const NOTHING: Findings = { findings: [], unknown: [], inapplicable: [], silent: [] };

const summed = (snapshot: Snapshot, findings: Findings | null = null): Summary =>
  summaryOf({ snapshot, findings, epoch: EPOCH, at: AT });
const sketched = (sketches: readonly Sketch[]) => summed(sampleSnapshot(sketches));

/** What is found so often of each rule. */
function found(count: number, rules: readonly string[] = RULE_NAMES): Findings {
  const subject = { engine: 'docker:x', container: 'c', name: 'c1' };
  const findings = RULE_NAMES.filter((rule) => rules.includes(rule)).flatMap((rule, nth) =>
    Array.from({ length: count }, () => ({
      ...{ rule, severity: SEVERITIES[nth % 3] ?? ('low' as const), subject },
      ...{ of: [], evidence: [], change: [], reference: [] },
    })),
  );
  return { ...NOTHING, findings };
}

function withEngines(snapshot: Snapshot, changes: readonly Partial<Engine>[]): Snapshot {
  const [engine = expect.fail('an engine')] = sampleSnapshot([]).engines;
  const engines = changes.map((change, nth) => ({ ...engine, id: `docker:${nth}`, ...change }));
  return { ...snapshot, engines };
}

function noting(codes: readonly string[]): Snapshot {
  const notices = codes.map((code) => ({ code, params: {}, text: '' }));
  return { ...courseMachine, host: { ...courseMachine.host, notices } };
}

describe('what is told of a machine', () => {
  it('which one it is, and who tells it', () => {
    const { host, bootId } = courseMachine;
    expect(summed(courseMachine)).toMatchObject({
      ...{ version: 1, nsview: VERSION, protocol: PROTOCOL_VERSION, epoch: EPOCH, at: AT },
      ...{ hostname: host.hostname, kernel: host.kernel, bootId },
      processes: { all: courseMachine.processes.length, complete: true },
      ...{ sandboxes: 0, notices: [], moreNotices: 0, moreEngines: 0 },
    });
  });

  it.each<[string, Snapshot, Summary['containers']]>([
    ['those that run, and all', courseMachine, { running: 4, all: 5, complete: true }],
    ['none, where an engine says so', sampleSnapshot([]), { running: 0, all: 0, complete: true }],
    ['nothing, where no engine was reached', sampleSnapshot([], 'absent'), null],
    ['nothing, where there is not even a place for one', sampleSnapshot([], null), null],
    [
      'what was last known of one that answers no more',
      sampleSnapshot([{ name: 'c1' }], 'disconnected'),
      { running: 1, all: 1, complete: false },
    ],
    [
      'what one tells where another is silent',
      withEngines(courseMachine, [{}, { state: 'denied' }]),
      { running: 4, all: 5, complete: false },
    ],
    [
      'not nsview’s own reader',
      sampleSnapshot([{ name: 'c1' }, { name: 'reader', role: 'reader' }]),
      { running: 1, all: 1, complete: true },
    ],
  ])('of containers %s', (_, snapshot, expected) => {
    const { containers, sharing } = summed(snapshot);
    expect(containers).toEqual(expected);
    expect(sharing === null).toBe(expected === null);
  });

  it.each<[string, readonly Sketch[], object]>([
    ['nothing', [{ name: 'a' }], { pid: [0, 0], net: [0, 0], user: [0, 1] }],
    [
      'two that share',
      [
        { name: 'a', shares: { pid: 'x' } },
        { name: 'b', shares: { pid: 'x' } },
      ],
      { pid: [2, 0], net: [0, 0] },
    ],
    [
      'two pairs and one in the host’s',
      [
        ...['a', 'b'].map((name) => ({ name, shares: { net: 'x' } })),
        ...['c', 'd'].map((name) => ({ name, shares: { net: 'y' } })),
        { name: 'e', host: ['net' as const] },
      ],
      { net: [4, 1] },
    ],
    ['a pod with its pause container', podSketches('shop/till-0', ['app']), { net: [2, 0] }],
    ['what has ended', [{ name: 'a', state: 'exited' }], { pid: [0, 0], user: [0, 0] }],
  ])('by type who shares: %s', (_, sketches, expected) => {
    const { sharing } = sketched(sketches);
    const told = perType((type) => [sharing?.[type]?.shared, sharing?.[type]?.host]);
    expect(told).toMatchObject(expected);
  });

  it('how many containers’ sharing is not known, and no word of types that the kernel lacks', () => {
    const snapshot = sampleSnapshot([{ name: 'a', unknown: ['pid'] }, { name: 'b' }]);
    const host = { ...snapshot.host, lacks: ['time' as const] };
    const { sharing } = summed({ ...snapshot, host });
    expect(sharing?.pid).toEqual({ shared: 0, host: 0, engine: 0, unknown: 1 });
    expect(Object.keys(sharing ?? {})).toEqual(NAMESPACE_TYPES.filter((type) => type !== 'time'));
  });

  it('tells the engine’s namespaces from the host’s', () => {
    const snapshot = sampleSnapshot([{ name: 'a', host: ['net'] }]);
    const host = { ...snapshot.host, namespaces: { ...snapshot.host.namespaces, net: null } };
    expect(summed({ ...snapshot, host }).sharing?.net).toMatchObject({ host: 0, engine: 1 });
  });

  it.each<[string, Snapshot, Findings | null, object | null]>([
    ['nobody looked', courseMachine, null, null],
    ['no engine tells of containers', sampleSnapshot([], 'denied'), NOTHING, null],
    [
      'nothing is found',
      courseMachine,
      NOTHING,
      { high: 0, medium: 0, low: 0, undecided: 0, rules: {}, moreRules: 0 },
    ],
    [
      'something is',
      courseMachine,
      found(2, ['privileged', 'docker-socket', 'host-root']),
      { high: 2, medium: 2, low: 2, rules: { privileged: 2, 'docker-socket': 2, 'host-root': 2 } },
    ],
    [
      'something is not known',
      courseMachine,
      {
        ...NOTHING,
        unknown: [
          {
            rule: 'privileged',
            subject: { engine: 'e', container: 'c', name: 'c' },
            reason: 'EPERM',
          },
        ],
      },
      { high: 0, undecided: 1 },
    ],
  ])('findings, where %s', (_, snapshot, findings, expected) => {
    const told = summed(snapshot, findings).findings;
    if (expected === null) expect(told).toBeNull();
    else expect(told).toMatchObject(expected);
  });

  it('engines, those that do worst first, and how many more there are', () => {
    const states = ['connected', 'denied', ...Array<string>(8).fill('connected')];
    const { engines, moreEngines } = summed(
      withEngines(
        courseMachine,
        states.map((state) => ({ state: state === 'denied' ? 'denied' : 'connected' })),
      ),
    );
    expect(engines.map(({ state }) => state)).toEqual(['denied', ...Array(7).fill('connected')]);
    expect(moreEngines).toBe(2);
  });

  it('notices, each once', () => {
    const { notices, moreNotices } = summed(noting(['wsl', 'not-root', 'wsl']));
    expect([notices, moreNotices]).toEqual([['wsl', 'not-root'], 0]);
    const many = summed(noting(Array.from({ length: 40 }, (_, nth) => `code-${nth}`)));
    expect([many.notices.length + many.moreNotices, many.notices[0]]).toEqual([40, 'code-0']);
  });

  it('that processes are kept from nsview', () => {
    expect(summed(noting(['hidepid'])).processes.complete).toBe(false);
  });
});

describe('whatever there is', () => {
  /** As it is sent, and as it is read. */
  function expectToFit(summary: Summary): void {
    const packed = packSummary(summary);
    expect(packed.length).toBeLessThanOrEqual(SUMMARY_BYTES);
    expect(readSummary(packed)).toEqual({ summary });
  }

  it('a summary of it fits, and is read as it was', () => {
    fc.assert(
      fc.property(anySnapshot, fc.option(fc.nat(3)), (snapshot, each) => {
        expectToFit(summed(snapshot, each === null ? null : found(each)));
      }),
      { numRuns: inject('parserCases') / 3 },
    );
  });

  it('also where each name is as long and as odd as it can be', () => {
    const often = found(100);
    const odd = fc.string({ unit: 'binary', minLength: 40, maxLength: 5000 });
    const engines = fc.array(fc.record({ version: odd }), { maxLength: 12 });
    fc.assert(
      fc.property(odd, odd, engines, fc.nat(40), (hostname, kernel, all, codes) => {
        const { host } = noting(
          Array.from({ length: codes }, (_, nth) => `engine-unreached-${nth}`),
        );
        const snapshot = { ...courseMachine, host: { ...host, hostname, kernel } };
        const summary = summed(withEngines(snapshot, all), often);
        expectToFit(summary);
        const { engines: told, moreEngines, notices, moreNotices, findings } = summary;
        expect(told.length + moreEngines).toBe(all.length);
        expect(notices.length + moreNotices).toBe(codes);
        const rules = Object.keys(findings?.rules ?? {}).length + (findings?.moreRules ?? 0);
        expect(rules).toBe(RULE_NAMES.length);
      }),
      { numRuns: 30 },
    );
  });

  it('a machine with thousands of containers is one of the same few bytes', () => {
    const sketches = Array.from({ length: 3000 }, (_, nth): Sketch => {
      const state = CONTAINER_STATES[nth % CONTAINER_STATES.length] ?? 'running';
      return { name: `c${nth}`, state, shares: { net: `n${nth % 7}` } };
    });
    const summary = sketched(sketches);
    expectToFit(summary);
    expect(packSummary(summary).length).toBeLessThan(1200);
  });
});
