import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../model/language';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { DEFAULT_VIEW_STATE, type Theme } from '../view-state/view-state';
import { drawFigure } from './figure';
import { recorded, shuffled, type Recorded } from './fixtures/recorded';

/*
 * Golden figures of all lenses, of three recordings: what is drawn of what namespaces isolate, to the byte. After a
 * change that is meant, `npx vitest run lib/figure/lens-golden.test.ts -u` writes them anew; look at each.
 */

const ROOT = new URL('../..', import.meta.url).pathname;
const unpacked = (file: string) => gunzipSync(readFileSync(`${ROOT}${file}`)).toString();

const RECORDINGS: Readonly<Record<string, Recorded>> = {
  // c2 has joined c1's PID namespace.
  course: recorded(unpacked('public/recordings/course.jsonl.gz')),
  // All twelve run.
  compose: recorded(unpacked('public/recordings/compose.jsonl.gz'), /^docker stop/),
  // Shared memory, host names, volumes, clocks that are ahead, users of their own.
  inside: recorded(unpacked('lib/figure/fixtures/inside.jsonl.gz')),
};

interface Look {
  theme: Theme;
  language: Language;
}

function figure(of: Recorded, lens: NamespaceType, { theme, language }: Look): string {
  return drawFigure({
    ...of,
    viewState: { ...DEFAULT_VIEW_STATE, view: 'lens', lens },
    size: { width: 1280, height: 720 },
    ...{ theme, language, usage: null, timeZone: 'UTC' },
  }).svg;
}

const DARK: Look = { theme: 'dark', language: 'en' };
const LIGHT: Look = { theme: 'light', language: 'zh-CN' };

describe.each(Object.entries(RECORDINGS))('of the recording %s', (name, of) => {
  describe.each(NAMESPACE_TYPES)('the lens %s', (lens) => {
    const golden = figure(of, lens, DARK);

    it('is as it was', async () => {
      await expect(golden).toMatchFileSnapshot(`golden/lens/${name}-${lens}.svg`);
    });

    it('tells all that was recorded', () => {
      expect(golden).not.toMatch(/not recorded|data-state="asked"/);
    });

    it('is the same in whatever order lists and answers come', { timeout: 120_000 }, () => {
      fc.assert(
        fc.property(shuffled(of), (other) => {
          expect(figure(other, lens, DARK)).toBe(golden);
        }),
        { numRuns: 8, seed: 4 },
      );
    });
  });
});

/** In the other theme and language, those with most words. */
describe.each(['net', 'mnt', 'user', 'ipc'] as const)('the lens %s in Chinese, light', (lens) => {
  it('is as it was', async () => {
    const { inside } = RECORDINGS;
    if (inside === undefined) throw new Error('it is one of them');
    const svg = figure(inside, lens, LIGHT);
    await expect(svg).toMatchFileSnapshot(`golden/lens/inside-${lens}-zh.svg`);
  });
});
