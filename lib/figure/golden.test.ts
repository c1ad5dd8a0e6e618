import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW_STATE, VIEWS, type View } from '../view-state/view-state';
import { drawFigure, type FigureRequest } from './figure';
import { recorded, shuffled, type Recorded } from './fixtures/recorded';

/*
 * Golden figures: what is drawn of three snapshots, to the byte; lens-golden.test.ts has what
 * namespaces isolate. After a change that is meant,
 * `npx vitest run lib/figure -u` writes them anew; look at each before it is committed.
 */

const ROOT = new URL('../..', import.meta.url).pathname;
const unpacked = (file: string) => gunzipSync(readFileSync(`${ROOT}${file}`)).toString();

const MOMENTS: Readonly<Record<string, Recorded>> = {
  // c2 has joined c1's PID namespace.
  course: recorded(unpacked('public/recordings/course.jsonl.gz')),
  // All twelve run.
  compose: recorded(unpacked('public/recordings/compose.jsonl.gz'), /^docker stop/),
  mixed: recorded(unpacked('lib/figure/fixtures/mixed.jsonl.gz')),
};

function requestFor({ snapshot }: Recorded, view: View): FigureRequest {
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

describe.each(Object.entries(MOMENTS))('of %s', (name, of) => {
  describe.each(VIEWS)('%s', (view) => {
    const golden = drawFigure(requestFor(of, view)).svg;

    it('is as it was', async () => {
      await expect(golden).toMatchFileSnapshot(`golden/${name}-${view}.svg`);
    });

    it('is the same in 20 runs, each with its lists in another order', { timeout: 120_000 }, () => {
      fc.assert(
        fc.property(shuffled(of), (other) => {
          expect(drawFigure(requestFor(other, view)).svg).toBe(golden);
        }),
        { numRuns: 20, seed: 4 },
      );
    });
  });
});
