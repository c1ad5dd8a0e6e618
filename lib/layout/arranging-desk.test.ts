import { describe, expect, test } from 'vitest';
import { RequestWriter } from './arrange-request';
import { arrange, type Arrangement } from './arrangement';
import { ArrangingDesk } from './arranging-desk';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { pinAt } from './pins';
import { sharingGraph, type SharingGraph } from '../sharing/graph';
import type { SharingLayout } from './sharing-layout';

const SIZE = { width: 1000, height: 640 };
const BEGINNING: Sketch[] = [
  { name: 'c1' },
  { name: 'c2' },
  { name: 'shop-web', project: 'shop', shares: { net: 'shop' } },
  { name: 'shop-proxy', project: 'shop', shares: { net: 'shop' } },
];

/** Each picture after the one before, through both ends of the wire. */
function session() {
  const [writer, desk] = [new RequestWriter(), new ArrangingDesk()];
  return (graph: SharingGraph, before: SharingLayout | null) => {
    const request = structuredClone(writer.write(graph, SIZE, before));
    const reply = structuredClone(desk.answer(request));
    writer.answered(reply);
    return { request, reply };
  };
}

function plain({ layout, ties, hulls }: Arrangement) {
  return { places: [...layout.places], pins: [...layout.pins], ties, hulls };
}

describe('an arrangement that is asked for from another thread', () => {
  const first = sharingGraph(sampleSnapshot(BEGINNING));
  const more = sampleSnapshot([...BEGINNING, { name: 'c3' }]);
  const second = sharingGraph(more, first);

  test('is the one that is found here, one after another', () => {
    const ask = session();
    const fresh = ask(first, null).reply;
    expect(plain(fresh)).toEqual(plain(arrange(first, SIZE, null)));
    const later = ask(second, fresh.layout).reply;
    expect(plain(later)).toEqual(plain(arrange(second, SIZE, fresh.layout)));
    const kept = [...fresh.layout.places].every(
      ([key, place]) => later.layout.places.get(key)?.x === place.x,
    );
    expect(kept).toBe(true);
  });

  test('costs no more than what is new: the rest goes by name, and the last layout too', () => {
    const ask = session();
    const { reply } = ask(first, null);
    const known = new Set(first.nodes);
    const { request } = ask(second, reply.layout);
    expect(request.before).toBe('last');
    expect(request.nodes.filter((node) => typeof node === 'string')).toHaveLength(
      second.nodes.filter((node) => known.has(node)).length,
    );
    expect(request.nodes.some((node) => typeof node !== 'string')).toBe(true);
  });

  test('follows a layout that was changed by hand', () => {
    const ask = session();
    const { reply } = ask(first, null);
    const [key = ''] = first.nodes.map((node) => node.key);
    const pinned = pinAt(reply.layout, key, { x: 700, y: -200 });
    const { request, reply: moved } = ask(first, pinned);
    expect(request.before).not.toBe('last');
    expect(moved.layout.places.get(key)).toMatchObject({ x: 700, y: -200 });
    expect(plain(moved)).toEqual(plain(arrange(first, SIZE, pinned)));
  });

  test('names a node that was never sent', () => {
    const { hubs } = first;
    const request = { nodes: ['docker:x/nobody'], hubs, size: SIZE, before: null };
    expect(() => new ArrangingDesk().answer(request)).toThrow('docker:x/nobody');
  });
});
