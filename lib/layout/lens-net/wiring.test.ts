import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Insides } from '../../inside/insides';
import { namespaceId, type NamespaceId } from '../../model/ids';
import { lensBoxes } from '../lens/lens-boxes';
import { answer, device, HOST_NET, netMachine, type NetSketch } from './fixtures/net-machine';
import type { NetAnswer } from './told';
import { wiringOf } from './wiring';

const SHOP: NetSketch[] = [
  { name: 'c1', wires: ['docker0'] },
  { name: 'api', wires: ['br-shop'] },
  { name: 'both', wires: ['docker0', 'br-shop'] },
  { name: 'alone' },
];

function wired(snapshot: ReturnType<typeof netMachine>['snapshot'], insides: Insides) {
  return wiringOf(lensBoxes(snapshot, 'net', new Set()), insides);
}

/** Who stands where, by name. */
function told({ grounds, loose, others }: ReturnType<typeof wired>) {
  const names = (boxes: readonly { members: readonly { name: string }[] }[]) =>
    boxes.map(({ members }) => members.map(({ name }) => name).join('+'));
  return {
    grounds: grounds.map(({ box, rails }) => [
      box.key,
      ...rails.map((rail) => [rail.name, rail.wires.length, ...names(rail.boxes)]),
    ]),
    loose: names(loose),
    others: others.length,
  };
}

const withAnswers = (insides: Insides, more: [NamespaceId, NetAnswer][]): Insides =>
  new Map([
    ...insides,
    ...more.map(([id, each]) => [id, { is: 'answered', answer: each }] as const),
  ]);

