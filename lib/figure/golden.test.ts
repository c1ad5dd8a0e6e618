import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideOf, type Inside } from '../inside/inside';
import type { Insides } from '../inside/insides';
import type { NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import type { Asked } from '../protocol/asked';
import { parseRecording, type Recording } from '../recording/parse';
import { DEFAULT_VIEW_STATE, VIEWS, type View } from '../view-state/view-state';
import { drawFigure, type FigureRequest } from './figure';

/*
 * Golden figures: what is drawn of four recordings, to the byte. After a change that is meant,
 * `npx vitest run lib/figure -u` writes them anew; look at each before it is committed.
 */

const ROOT = new URL('../..', import.meta.url).pathname;

function recording(file: string): Recording {
  const text = gunzipSync(readFileSync(`${ROOT}${file}`)).toString();
  return parseRecording(text.trimEnd().split('\n'));
}

/** The picture that a recording ends with, or has before what is typed there. */
function moment({ timeline, typed, duration }: Recording, before?: RegExp): Snapshot {
  const mark = before === undefined ? undefined : typed.find((each) => before.test(each.typed));
  return timeline.snapshotOf(timeline.indexAt(mark === undefined ? duration : mark.at - 1));
}

const MOMENTS: Readonly<Record<string, Snapshot>> = {
  // c2 has joined c1's PID namespace.
  course: moment(recording('public/recordings/course.jsonl.gz')),
  // All twelve run.
  compose: moment(recording('public/recordings/compose.jsonl.gz'), /^docker stop/),
  mixed: moment(recording('lib/figure/fixtures/mixed.jsonl.gz')),
};

function requestFor(snapshot: Snapshot, view: View): FigureRequest {
  return {
    snapshot,
    viewState: { ...DEFAULT_VIEW_STATE, view },
    size: { width: 1000, height: 700 },
    theme: 'dark',
    language: 'en',
    usage: null,
    timeZone: 'UTC',
  };
}

/** What was read inside the namespaces of the picture that a recording ends with. */
function insidesOf({ readings, duration }: Recording, snapshot: Snapshot): Insides {
  return new Map(
    snapshot.namespaces.map(({ id, type, lifetime }): [NamespaceId, Asked<Inside>] => {
      const reading = readings.at(duration, id, lifetime);
      if (reading === null && type !== 'pid') {
        return [id, { is: 'refused', code: 'not-in-recording' }];
      }
      return [id, { is: 'answered', answer: insideOf(id, snapshot, reading) }];
    }),
  );
}

/** All that has an order in a snapshot and means nothing by it, in other orders. */
function shuffles(snapshot: Snapshot): fc.Arbitrary<Snapshot> {
  const shuffled = <T>(items: readonly T[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length });
  return fc
    .record({
      engines: shuffled(snapshot.engines),
      namespaces: shuffled(snapshot.namespaces),
      containers: shuffled(snapshot.containers),
      processes: shuffled(snapshot.processes),
    })
    .map((lists) => ({ ...snapshot, ...lists }));
}

describe.each(Object.entries(MOMENTS))('of %s', (name, snapshot) => {
  describe.each(VIEWS)('%s', (view) => {
    const golden = drawFigure(requestFor(snapshot, view)).svg;

    it('is as it was', async () => {
      await expect(golden).toMatchFileSnapshot(`golden/${name}-${view}.svg`);
    });

    it('is the same in 20 runs, each with its lists in another order', { timeout: 120_000 }, () => {
      fc.assert(
        fc.property(shuffles(snapshot), (shuffled) => {
          expect(drawFigure(requestFor(shuffled, view)).svg).toBe(golden);
        }),
        { numRuns: 20, seed: 4 },
      );
    });
  });
});

describe('of a recording that has what namespaces isolate', () => {
  const recorded = recording('lib/figure/fixtures/inside.jsonl.gz');
  const snapshot = moment(recorded);
  const insides = insidesOf(recorded, snapshot);

  describe.each(['pid', 'ipc', 'uts', 'cgroup', 'time'] as const)('the lens %s', (lens) => {
    const request = (of: Snapshot): FigureRequest => {
      const { viewState, ...rest } = requestFor(of, 'lens');
      return { ...rest, viewState: { ...viewState, lens }, insides };
    };
    const golden = drawFigure(request(snapshot)).svg;

    it('is as it was', async () => {
      await expect(golden).toMatchFileSnapshot(`golden/inside-${lens}.svg`);
    });

    it('is the same in 20 runs, each with its lists in another order', { timeout: 120_000 }, () => {
      fc.assert(
        fc.property(shuffles(snapshot), (shuffled) => {
          expect(drawFigure(request(shuffled)).svg).toBe(golden);
        }),
        { numRuns: 20, seed: 4 },
      );
    });
  });
});
