import { expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import { container, courseMachine, courseMachineWith } from '../select/course-machine';
import { summarise, type SharingSentence } from './summary';

const said = (sentences: SharingSentence[]) =>
  sentences.map(
    ({ containers, namespaces }) =>
      `${containers.map((each) => each.name).join(' ')}: ${namespaces.map(({ type }) => type).join(' ')}`,
  );

it('says who shares what, and who is in the host’s where the default is not', () => {
  const summary = summarise(courseMachine);
  expect([summary.running, summary.stopped]).toEqual([4, 1]);
  expect(said(summary.shared.rows)).toEqual(['c1 c2: pid']);
  expect(said(summary.onHost.rows)).toEqual(['metrics: net']);
});

it('tells the namespaces of an engine that has its own from the host’s', () => {
  const [metrics] = courseMachine.containers.filter((each) => each.name === 'metrics');
  if (metrics === undefined) throw new Error('no metrics');
  const net = namespaceId('net', '4026532999');
  const pid = courseMachine.host.namespaces.pid;
  const rootless = {
    ...metrics,
    namespaces: { ...metrics.namespaces, net, pid },
    sharing: { ...metrics.sharing, pid: 'host' as const },
  };
  const { onHost, inEngine } = summarise(courseMachineWith({ containers: [rootless] }));
  expect(said(onHost.rows)).toEqual(['metrics: pid']);
  expect(said(inEngine.rows)).toEqual(['metrics: net']);
});

it('takes for the engine’s what is equal to one of the two, where those of the host are not known', () => {
  const host = { ...courseMachine.host, namespaces: perType(() => null) };
  const { onHost, inEngine } = summarise({ ...courseMachine, host });
  expect(onHost.rows).toEqual([]);
  expect(said(inEngine.rows)).toEqual(['metrics: net']);
});

it('is one sentence for all types that the same containers share', () => {
  const net = namespaceId('net', '4026532777');
  const containers = courseMachine.containers
    .filter((each) => each.name === 'c1' || each.name === 'c2')
    .map((each) => ({
      ...each,
      namespaces: { ...each.namespaces, net },
      sharing: { ...each.sharing, net: 'shared' as const },
    }));
  const { shared } = summarise(courseMachineWith({ containers }));
  expect(said(shared.rows)).toEqual(['c1 c2: pid net']);
});

it('is twenty sentences and the number of the others on a machine with many', () => {
  const containers = Array.from({ length: 60 }, (_, nth) =>
    container({
      name: `n${nth}`,
      pid: 100 + nth,
      namespaces: { ...perType(() => null), net: namespaceId('net', String(5000 + (nth >> 1))) },
      sharing: { ...perType(() => 'own'), net: 'shared' },
    }),
  );
  const { shared } = summarise({ ...courseMachine, containers });
  expect([shared.rows.length, shared.more]).toEqual([20, 10]);
});

it('does not say that nothing is shared where that is not known', () => {
  const blind = container({ name: 'blind', pid: 5, sharing: perType(() => 'unknown') });
  expect(summarise(courseMachine).unknown).toBe(0);
  expect(summarise(courseMachineWith({ containers: [blind] })).unknown).toBe(1);
});

it.each(['hidepid', 'processes-hidden', 'own-pid-namespace'])('%s: not all is seen', (code) => {
  const { host } = courseMachine;
  const snapshot = {
    ...courseMachine,
    host: { ...host, notices: [{ code, params: {}, text: '' }] },
  };
  expect([summarise(courseMachine).partial, summarise(snapshot).partial]).toEqual([false, true]);
});