describe('networks hang together', () => {
  const { snapshot, insides } = netMachine(SHOP);
  const usual = {
    grounds: [[HOST_NET, ['docker0', 2, 'c1', 'both'], ['br-shop', 2, 'api']]],
    loose: ['alone'],
    others: 0,
  };

  it('by the bridges that their wires lead to; two wires stand above the one of the default route', () => {
    expect(told(wired(snapshot, insides))).toEqual(usual);
  });

  it('by the wire of the default route, where that is not the first', () => {
    const id = snapshot.containers.find(({ name }) => name === 'both')?.namespaces.net;
    const known = id === undefined || id === null ? undefined : insides.get(id);
    if (id === undefined || id === null || known?.is !== 'answered' || known.answer.type !== 'net')
      throw new Error('both');
    const routes = (known.answer.routes ?? []).map((each) => ({ ...each, device: 'eth1' }));
    const { grounds } = wired(snapshot, withAnswers(insides, [[id, { ...known.answer, routes }]]));
    const shop = grounds[0]?.rails.find(({ name }) => name === 'br-shop');
    expect(shop?.boxes.map(({ key }) => key)).toContain(id);
  });

  it('as the host tells, where a box does not', () => {
    const refused = SHOP.map((each) => ({ ...each, is: 'refused' as const }));
    const { insides: half } = netMachine(refused);
    expect(told(wired(snapshot, half))).toEqual(usual);
  });

  it('as boxes tell, where the host does not: by lone ends, for who has the bridge is not known', () => {
    const half = new Map([...insides].filter(([id]) => id !== HOST_NET));
    const { grounds, loose } = told(wired(snapshot, half));
    expect(grounds[0]?.slice(1)).toEqual([
      ['veth11', 1, 'c1'],
      ['veth13', 1, 'api'],
      ['veth15', 1, 'both'],
      ['veth17', 1],
    ]);
    expect(loose).toEqual(['alone']);
  });

  it('not yet, where the host was asked before the wire was there', () => {
    const { insides: before } = netMachine(SHOP.slice(0, 2));
    const host = before.get(HOST_NET);
    if (host === undefined) throw new Error('with a host');
    const { grounds, loose } = told(wired(snapshot, new Map([...insides, [HOST_NET, host]])));
    expect(grounds[0]?.slice(1).map(([name]) => name as string)).not.toContain('veth15');
    expect(loose).toContain('both');
  });

  it('not at all, where nobody tells', () => {
    expect(told(wired(snapshot, new Map()))).toEqual({
      grounds: [[HOST_NET]],
      loose: ['c1', 'api', 'both', 'alone'],
      others: 0,
    });
  });

  it('by a device of the host that another one is on top of', () => {
    const [, , , alone] = snapshot.containers;
    const id = alone?.namespaces.net ?? HOST_NET;
    const on = device(9, 'mv0', { kind: 'macvlan', parent: 2, parentNamespace: HOST_NET });
    const { grounds } = wired(snapshot, withAnswers(insides, [[id, answer([on])]]));
    const rail = grounds[0]?.rails.find(({ name }) => name === 'docker0');
    expect(rail?.wires.map(({ kind }) => kind)).toEqual(['pair', 'pair', 'top']);
    expect(rail?.boxes).toHaveLength(3);
  });

  it('by two boxes themselves, where a wire leads from one to the other', () => {
    const [c1, api] = snapshot.containers.map(({ namespaces: { net } }) => net ?? HOST_NET);
    if (c1 === undefined || api === undefined) throw new Error('two containers');
    const end = (index: number, namespace: NamespaceId) =>
      device(index, 'x', { peer: { namespace, index: 7, name: 'x' } });
    const direct = withAnswers(new Map(), [
      [HOST_NET, answer([])],
      [c1, answer([end(7, api)])],
      [api, answer([end(7, c1)])],
    ]);
    const { others, loose } = told(wired(snapshot, direct));
    expect([others, loose]).toEqual([1, ['c1', 'api', 'both', 'alone']]);
  });

  it('by a bridge in a box, which is a ground then, plugged into the host itself', () => {
    const { snapshot: two, insides: ofTwo } = netMachine([
      { name: 'c1', wires: ['docker0'] },
      { name: 'api' },
    ]);
    const [c1, api] = two.containers.map(({ namespaces: { net } }) => net ?? HOST_NET);
    if (c1 === undefined || api === undefined) throw new Error('two containers');
    const nested = withAnswers(ofTwo, [
      [
        c1,
        answer([
          device(10, 'eth0', { peer: { namespace: HOST_NET, index: 11, name: 'veth11' } }),
          device(20, 'inner', { kind: 'bridge' }),
          device(21, 'v', { master: 'inner', peer: { namespace: api, index: 12, name: 'eth0' } }),
        ]),
      ],
      [api, answer([device(12, 'eth0', { peer: { namespace: c1, index: 21, name: 'v' } })])],
    ]);
    const { grounds, others } = told(wired(two, nested));
    expect(grounds[0]).toEqual([c1, ['inner', 1, 'api']]);
    expect(grounds[1]?.[0]).toBe(HOST_NET);
    expect(others).toBe(1);
  });

  it('the same whatever order answers come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...insides], { minLength: insides.size }), (shuffled) => {
        expect(told(wired(snapshot, new Map(shuffled)))).toEqual(usual);
      }),
      { numRuns: 30 },
    );
  });

  it('in a network of the engine’s own, which is a ground beside the host’s', () => {
    const own = namespaceId('net', '4026539999');
    const moved = new Map(
      [...insides].map(([id, each]) => {
        if (id === HOST_NET) return [own, each] as const;
        if (each.is !== 'answered' || each.answer.type !== 'net') return [id, each] as const;
        const devices = (each.answer.devices ?? []).map((of) => ({
          ...of,
          peer: of.peer === null ? null : { ...of.peer, namespace: own },
        }));
        return [id, { is: 'answered', answer: { ...each.answer, devices } }] as const;
      }),
    );
    const [record] = snapshot.namespaces;
    if (record === undefined) throw new Error('with a namespace');
    const more = { ...record, id: own, host: false };
    const both = { ...snapshot, namespaces: [...snapshot.namespaces, more] };
    const { grounds } = told(wired(both, moved));
    expect(grounds).toEqual([[own, ...(usual.grounds[0]?.slice(1) ?? [])], [HOST_NET]]);
  });
});
