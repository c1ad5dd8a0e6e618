import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPINGS, MATRIX_ORDERS } from './matrix-choices';
import { namespaceId } from '../model/ids';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { COLUMNS } from './process-columns';
import { SHIPPED_RECORDINGS } from '../protocol/shipped';
import { LARGEST_PID } from './process-list-state';
import { canOpen } from './selection';
import {
  DEFAULT_VIEW_STATE,
  MAX_VANTAGES,
  THEMES,
  TIMELINE_MINUTES,
  VIEWS,
  formatViewState,
  parseViewState,
  sourceOf,
  type ViewState,
} from './view-state';
import { LANGUAGES } from '../model/language';

const name = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,20}$/);
const viewState: fc.Arbitrary<ViewState> = fc
  .record({
    view: fc.option(fc.constantFrom(...VIEWS)),
    select: fc.option(
      fc.oneof(
        name.map((ref) => ({ kind: 'container' as const, ref })),
        fc.constant({ kind: 'container' as const, ref: ':host' }),
        fc.tuple(name, name).map((refs) => ({ kind: 'pair' as const, refs })),
        fc
          .nat()
          .map((inode) => ({ kind: 'namespace' as const, id: namespaceId('net', `${inode}`) })),
        fc.integer({ min: 1, max: LARGEST_PID }).map((pid) => ({ kind: 'process' as const, pid })),
      ),
    ),
    open: fc.boolean(),
    lens: fc.constantFrom(...NAMESPACE_TYPES),
    reach: fc.option(
      fc.record({
        protocol: fc.constantFrom('tcp' as const, 'udp' as const),
        port: fc.option(fc.integer({ min: 1, max: 65_535 })),
      }),
    ),
    types: fc.subarray([...NAMESPACE_TYPES]),
    vantages: fc.uniqueArray(name, { maxLength: MAX_VANTAGES }),
    grouping: fc.option(fc.constantFrom(...GROUPINGS)),
    order: fc.constantFrom(...MATRIX_ORDERS),
    processes: fc.record({
      tree: fc.boolean(),
      folded: fc.uniqueArray(fc.integer({ min: 1, max: LARGEST_PID })),
      columns: fc.option(fc.subarray([...COLUMNS], { minLength: 1 })),
      sort: fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() }),
      match: fc.string({ unit: 'grapheme', maxLength: 20 }),
      number: fc.option(fc.integer({ min: 1, max: LARGEST_PID })),
    }),
    theme: fc.option(fc.constantFrom(...THEMES)),
    language: fc.option(fc.constantFrom(...LANGUAGES)),
    projector: fc.boolean(),
    images: fc.boolean(),
    inspector: fc.option(fc.boolean()),
    own: fc.boolean(),
    freeze: fc.boolean(),
    stopped: fc.boolean(),
    allStopped: fc.boolean(),
    pauses: fc.boolean(),
    hostProcesses: fc.boolean(),
    sandboxes: fc.constantFrom(null, 'folded' as const, 'all' as const),
    hiddenProjects: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 }),
    query: fc.constantFrom('', 'image:ubuntu', 'type:pid shared', '"sleep 1d" c2', 'a,b&c=d+é'),
    allRows: fc.boolean(),
    recording: fc.option(fc.constantFrom(...SHIPPED_RECORDINGS)),
    at: fc.option(fc.nat()),
    past: fc.option(fc.nat()),
    from: fc.option(fc.nat()),
    timeline: fc.option(fc.constantFrom(...TIMELINE_MINUTES)),
    lesson: fc.option(fc.string({ minLength: 1 })),
    step: fc.integer({ min: 1, max: 1000 }),
  })
  .map((state) => (state.lesson === null ? { ...state, step: 1 } : state))
  // How many of none are shown is not told.
  .map((state) => ({ ...state, open: state.open && canOpen(state.select) }))
  .map((state) => ({ ...state, allStopped: state.stopped && state.allStopped }));

