import { describe, expect, it } from 'vitest';
import { podSketches, sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { containerKey } from '../model/ids';
import type { RuleName } from './finding';
import { findingsOf } from './findings-of';
import { NOT_READ } from './fixtures/one';

/* What is said of containers in pods. */

const POD = podSketches('shop/till-0', ['till', 'log']);
const together = (more: Partial<Sketch>) =>
  POD.map((each) => ({ ...each, ...more, shares: { ...each.shares, ...more.shares } }));

function said(sketches: readonly Sketch[], name: RuleName, named = false) {
  const snapshot = sampleSnapshot(sketches);
  const details = { config: NOT_READ, privileges: NOT_READ, use: NOT_READ };
  const { findings, unknown } = findingsOf({
    snapshot,
    asked: snapshot.engines,
    details: new Map(snapshot.containers.map((each) => [containerKey(each), details])),
    named,
  });
  return {
    found: findings
      .filter(({ rule }) => rule === name)
      .map(({ subject, of, change }) => [subject.name, of, change.map(({ text }) => text)]),
    unknown: unknown.filter(({ rule }) => rule === name).map(({ subject }) => subject.name),
  };
}
const NOTHING = { found: [], unknown: [] };

describe('what containers of a pod share', () => {
  it('as a pod is no finding', () => {
    expect(said(POD, 'joined')).toEqual(NOTHING);
    expect(said(POD, 'pod-processes')).toEqual(NOTHING);
  });

  it('is one where it is processes, each told of the others and not of the pause container', () => {
    const without = ['shareProcessNamespace: true'];
    expect(said(together({ shares: { pid: 'till' } }), 'pod-processes')).toEqual({
      found: [
        ['log', ['till'], without],
        ['till', ['log'], without],
      ],
      unknown: [],
    });
  });

  it('is one without the field of the pod where one joined the other alone, as for debugging', () => {
    const debugged = POD.map((each) =>
      each.role === 'pause' ? each : { ...each, shares: { ...each.shares, pid: 'till' } },
    );
    expect(said(debugged, 'pod-processes').found).toEqual([
      ['log', ['till'], ['kubectl debug --target']],
      ['till', ['log'], ['kubectl debug --target']],
    ]);
  });

  it('is none where one sees the pause container alone', () => {
    const alone = podSketches('shop/web-0', ['web']).map((each) => ({
      ...each,
      shares: { ...each.shares, pid: 'web' },
    }));
    expect(said(alone, 'pod-processes')).toEqual(NOTHING);
  });

  it('is one of those outside of the pod', () => {
    const visitor = { name: 'debug', shares: { net: 'shop/till-0' } };
    const { found } = said([...POD, visitor], 'joined');
    expect(found).toEqual([
      ['debug', ['net: till-0 (pause)', 'net: till', 'net: log'], ['--network container:…']],
      ['log', ['net: debug'], ['--network container:…']],
      ['till', ['net: debug'], ['--network container:…']],
    ]);
  });

  it('is not decided where it could not be read', () => {
    const unread = POD.map((each) =>
      each.name === 'log' ? { ...each, unknown: ['pid' as const] } : each,
    );
    expect(said(unread, 'pod-processes')).toEqual({ found: [], unknown: ['log'] });
  });
});

describe('of what is called a pause container', () => {
  it.each(['privileged', 'docker-socket', 'host-paths', 'capabilities'] as const)(
    '%s is looked for: an image can bear the label',
    (rule) => {
      expect(said(POD, rule).unknown).toEqual(['log', 'till', 'till-0 (pause)']);
    },
  );

  it.each(['seccomp-off', 'no-memory-limit', 'mutable-tag'] as const)(
    '%s is not, but where it is named',
    (rule) => {
      expect(said(POD, rule).unknown).toEqual(['log', 'till']);
      expect(said(POD, rule, true).unknown).toEqual(['log', 'till', 'till-0 (pause)']);
    },
  );
});

it.each([
  ['pid', 'host-pid', 'hostPID: true'],
  ['net', 'host-net', 'hostNetwork: true'],
  ['ipc', 'host-ipc', 'hostIPC: true'],
  ['uts', 'host-uts', 'hostNetwork: true'],
] as const)('in the host’s %s namespace: %s names %s', (type, rule, field) => {
  const pod = POD.map((each) => ({ ...each, shares: {}, host: [type] }));
  expect(said(pod, rule).found).toEqual([
    ['log', [], [field]],
    ['till', [], [field]],
    ['till-0 (pause)', [], [field]],
  ]);
  const flag = { name: 'c1', host: [type] };
  expect(said([flag], rule).found).toEqual([['c1', [], [expect.stringContaining('host')]]]);
});
