import { GROUPINGS, MATRIX_ORDERS, type Grouping, type MatrixOrder } from './matrix-choices';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { SHIPPED_RECORDINGS, type ShippedRecording } from '../protocol/shipped';
import {
  DEFAULT_PROCESS_LIST,
  parsePid,
  parseProcessList,
  processListPairs,
  type ProcessListState,
} from './process-list-state';
import { LANGUAGES, type Language } from '../model/language';
import { parseQuery } from '../query/query';
import { canOpen, formatSelection, parseSelection, SELECTIONS, type Selection } from './selection';
import { formatReach, parseReach, type ReachState } from './reach-state';

export const VIEWS = ['sharing', 'lens', 'matrix', 'processes', 'kernel'] as const;
export type View = (typeof VIEWS)[number];

export const TIMELINE_MINUTES = [5, 15, 60] as const;
export type TimelineMinutes = (typeof TIMELINE_MINUTES)[number];

export const THEMES = ['dark', 'light', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Everything about what is shown that a link can carry. Null: as the browser prefers. */
export interface ViewState {
  /** Null: nobody chose; the one that suits what runs. */
  view: View | null;
  select: Selection | null;
  /** The container that is selected is shown in full, in place of the view; false where none is. */
  open: boolean;
  /** All images are listed before it. */
  images: boolean;
  /** The type that the lens looks through. */
  lens: NamespaceType;
  /** How it is asked who reaches whom; null: nobody said, so of a single container it is not asked. */
  reach: ReachState | null;
  types: readonly NamespaceType[];
  /** Empty: chosen from what runs. */
  vantages: readonly string[];
  theme: Theme | null;
  language: Language | null;
  projector: boolean;
  /** Are the facts beside the picture shown? Null: as suits the mode. */
  inspector: boolean | null;
  /** What rows of the matrix are grouped by; null: by what suits their number. */
  grouping: Grouping | null;
  /** Their order. */
  order: MatrixOrder;
  /** How the Processes view lists what its vantages see. */
  processes: ProcessListState;
  /** Show nsview's own reader as well. */
  own: boolean;
  /** The moment is held: what changes does not change what is shown. */
  freeze: boolean;
  /** Show containers that have no process now. */
  stopped: boolean;
  /** …each of them, however many they are. */
  allStopped: boolean;
  /** Show each pause container by itself, which else its pod stands for. */
  pauses: boolean;
  /** Show the processes of no container. */
  hostProcesses: boolean;
  /** Show sandboxes, many of them as one thing or each; null: none. */
  sandboxes: 'folded' | 'all' | null;
  /** Compose projects whose containers are not shown. */
  hiddenProjects: readonly string[];
  /** Show only what meets it, in the words of the search; empty: all. */
  query: string;
  /** Windowing of long tables off: all rows in the document. */
  allRows: boolean;
  /** A recording that comes with nsview; null: what the server shows. */
  recording: ShippedRecording | null;
  /** Milliseconds from its start at which it stands still; null: it plays. */
  at: number | null;
  /** The moment of the machine that is looked back at, in milliseconds since 1970; null: now. */
  past: number | null;
  /** The moment that what is shown is compared with, as `at` or `past` tells it; null: with none. */
  from: number | null;
  /** The timeline is there, and shows so many of the last minutes; of a recording all. Null: it is not. */
  timeline: TimelineMinutes | null;
  /** The lesson that is followed, by its id; null: none. */
  lesson: string | null;
  /** Which of its steps, from 1; 1 without a lesson. */
  step: number;
}

export const DEFAULT_VIEW_STATE: ViewState = {
  view: null,
  select: null,
  open: false,
  images: false,
  lens: 'pid',
  reach: null,
  types: NAMESPACE_TYPES,
  vantages: [],
  grouping: null,
  order: 'name',
  processes: DEFAULT_PROCESS_LIST,
  theme: null,
  language: null,
  projector: false,
  inspector: null,
  own: false,
  freeze: false,
  stopped: true,
  allStopped: false,
  pauses: false,
  hostProcesses: true,
  sandboxes: null,
  hiddenProjects: [],
  query: '',
  allRows: false,
  recording: null,
  at: null,
  past: null,
  from: null,
  timeline: null,
  lesson: null,
  step: 1,
};

/** A parameter of a link that was not understood; the rest of the link still counts. */
export interface LinkProblem {
  parameter: string;
  value: string;
  expected: string;
}

export const MAX_VANTAGES = 4;
/** A moment of a recording, in seconds, as a link has it; 115 days are enough. */
const SECONDS = /^\d{1,7}(\.\d{1,3})?$/;
/** A moment of a machine, in UTC. */
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const A_MOMENT = '2026-11-30T17:26:12.5Z';

/** Reads `?view=…&select=…`. What is not understood is left at its default and told in `problems`. */
export function parseViewState(search: string): { state: ViewState; problems: LinkProblem[] } {
  const params = new URLSearchParams(search);
  const problems: LinkProblem[] = [];

  /** What a parameter says; null: it is not there, or was not understood. */
  const read = <T>(parameter: string, expected: string, parse: (value: string) => T | null) => {
    const value = params.get(parameter);
    if (value === null) return null;
    const found = parse(value);
    if (found === null) problems.push({ parameter, value, expected });
    return found;
  };
  const oneOf = <T extends string>(parameter: string, allowed: readonly T[]): T | null =>
    read(parameter, allowed.join(', '), (value) => allowed.find((each) => each === value) ?? null);
  const list = (parameter: string): string[] =>
    (params.get(parameter) ?? '').split(',').filter((item) => item !== '');

  const named = list('types');
  const types = NAMESPACE_TYPES.filter((type) => named.includes(type));
  for (const value of named) {
    if (!NAMESPACE_TYPES.some((type) => type === value)) {
      problems.push({ parameter: 'types', value, expected: NAMESPACE_TYPES.join(', ') });
    }
  }
  const vantages = [...new Set(list('vantages'))];
  if (vantages.length > MAX_VANTAGES) {
    problems.push({
      parameter: 'vantages',
      value: vantages.slice(MAX_VANTAGES).join(','),
      expected: `≤ ${MAX_VANTAGES}`,
    });
  }
  const select = read('select', SELECTIONS, parseSelection);
  const open = oneOf('open', ['0', '1']) === '1';
  if (open && !canOpen(select)) {
    problems.push({ parameter: 'open', value: '1', expected: 'select=container:NAME' });
  }
  const at = read('at', '12.5', parseSeconds);
  const past = read('past', A_MOMENT, parseUtc);
  const hidden = params.getAll('hide');
  if (hidden.includes('')) problems.push({ parameter: 'hide', value: '', expected: 'PROJECT' });
  const query = params.get('q') ?? '';
  for (const { term, expected } of parseQuery(query).problems) {
    problems.push({ parameter: 'q', value: term, expected });
  }
  const stopped = oneOf('stopped', ['0', '1', 'all']);
  const sandboxes = oneOf('sandboxes', ['0', '1', 'all']);
  // Which lessons there are is not known here.
  const lesson = read('lesson', 'ID', (id) => (id === '' ? null : id));
  const state: ViewState = {
    view: oneOf('view', VIEWS),
    select,
    open: open && canOpen(select),
    images: oneOf('images', ['0', '1']) === '1',
    lens: oneOf('lens', NAMESPACE_TYPES) ?? DEFAULT_VIEW_STATE.lens,
    reach: read('reach', 'tcp, udp:53', parseReach),
    // `types=` with nothing after it hides all of them, on purpose.
    types: params.get('types') === '' ? [] : types.length > 0 ? types : NAMESPACE_TYPES,
    vantages: vantages.slice(0, MAX_VANTAGES),
    grouping: oneOf('group', GROUPINGS),
    order: oneOf('sort', MATRIX_ORDERS) ?? DEFAULT_VIEW_STATE.order,
    processes: parseProcessList(params, (parameter, value, expected) =>
      problems.push({ parameter, value, expected }),
    ),
    theme: oneOf('theme', THEMES),
    language: oneOf('lang', LANGUAGES),
    projector: oneOf('projector', ['0', '1']) === '1',
    inspector: asked(oneOf('inspector', ['0', '1'])),
    own: oneOf('own', ['0', '1']) === '1',
    freeze: oneOf('freeze', ['0', '1']) === '1',
    stopped: stopped !== '0',
    allStopped: stopped === 'all',
    pauses: oneOf('pauses', ['0', '1']) === '1',
    hostProcesses: oneOf('hostprocs', ['0', '1']) !== '0',
    sandboxes: sandboxes === '1' ? 'folded' : sandboxes === 'all' ? 'all' : null,
    hiddenProjects: [...new Set(hidden)].filter((project) => project !== ''),
    query,
    allRows: oneOf('rows', ['all']) === 'all',
    recording: oneOf('recording', SHIPPED_RECORDINGS),
    at,
    past,
    from: past === null ? read('from', '12.5', parseSeconds) : read('from', A_MOMENT, parseUtc),
    timeline: minutes(oneOf('timeline', ['5', '15', '60'])),
    lesson,
    step: read('step', 'lesson=ID&step=1', lesson === null ? () => null : parsePid) ?? 1,
  };
  return { state, problems };
}

/** The query string of a state, `?` included; defaults are left out, so a fresh page has none. */
export function formatViewState(state: ViewState): string {
  const pairs: [string, string][] = [];
  if (state.view !== null) pairs.push(['view', state.view]);
  if (state.lens !== DEFAULT_VIEW_STATE.lens) pairs.push(['lens', state.lens]);
  if (state.select !== null) pairs.push(['select', formatSelection(state.select)]);
  if (state.open) pairs.push(['open', '1']);
  if (state.images) pairs.push(['images', '1']);
  if (state.reach !== null) pairs.push(['reach', formatReach(state.reach)]);
  if (state.types.length < NAMESPACE_TYPES.length) pairs.push(['types', state.types.join(',')]);
  if (state.vantages.length > 0) pairs.push(['vantages', state.vantages.join(',')]);
  if (state.grouping !== null) pairs.push(['group', state.grouping]);
  if (state.order !== DEFAULT_VIEW_STATE.order) pairs.push(['sort', state.order]);
  pairs.push(...processListPairs(state.processes));
  if (state.theme !== null) pairs.push(['theme', state.theme]);
  if (state.projector) pairs.push(['projector', '1']);
  if (state.inspector !== null) pairs.push(['inspector', state.inspector ? '1' : '0']);
  if (state.language !== null) pairs.push(['lang', state.language]);
  if (state.own) pairs.push(['own', '1']);
  if (state.freeze) pairs.push(['freeze', '1']);
  if (!state.stopped) pairs.push(['stopped', '0']);
  else if (state.allStopped) pairs.push(['stopped', 'all']);
  if (state.pauses) pairs.push(['pauses', '1']);
  if (!state.hostProcesses) pairs.push(['hostprocs', '0']);
  if (state.sandboxes !== null) {
    pairs.push(['sandboxes', state.sandboxes === 'all' ? 'all' : '1']);
  }
  for (const project of state.hiddenProjects) pairs.push(['hide', project]);
  if (state.query !== '') pairs.push(['q', state.query]);
  if (state.allRows) pairs.push(['rows', 'all']);
  if (state.recording !== null) pairs.push(['recording', state.recording]);
  if (state.at !== null) pairs.push(['at', String(state.at / 1000)]);
  if (state.past !== null) pairs.push(['past', new Date(state.past).toISOString()]);
  if (state.from !== null) pairs.push(['from', formatMoment(state.from, state)]);
  if (state.timeline !== null) pairs.push(['timeline', String(state.timeline)]);
  if (state.lesson !== null) {
    pairs.push(['lesson', state.lesson], ['step', String(state.step)]);
  }
  if (pairs.length === 0) return '';
  // `,` and `:` are legal in a query and a person reads this line.
  const readable = (value: string) =>
    encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':');
  return `?${pairs.map(([key, value]) => `${key}=${readable(value)}`).join('&')}`;
}

function parseSeconds(moment: string): number | null {
  return SECONDS.test(moment) ? Math.round(Number(moment) * 1000) : null;
}

function parseUtc(moment: string): number | null {
  const at = UTC.test(moment) ? Date.parse(moment) : NaN;
  return Number.isFinite(at) && at >= 0 ? at : null;
}

function formatMoment(at: number, { past }: ViewState): string {
  return past === null ? String(at / 1000) : new Date(at).toISOString();
}

function minutes(value: string | null): TimelineMinutes | null {
  return TIMELINE_MINUTES.find((each) => String(each) === value) ?? null;
}

/** What is looked at: a recording that comes with nsview, the past of the machine, or (null) what the server shows. */
export function sourceOf({ recording, past }: Pick<ViewState, 'recording' | 'past'>) {
  return recording ?? (past === null ? null : 'past');
}

function asked(value: '0' | '1' | null): boolean | null {
  return value === null ? null : value === '1';
}

/** Is the inspector beside the picture? In projector mode the picture has the room, unless it was asked for. */
export function hasInspector({ inspector, projector }: ViewState): boolean {
  return inspector ?? !projector;
}
