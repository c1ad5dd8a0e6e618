import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { DEFAULT_VIEW_STATE, VIEWS, type ViewState } from '../view-state/view-state';
import { figureEntry, type Shown } from './entry';
import { parseFigures } from './parse';
import { viewStateOf } from './view';

const SHOWN: Shown = {
  viewState: { ...DEFAULT_VIEW_STATE, view: 'sharing' },
  ...{ theme: 'light', language: 'en', size: { width: 960, height: 540 } },
  ...{ isTrimmed: false, source: { shipped: 'course' }, from: 'course', at: 36_250 },
};

function entryOf(shown: Partial<Shown>) {
  const { figures, problems } = parseFigures(figureEntry({ ...SHOWN, ...shown }));
  expect(problems).toEqual([]);
  expect(figures).toHaveLength(1);
  return figures[0];
}

it('is a file that is read as it was meant', () => {
  expect(figureEntry({ ...SHOWN, isTrimmed: true })).toBe(`nsview: 1
sources:
  course: { shipped: course }
figures:
  - output: sharing
    from: course
    at: 36.25
    view: { view: sharing }
    size: [ 960, 540 ]
    lang: en
    theme: light
    crop: { to: [ picture ], margin: 24 }
`);
  expect(entryOf({})).toMatchObject({
    ...{ output: 'sharing', at: 36.25, size: [960, 540], lang: 'en', theme: 'light' },
    source: { shipped: 'course' },
  });
});

it('of a machine has no moment', () => {
  const source = { url: 'http://127.0.0.1:3000' };
  expect(entryOf({ source, from: 'here', at: null })).toMatchObject({ source, from: 'here' });
  expect(entryOf({ source, from: 'here', at: null })?.at).toBeUndefined();
});

it('is compared with a moment of its recording, as it was; of a machine none is kept', () => {
  const viewState = { ...SHOWN.viewState, past: 1_764_523_572_500, from: 12_000 };
  expect(figureEntry({ ...SHOWN, viewState })).toContain("from: '12'");
  const read = viewStateOf(entryOf({ viewState })?.view);
  expect(read).toMatchObject({ from: 12_000, past: null });
  const source = { url: 'http://127.0.0.1:3000' };
  const ofNow = viewStateOf(entryOf({ viewState, source, from: 'here', at: null })?.view);
  expect(ofNow).toMatchObject({ from: null });
});

describe('the view is the same when it is read', () => {
  const stays = (viewState: ViewState) => {
    const read = viewStateOf(entryOf({ viewState })?.view);
    const { theme, language, recording, at, lesson, step } = DEFAULT_VIEW_STATE;
    const { projector, inspector, freeze, images, open } = DEFAULT_VIEW_STATE;
    expect(read).toEqual({
      ...viewState,
      ...{ theme, language, recording, at, lesson, step },
      ...{ projector, inspector, freeze, images, open },
    });
  };

  it.each<[string, Partial<ViewState>]>([
    ['a lens', { view: 'lens', lens: 'net' }],
    ['one container', { select: { kind: 'container', ref: 'c2' } }],
    ['two of them', { select: { kind: 'pair', refs: ['c1', 'c2'] } }],
    ['a namespace', { select: { kind: 'namespace', id: namespaceId('pid', '4026532183') } }],
    ['no type', { types: [] }],
    ['some vantages', { view: 'processes', vantages: [':host', 'c1@docker'] }],
    ['projects with signs of YAML', { hiddenProjects: ["it's", '{a: [b]}', 'yes', '1', '# no'] }],
    ['words of a filter', { query: 'image:web "a, b" # it\'s' }],
    ['what is of the page alone', { projector: true, inspector: false, freeze: true, lesson: 'x' }],
    ['another theme and language', { theme: 'dark', language: 'zh-CN' }],
    ['a recording', { recording: 'course', at: 36_000 }],
    ['stopped ones', { stopped: true, allStopped: true, allRows: true, own: true }],
  ])('%s', (_, shown) => {
    stays({ ...DEFAULT_VIEW_STATE, view: 'sharing', ...shown });
  });

  it('whatever it is', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom(...VIEWS),
        fc.subarray([...NAMESPACE_TYPES]),
        fc.uniqueArray(word, { maxLength: 3 }),
        fc.boolean(),
        (view, types, hiddenProjects, stopped) =>
          stays({
            ...DEFAULT_VIEW_STATE,
            ...{ view, types, hiddenProjects, stopped, hostProcesses: !stopped },
          }),
      ),
      { numRuns: 60 },
    );
  });
});
