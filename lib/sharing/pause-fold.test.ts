import { describe, expect, it } from 'vitest';
import { podSketches, sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { containerKey } from '../model/ids';
import { withoutPauses } from '../select/pauses';
import type { Selection } from '../view-state/selection';
import { sharingGraph } from './graph';
import { foldPauses, pausesIn } from './pause-fold';

const TILL = podSketches('shop/till-0', ['till', 'log']);
const WEB = podSketches('shop/web-0', ['web']);

const names = (containers: readonly { name: string }[]) => containers.map(({ name }) => name);

describe('which pause containers their pods stand for', () => {
  it.each<[string, Sketch[], string[]]>([
    ['that of each pod with somebody else in it', [...TILL, ...WEB], ['till-0', 'web-0']],
    ['none whose pod has nobody else', podSketches('shop/done-0', []), []],
    ['none that is told to be in no pod', [{ name: 'a', role: 'pause' }, { name: 'b' }], []],
    [
      'one that has ended, as its pod',
      [{ ...TILL[0], name: 'till-0', state: 'exited' }, ...TILL.slice(1)],
      ['till-0'],
    ],
    [
      'none by its name or image alone',
      [
        { name: 'pause', image: 'pause', pod: 'a/b' },
        { name: 'c', pod: 'a/b' },
      ],
      [],
    ],
  ])('%s', (_, sketches, expected) => {
    const { containers } = sampleSnapshot(sketches);
    expect(names(pausesIn(containers))).toEqual(expected);
    const left = names(containers).filter((name) => !expected.includes(name));
    expect(names(foldPauses(containers, new Set()))).toEqual(left);
  });

  it('not that of a pod of the same name in another engine', () => {
    const { containers } = sampleSnapshot(WEB);
    const [pause = expect.fail('a pause container'), web = expect.fail('a container')] = containers;
    expect(pausesIn([pause, { ...web, engine: 'docker:tcp://elsewhere' }])).toEqual([]);
  });

  it('the very same list where there is none', () => {
    const { containers } = sampleSnapshot([{ name: 'c1' }, { name: 'c2' }]);
    expect(foldPauses(containers, new Set())).toBe(containers);
  });

  it('one that is selected is there by itself', () => {
    const { containers } = sampleSnapshot([...TILL, ...WEB]);
    const chosen = new Set(containers.slice(0, 1).map(containerKey));
    expect(names(foldPauses(containers, chosen))).toEqual(['till-0', 'till', 'log', 'web']);
  });
});

describe('the graph of pods', () => {
  const whole = sampleSnapshot([
    ...TILL,
    ...WEB,
    { name: 'c1', shares: { pid: 'x' } },
    { name: 'c2', shares: { pid: 'x' } },
  ]);
  const graphOf = (pauses: boolean, select: Selection | null = null) => {
    const shown = { snapshot: whole, whole };
    return sharingGraph(withoutPauses(shown, { pauses, select }).snapshot, undefined, whole);
  };
  const nodesOf = (graph: ReturnType<typeof graphOf>) =>
    graph.nodes.map(({ named, withPause }) => `${named}${withPause ? ' +' : ''}`);

  it('has the pods in place of their pause containers', () => {
    expect(nodesOf(graphOf(false))).toEqual(['till +', 'log +', 'web +', 'c1', 'c2']);
    expect(nodesOf(graphOf(true))).toEqual([
      ...['till-0 (pause)', 'till', 'log', 'web-0 (pause)', 'web', 'c1', 'c2'],
    ]);
    expect(nodesOf(graphOf(false, { kind: 'container', ref: 'till-0' }))).toEqual([
      ...['till-0 (pause)', 'till', 'log', 'web +', 'c1', 'c2'],
    ]);
  });

  it('says at what is shared that the pause container has it too, and does not call it hidden', () => {
    const { hubs, nodes } = graphOf(false);
    expect(
      hubs.map(({ type, members, hidden, pauses }) => [type, members.length, hidden, pauses]),
    ).toEqual([
      ['pid', 2, [], []],
      ['net', 2, [], ['till-0 (pause)']],
      ['ipc', 2, [], ['till-0 (pause)']],
      ['uts', 2, [], ['till-0 (pause)']],
    ]);
    const web = nodes.find(({ named }) => named === 'web') ?? expect.fail('web');
    expect(web.company.net).toEqual({ names: ['web-0 (pause)', 'web'], hidden: [] });
  });

  it('draws what a lone container of a pod shares with its pause container where that is shown', () => {
    expect(graphOf(true).hubs.filter(({ members }) => members.length === 2)).toHaveLength(4);
  });
});
