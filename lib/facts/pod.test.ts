import { describe, expect, it } from 'vitest';
import { podSketches, sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { podFacts } from './pod';

const POD = podSketches('shop/till-0', ['till', 'log']);

function told(sketches: readonly Sketch[], name: string) {
  const snapshot = sampleSnapshot(sketches);
  const container = snapshot.containers.find((each) => each.name === name);
  const facts = podFacts(snapshot, container ?? expect.fail(name));
  if (facts === null) return null;
  const { others, pause, sees, ...rest } = facts;
  return {
    ...rest,
    sees: sees.map((each) => each.name),
    others: others.map((each) => each.name),
    pause: pause?.name ?? null,
  };
}

const PLAIN = { pod: 'shop/till-0', processes: null, sees: [], unknown: false, host: [] };

describe('what is told of a pod', () => {
  it('of one of its containers, and of the pause container itself', () => {
    expect(told(POD, 'till')).toEqual({ ...PLAIN, others: ['log'], pause: 'till-0' });
    expect(told(POD, 'till-0')).toEqual({ ...PLAIN, others: ['till', 'log'], pause: null });
    expect(told([{ name: 'c1' }], 'c1')).toBeNull();
  });

  it('that its containers see each other’s processes, and what asked for that', () => {
    const pod = POD.map((each) => ({ ...each, shares: { ...each.shares, pid: 'till' } }));
    expect(told(pod, 'log')?.processes).toBe('shareProcessNamespace: true');
  });

  it('whose processes one sees that joined another’s, as for debugging, and that nothing of the pod asked for it', () => {
    const debugged = POD.map((each) =>
      each.role === 'pause' ? each : { ...each, shares: { ...each.shares, pid: 'till' } },
    );
    expect(told(debugged, 'log')).toMatchObject({ processes: null, sees: ['till'] });
  });

  it('not that they do where a container outside of it shares processes', () => {
    const debugged = POD.map((each) =>
      each.name === 'log' ? { ...each, shares: { ...each.shares, pid: 'debug' } } : each,
    );
    expect(told([...debugged, { name: 'debug', shares: { pid: 'debug' } }], 'log')).toEqual({
      ...PLAIN,
      others: ['till'],
      pause: 'till-0',
    });
  });

  it('that it could not be read', () => {
    const unread = POD.map((each) => ({ ...each, unknown: ['pid' as const] }));
    expect(told(unread, 'log')).toMatchObject({ unknown: true, processes: null });
  });

  it('which namespaces of the host it asked for', () => {
    const pod = POD.map((each) => ({ ...each, shares: {}, host: ['net', 'pid', 'uts'] as const }));
    const mutable = pod.map((each) => ({ ...each, host: [...each.host] }));
    expect(told(mutable, 'log')?.host).toEqual(['hostNetwork', 'hostPID']);
  });
});
