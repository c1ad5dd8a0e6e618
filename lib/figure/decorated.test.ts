import { describe, expect, it } from 'vitest';
import { courseMachine } from '../select/course-machine';
import { DEFAULT_VIEW_STATE, type View } from '../view-state/view-state';
import { NoAnchor } from './anchor';
import { decorated, type Decoration } from './decorated';
import { figureTree } from './figure';
import { PALETTES } from './palette';
import { rendered } from './svg';

const NOTHING: Decoration = { crop: null, names: [], callouts: [], caption: null, alt: null };

function drawing(view: View, decoration: Partial<Decoration>): string {
  const figure = figureTree({
    snapshot: courseMachine,
    viewState: { ...DEFAULT_VIEW_STATE, view },
    size: { width: 960, height: 540 },
    ...{ theme: 'light', language: 'en', usage: null, timeZone: 'UTC' },
  });
  const tree = decorated(figure, courseMachine, { ...NOTHING, ...decoration }, PALETTES.light);
  return rendered(tree);
}

const sizeOf = (svg: string) =>
  /width="(\d+)" height="(\d+)" viewBox/.exec(svg)?.slice(1).map(Number) ?? [];
const callout = { at: 'container:c1', side: 'right', text: 'look', distance: 30 } as const;

it('nothing added is the figure itself', () => {
  const { tree } = figureTree({
    snapshot: courseMachine,
    viewState: { ...DEFAULT_VIEW_STATE, view: 'sharing' },
    size: { width: 960, height: 540 },
    ...{ theme: 'light', language: 'en', usage: null, timeZone: 'UTC' },
  });
  const plain = rendered(tree).split('\n');
  const same = drawing('sharing', {}).split('\n');
  expect(same.filter((line) => !plain.includes(line))).toEqual([
    expect.stringMatching(/<rect x="0" y="0" width="960"/),
  ]);
});

describe('cut to some of it', () => {
  it.each(['sharing', 'matrix', 'kernel', 'processes'] as const)('%s has that alone', (view) => {
    const whole = sizeOf(drawing(view, {}));
    const svg = drawing(view, { crop: { to: ['container:c1'], margin: 4 } });
    const cut = sizeOf(svg);
    expect((cut[0] ?? 0) * (cut[1] ?? 0)).toBeLessThan(0.6 * (whole[0] ?? 0) * (whole[1] ?? 0));
    expect(svg).toContain('c1');
  });

  it('is larger by the margin', () => {
    const [narrow = 0] = sizeOf(drawing('sharing', { crop: { to: ['container:c1'], margin: 0 } }));
    const [wide = 0] = sizeOf(drawing('sharing', { crop: { to: ['container:c1'], margin: 50 } }));
    expect(Math.abs(wide - narrow - 100)).toBeLessThanOrEqual(1);
  });
});

describe('a call-out', () => {
  it.each(['right', 'left', 'top', 'bottom'] as const)('stands %s, and has room', (side) => {
    const crop = { to: ['container:c1'], margin: 0 };
    const svg = drawing('sharing', { crop, callouts: [{ ...callout, side }] });
    const [, x = '', y = '', width = '', height = ''] =
      /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg) ?? [];
    const [, left = '', top = ''] = /data-callout[\s\S]*?<rect x="(\S+)" y="(\S+)"/.exec(svg) ?? [];
    expect(Number(left)).toBeGreaterThanOrEqual(Number(x));
    expect(Number(top)).toBeGreaterThanOrEqual(Number(y));
    expect(Number(left)).toBeLessThan(Number(x) + Number(width));
    expect(Number(top)).toBeLessThan(Number(y) + Number(height));
    expect(svg).toContain('>look</text>');
  });
});

it('numbers have names, each said once where it stood twice', () => {
  const svg = drawing('matrix', { names: [['container:c1/pid', 'PID-A']] });
  const c1 = courseMachine.containers.find(({ name }) => name === 'c1');
  const number = c1?.namespaces.pid?.split(':')[1] ?? '';
  expect(svg).not.toContain(`…${number.slice(-4)}<`);
  const cells = svg.match(/<g data-type="pid"[\s\S]*?<\/g>/g) ?? [];
  for (const cell of cells.filter((each) => each.includes(number))) {
    expect(cell.match(/PID-A/g)).toHaveLength(1);
  }
  expect(drawing('sharing', { names: [['container:c1/pid', 'PID-A']] })).not.toContain(
    `pid:[${number}]`,
  );
});

it('a caption is below it, and what is read aloud is another text', () => {
  const [, before = 0] = sizeOf(drawing('sharing', {}));
  const svg = drawing('sharing', { caption: 'a <caption>', alt: 'read "this"' });
  const [, after = 0] = sizeOf(svg);
  expect(after).toBeGreaterThan(before);
  expect(svg).toContain('>a &lt;caption&gt;</text>');
  expect(svg).toContain('<desc>read &quot;this&quot;</desc>');
});

it.each<[string, Partial<Decoration>]>([
  ['cut to', { crop: { to: ['container:c9'], margin: 0 } }],
  ['called out', { callouts: [{ ...callout, at: 'container:c9/pid' }] }],
  ['named', { names: [['namespace:c1/pod', 'X']] }],
])('what is %s and not there is told, with what is', (_, decoration) => {
  const draw = () => drawing('sharing', decoration);
  expect(draw).toThrow(NoAnchor);
  try {
    draw();
  } catch (error) {
    expect(error).toMatchObject({
      anchors: expect.arrayContaining(['container::host', 'container:c1', 'container:c2']),
    });
  }
});
