import { BY_PID, COLUMNS, type Column, type Sort } from './process-columns';

/** What a link can carry of the Processes view besides its vantages. */
export interface ProcessListState {
  /** A tree by parent, or a flat list? */
  tree: boolean;
  /** Host PIDs of those whose part of the tree is folded away. */
  folded: readonly number[];
  /** Null: as many as there is room for. */
  columns: readonly Column[] | null;
  sort: Sort;
  /** The filter, as it was typed. */
  match: string;
  /** All processes with this PID in some namespace are listed; null: none are. */
  number: number | null;
}

export const DEFAULT_PROCESS_LIST: ProcessListState = {
  tree: false,
  folded: [],
  columns: null,
  sort: BY_PID,
  match: '',
  number: null,
};

/** The largest that the kernel gives out, proc_sys_kernel(5): pid_max is at most 2^22. */
export const LARGEST_PID = 4194304;
/** Characters; more is no filter but an accident. */
export const LONGEST_MATCH = 200;

const PID = /^[1-9]\d{0,6}$/;

type Complain = (parameter: string, value: string, expected: string) => void;

/** A number that a process can have; null: the text is none. */
export function parsePid(text: string): number | null {
  return PID.test(text) && Number(text) <= LARGEST_PID ? Number(text) : null;
}

/** Reads `tree=1&folded=1,234&columns=pid,command&by=-cpu&match=sleep&number=1`. */
export function parseProcessList(params: URLSearchParams, complain: Complain): ProcessListState {
  const list = (parameter: string) =>
    (params.get(parameter) ?? '').split(',').filter((item) => item !== '');

  const tree = params.get('tree');
  if (tree !== null && tree !== '0' && tree !== '1') complain('tree', tree, '0, 1');

  const folded = list('folded').flatMap((text) => {
    const pid = parsePid(text);
    if (pid === null) complain('folded', text, '1, 2, …');
    return pid ?? [];
  });

  const asked = list('columns');
  const columns = COLUMNS.filter((column) => asked.includes(column));
  for (const name of asked) {
    if (!COLUMNS.some((column) => column === name)) {
      complain('columns', name, COLUMNS.join(', '));
    }
  }

  const by = params.get('by');
  const descending = by?.startsWith('-') ?? false;
  const column = COLUMNS.find((each) => each === (descending ? by?.slice(1) : by));
  if (by !== null && column === undefined) complain('by', by, COLUMNS.join(', '));

  const text = params.get('number');
  const number = text === null ? null : parsePid(text);
  if (text !== null && number === null) complain('number', text, `1 … ${LARGEST_PID}`);

  const match = params.get('match') ?? '';
  if (match.length > LONGEST_MATCH) complain('match', match, `≤ ${LONGEST_MATCH}`);

  return {
    tree: tree === '1',
    folded: [...new Set(folded)],
    columns: columns.length > 0 ? columns : null,
    sort: column === undefined ? BY_PID : { column, descending },
    match: match.length > LONGEST_MATCH ? '' : match,
    number,
  };
}

/** The parameters of what is not as on a fresh page. */
export function processListPairs(state: ProcessListState): [string, string][] {
  const pairs: [string, string][] = [];
  const { column, descending } = state.sort;
  if (state.tree) pairs.push(['tree', '1']);
  if (state.folded.length > 0) pairs.push(['folded', state.folded.join(',')]);
  if (state.columns !== null) pairs.push(['columns', state.columns.join(',')]);
  if (column !== BY_PID.column || descending)
    pairs.push(['by', `${descending ? '-' : ''}${column}`]);
  if (state.match !== '') pairs.push(['match', state.match]);
  if (state.number !== null) pairs.push(['number', String(state.number)]);
  return pairs;
}
