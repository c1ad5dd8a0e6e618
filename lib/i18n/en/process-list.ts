import type { Column } from '../../view-state/process-columns';

/** How the Processes view lists: tree, filter, columns, and who has the same number. */
export const processList = {
  options: 'How processes are listed',
  arrangement: 'Arrangement',
  flat: 'Flat',
  tree: 'Tree',
  unfoldAll: (n: number) => `Unfold all (${n})`,
  fold: (name: string) => `Fold away what is below ${name}`,
  unfold: (name: string) => `Unfold what is below ${name}`,
  folded: (n: number) => `+${n}`,
  foldedTitle: (n: number) =>
    n === 1 ? '1 process is folded away' : `${n} processes are folded away`,
  /** Of a process, for who does not see the bar beside it. */
  spokenOf: 'This step is about this process.',
  /** Levels of the tree that are not drawn. */
  deeper: (n: number) => `…${n}`,
  filter: 'Filter processes',
  filterPlaceholder: 'Filter…',
  hidden: (n: number) =>
    n === 1 ? '1 process is hidden by the filter' : `${n} processes are hidden by the filter`,
  showAll: 'Show all',
  nothingLeft: 'No process here is what the filter asks for.',
  columns: 'Columns',
  columnsByRoom: 'As many as there is room for',
  columnNames: {
    pid: 'PID here',
    'host-pid': 'PID on the host',
    user: 'User here',
    'host-user': 'User on the host',
    state: 'State',
    cpu: 'CPU',
    memory: 'Memory',
    start: 'Start',
    command: 'Command',
  } satisfies Record<Column, string>,
  notRecorded: 'not in a recording',
  number: {
    label: 'Who has PID',
    title: 'Find all processes that have this number in some PID namespace',
    of: (pid: number) => `Who else is PID ${pid}?`,
    heading: (pid: number, places: number) => {
      if (places === 0) return `PID ${pid} exists in no PID namespace now`;
      return places === 1
        ? `PID ${pid} exists in 1 PID namespace`
        : `PID ${pid} exists in these ${places} PID namespaces`;
    },
    why: 'Each PID namespace counts for itself: the same number, another process.',
    none: 'Each PID namespace counts for itself; no process has this number in one now.',
    onHost: (pid: number) => `PID ${pid} on the host`,
    hostItself: 'on the host itself',
    noContainer: 'no container',
    unknown: (n: number) =>
      n === 1
        ? 'The numbers of 1 more process could not be read.'
        : `The numbers of ${n} more processes could not be read.`,
    close: 'Close the list of those with the same number',
  },
};
