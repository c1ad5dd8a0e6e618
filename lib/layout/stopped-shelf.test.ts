import { describe, expect, it } from 'vitest';
import { folded } from '../select/folded';
import { sharingGraph } from '../sharing/graph';
import { STOPPED_KEY } from '../sharing/stopped-fold';
import { RequestWriter } from './arrange-request';
import { ArrangingDesk } from './arranging-desk';
import { sampleSnapshot } from './fixtures/sample-snapshot';
import { boundsOf, contains, tooClose } from './geometry';
import { HOST_KEY, roomAt } from './places';
import { layOut } from './sharing-layout';

const SIZE = { width: 1000, height: 700 };

function graphOf(running: number, stopped: number, allStopped = false) {
  const snapshot = sampleSnapshot([
    ...Array.from({ length: running }, (_, index) => ({ name: `c${index}` })),
    ...Array.from({ length: stopped }, (_, index) => {
      return { name: `job-${index}`, state: 'exited' as const };
    }),
  ]);
  const shown = folded({ snapshot, whole: snapshot }, { allStopped, pauses: false, select: null });
  return sharingGraph(shown.snapshot, undefined, snapshot, shown.stopped);
}

describe('the shelf of thousands that are stopped', () => {
  it('has one thing for them all, and the rings are as large as without them', () => {
    const without = layOut(graphOf(5, 0), SIZE, null);
    const { places, bounds } = layOut(graphOf(5, 3000), SIZE, null);
    expect(places.size).toBe(1 + 5 + 1);
    expect(places.get(STOPPED_KEY)?.room).toBe('stopped');
    for (const [key, place] of without.places) expect(places.get(key)).toEqual(place);
    expect(bounds.bottom - bounds.top).toBeLessThan(
      2 * (without.bounds.bottom - without.bounds.top),
    );
  });

  it('is in the picture where nothing runs', () => {
    const { places, bounds } = layOut(graphOf(0, 21), SIZE, null);
    const place = places.get(STOPPED_KEY);
    expect([...places.keys()]).toEqual([HOST_KEY, STOPPED_KEY]);
    expect(place !== undefined && contains(bounds, place)).toBe(true);
  });

  it('stays where it is when it opens, and so does all else; none lies upon another', () => {
    const closed = layOut(graphOf(5, 300), SIZE, null);
    const open = layOut(graphOf(5, 300, true), SIZE, closed);
    expect(open.places.size).toBe(1 + 5 + 1 + 300);
    for (const [key, place] of closed.places) expect(open.places.get(key)).toEqual(place);
    const boxes = [...open.places.values()].map((place) => roomAt(place, place.room));
    const onOthers = boxes.filter((box, nth) =>
      boxes.slice(0, nth).some((each) => tooClose(each, box, 0)),
    );
    expect(onOthers).toEqual([]);
    const { left, right, top, bottom } = open.bounds;
    expect((right - left) / (bottom - top)).toBeGreaterThan(1);
    const again = layOut(graphOf(5, 300), SIZE, open);
    expect(again.places.get(STOPPED_KEY)).toEqual(closed.places.get(STOPPED_KEY));
    expect(boundsOf([again.bounds, closed.bounds])).toEqual(closed.bounds);
  });

  it('goes to the other thread and back', () => {
    const [writer, desk] = [new RequestWriter(), new ArrangingDesk()];
    const request = structuredClone(writer.write(graphOf(5, 3000), SIZE, null));
    expect(desk.answer(request).layout.places.has(STOPPED_KEY)).toBe(true);
  });
});
