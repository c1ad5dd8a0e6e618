import { expect, it } from 'vitest';
import { courseMachine as machine } from '../select/course-machine';
import { History } from '../recording/history';
import { diff } from '../diff/diff';
import { answerCompare, answerTimeline } from './past';

const PACKING = {
  pack: (text: string) => new TextEncoder().encode(text),
  unpack: (packed: Uint8Array) => new TextDecoder().decode(packed),
};

it('of a pinned picture is told from when to when it shows, whatever its own clock says', () => {
  const past = new History('2026-11-30T05:00:00.000Z', PACKING, { bytes: 1e9, length: 60_000 });
  // The clock of the machine was set back: what pictures say of when they were read is an hour less.
  const picture = (seq: number) => ({
    ...machine,
    ...{ seq, takenAt: `2026-11-30T04:0${seq}:00.000Z` },
    containers: machine.containers.slice(seq),
  });
  past.put(5, picture(1));
  past.put(1000, picture(2), diff(picture(1), picture(2), ''));
  past.put(3000, picture(2), null);
  past.pin(700, true);
  past.pin(1500, true);
  expect(answerTimeline(undefined, { past }).pins).toEqual([
    { from: 5, to: 999 },
    { from: 1000, to: 3000 },
  ]);
});

it('nsview’s own reader is no difference, unless it is asked for', () => {
  const past = new History('2026-11-30T05:00:00.000Z', PACKING, { bytes: 1e9, length: 60_000 });
  const alone = { ...machine, seq: 1, containers: [], processes: [] };
  const [first] = machine.containers;
  if (first === undefined) throw new Error('the machine of the course has containers');
  const read = { ...alone, seq: 2, containers: [{ ...first, role: 'reader' as const }] };
  past.put(0, alone);
  past.put(1000, read, diff(alone, read, ''));
  const moments = { from: 0, to: 1000 };
  expect(answerCompare(moments, { past })).toMatchObject({ different: [], asBefore: 0 });
  expect(answerCompare({ ...moments, own: true }, { past }).different).toHaveLength(1);
});