describe('view state in a link', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(viewState, (state) => {
        expect(parseViewState(formatViewState(state))).toEqual({ state, problems: [] });
      }),
    );
  });

  it('leaves a fresh page without a query', () => {
    expect(formatViewState(DEFAULT_VIEW_STATE)).toBe('');
  });

  it('has a moment of the machine, and one that it is compared with, as clocks tell them', () => {
    const search = '?past=2026-11-30T17:26:12.500Z&from=2026-11-30T17:24:10.000Z&timeline=5';
    const { state, problems } = parseViewState(search);
    expect(problems).toEqual([]);
    expect(state).toMatchObject({ past: Date.UTC(2026, 10, 30, 17, 26, 12, 500), timeline: 5 });
    expect(formatViewState(state)).toBe(search);
    expect(sourceOf(state)).toBe('past');
    const recorded = '?recording=course&at=36&from=12.5';
    expect(formatViewState(parseViewState(recorded).state)).toBe(recorded);
    expect(sourceOf(parseViewState(recorded).state)).toBe('course');
  });

  it.each([
    ['past', '17:26'],
    ['past', '2026-99-30T17:26:12Z'],
    ['past', '1969-11-30T17:26:12Z'],
    ['from', '2026-11-30T17:26:12Z'],
    ['timeline', '10'],
  ])('says of %s=%s that it is not understood', (parameter, value) => {
    const { state, problems } = parseViewState(`?${parameter}=${value}`);
    expect(problems).toMatchObject([{ parameter, value }]);
    expect(state).toEqual(DEFAULT_VIEW_STATE);
  });

  it('reads as a person would write it', () => {
    const { state } = parseViewState('?view=processes&select=container:c1&vantages=:host,c1,c2');
    expect(formatViewState(state)).toBe('?view=processes&select=container:c1&vantages=:host,c1,c2');
  });

  it('has the step of a lesson, which is the first where none is named', () => {
    const { state } = parseViewState('?lesson=isolation');
    expect(state).toMatchObject({ lesson: 'isolation', step: 1 });
    expect(formatViewState({ ...state, step: 3 })).toBe('?lesson=isolation&step=3');
  });

  it('tells what is filtered so that a person can read it', () => {
    const state = {
      ...DEFAULT_VIEW_STATE,
      stopped: false,
      hiddenProjects: ['shop', 'a,b'],
      query: 'type:pid shared',
    };
    expect(formatViewState(state)).toBe('?stopped=0&hide=shop&hide=a,b&q=type:pid%20shared');
  });

  it.each([
    ['?view=tree', 'view', 'tree'],
    ['?view=lens&lens=disk', 'lens', 'disk'],
    ['?reach=icmp', 'reach', 'icmp'],
    ['?reach=tcp:0', 'reach', 'tcp:0'],
    ['?reach=udp:65536', 'reach', 'udp:65536'],
    ['?reach=:80', 'reach', ':80'],
    ['?theme=pink', 'theme', 'pink'],
    ['?types=pid,disk', 'types', 'disk'],
    ['?select=c1', 'select', 'c1'],
    ['?select=container:a,container:', 'select', 'container:a,container:'],
    ['?select=process:0', 'select', 'process:0'],
    ['?select=process:c1', 'select', 'process:c1'],
    ['?select=namespace:pid:x', 'select', 'namespace:pid:x'],
    ['?vantages=a,b,c,d,e', 'vantages', 'e'],
    ['?select=container:c1&open=yes', 'open', 'yes'],
    ['?open=1', 'open', '1'],
    ['?select=container::host&open=1', 'open', '1'],
    ['?select=namespace:pid:1&open=1', 'open', '1'],
    ['?rows=some', 'rows', 'some'],
    ['?view=matrix&group=image', 'group', 'image'],
    ['?view=matrix&sort=age', 'sort', 'age'],
    ['?view=processes&tree=yes', 'tree', 'yes'],
    ['?view=processes&folded=1,x', 'folded', 'x'],
    ['?view=processes&columns=pid,nice', 'columns', 'nice'],
    ['?view=processes&by=-nice', 'by', '-nice'],
    ['?view=processes&number=0', 'number', '0'],
    ['?view=processes&number=4194305', 'number', '4194305'],
    [`?match=${'x'.repeat(201)}`, 'match', 'x'.repeat(201)],
    ['?stopped=no', 'stopped', 'no'],
    ['?hostprocs=2', 'hostprocs', '2'],
    ['?hide=', 'hide', ''],
    ['?lesson=', 'lesson', ''],
    ['?step=2', 'step', '2'],
    ['?lesson=isolation&step=0', 'step', '0'],
    ['?lesson=isolation&step=last', 'step', 'last'],
    ['?q=image:ubuntu%20net:eth0', 'q', 'net:eth0'],
  ])('%s: names the value, and keeps the rest', (search, parameter, value) => {
    const { state, problems } = parseViewState(`${search}&lang=zh-CN`);
    expect(problems).toMatchObject([{ parameter, value }]);
    expect(state.language).toBe('zh-CN');
  });

  it('makes of any text a state that a link can tell', () => {
    const parameter = fc.constantFrom(
      'view',
      'select',
      'lens',
      'types',
      'vantages',
      'open',
      'q',
      'by',
      'x',
    );
    const query = fc
      .array(fc.tuple(parameter, fc.string()))
      .map((pairs) => `?${new URLSearchParams(pairs).toString()}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), query), (text) => {
        const { state } = parseViewState(text);
        expect(parseViewState(formatViewState(state))).toEqual({ state, problems: [] });
      }),
    );
  });
});
