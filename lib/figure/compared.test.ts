import { expect, it } from 'vitest';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { tooClose } from '../layout/geometry';
import { boxOf } from '../layout/gone-places';
import { sandboxBox } from '../layout/sandbox-places';
import { namespaceId } from '../model/ids';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import { compare } from '../timeline/compare';
import { DEFAULT_VIEW_STATE, VIEWS, type View, type ViewState } from '../view-state/view-state';
import { drawFigure } from './figure';

const together = (...names: string[]): Sketch[] =>
  names.map((name) => ({ name, shares: { pid: 'a' } }));
const [then, now] = [
  sampleSnapshot([...together('c1', 'c2', 'c3'), { name: 'old', host: ['net'] }]),
  sampleSnapshot([...together('c1', 'c2'), { name: 'new' }]),
];

function drawn(view: View, isCompared: boolean, of: Partial<ViewState> = {}, at = now): string {
  return drawFigure({
    ...{ snapshot: at, viewState: { ...DEFAULT_VIEW_STATE, view, ...of } },
    ...(isCompared ? { comparison: { ...compare(then, at), from: 12_000, to: 36_500 } } : {}),
    ...{ size: { width: 900, height: 600 }, theme: 'dark', language: 'en' },
    ...{ usage: null, timeZone: 'UTC' },
  }).svg;
}

it.each(VIEWS)('%s: what is different has its sign, and what is gone is named', (view) => {
  const svg = drawn(view, true);
  for (const name of ['old', 'c3']) expect(svg).toMatch(new RegExp(`>${name}(:[^<]*)?<`));
  for (const sign of ['appeared', 'went', 'changed']) expect(svg).toContain(`data-sign="${sign}"`);
  expect(svg).toContain('only at B');
  expect(drawn(view, true)).toBe(svg);
  expect(drawn(view, false)).not.toMatch(/data-sign|data-gone|>old</);
});

it('in Sharing nothing is elsewhere than without, seen from the host', () => {
  const places = (svg: string) =>
    [...svg.matchAll(/data-container="(c1|c2|new|:host)"[^>]*/g)].map(([all]) => all);
  const placed = (svg: string) =>
    [...svg.matchAll(/<g transform="(translate\([^"]*\))" data-container="([^"]*)"/g)].map(
      ([, at, name]) => `${name ?? ''} ${at ?? ''}`,
    );
  const [compared, alone] = [drawn('sharing', true), drawn('sharing', false)];
  expect(placed(alone).length).toBeGreaterThanOrEqual(4);
  expect(placed(compared)).toEqual(placed(alone));
  expect(places(compared)).toHaveLength(places(alone).length);
  expect(compared.match(/data-gone="/g)).toHaveLength(2);
});

it('in Sharing no sandbox stands on what is gone', () => {
  const machine = withSandboxes(
    now,
    ...Array.from({ length: 12 }, (_, nth) => ({
      mnt: namespaceId('mnt', `7${String(nth)}`),
      ...(nth < 6 ? { pid: now.containers[0]?.namespaces.pid ?? null } : {}),
    })),
  );
  const svg = drawn('sharing', true, { sandboxes: 'folded' }, machine);
  const placed = (tag: RegExp) =>
    [...svg.matchAll(tag)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  const gone = placed(/data-gone="[^"]*"[^>]*>\s*<g[^>]*translate\(([-\d.]+)[ ,]([-\d.]+)/g);
  const sandboxes = placed(/translate\(([-\d.]+)[ ,]([-\d.]+)\)"[^>]* data-sandbox="/g);
  expect([gone.length, sandboxes.length]).toEqual([2, 12]);
  for (const place of sandboxes) {
    const box = sandboxBox(place);
    expect(gone.some((each) => tooClose(boxOf(each), box, 0))).toBe(false);
  }
});

it('the Matrix gives what is gone a row, with the words of when it was there', () => {
  const svg = drawn('matrix', true);
  const row = svg.slice(svg.indexOf('data-gone="c3"'), svg.indexOf('data-gone="old"'));
  expect(row).toContain('>PID-A<');
  expect(svg.slice(svg.indexOf('data-gone="old"'))).toContain('>host<');
});

it('the lens says in which namespace it was', () => {
  expect(drawn('lens', true, { lens: 'net' })).toContain(
    'old: only at A, was in the host’s network namespace',
  );
});

it.each(VIEWS)('%s: what filters hide is not told to be gone, or to be different', (view) => {
  const svg = drawn(view, true, { query: 'c3' });
  expect(svg).toMatch(/>c3(:[^<]*)?</);
  expect(svg).not.toMatch(/>(old|c1: |new: )/);
});

it.each(VIEWS)('%s: which moments are compared is said, and aloud what is different', (view) => {
  const svg = drawn(view, true);
  const said = 'What is different at B 0:36 from A 0:12';
  expect(svg).toContain(`>${said}</text>`);
  const [, aloud] = /<desc[^>]*>([^<]*)</.exec(svg) ?? [];
  expect(aloud).toContain(`${said}: new: only at B; c3: only at A`);
  expect(drawn(view, false)).not.toContain('What is different');
});

it('moments of a machine’s past are told by its clock, and that nothing is different', () => {
  const { svg } = drawFigure({
    ...{ snapshot: now, viewState: { ...DEFAULT_VIEW_STATE, view: 'matrix' } },
    ...{ comparison: { ...compare(now, now), from: 12_000, to: 36_500 } },
    ...{ pastSince: '2026-11-30T17:24:10.000Z', size: { width: 900, height: 600 } },
    ...{ theme: 'dark', language: 'en', usage: null, timeZone: 'Asia/Shanghai' },
  });
  expect(svg).toContain('at B 01:24:46 from A 01:24:22');
  expect(svg).toContain('from A 01:24:22: nothing.');
});
