import { isPod } from '../../model/project';
import type { NamespaceType } from '../../model/namespace-type';
import type { Grouping } from '../../view-state/matrix-choices';
import type { SharingCounts } from '../../sharing/said';

const groupings: Record<Grouping, string> = {
  none: 'nothing',
  project: 'project',
  sharing: 'sharing',
};

/** The Matrix view. */
export const matrix = {
  title: 'Matrix: same letter in a column, same namespace',
  lead: 'A row is a container. Choose a cell to see everyone in that namespace.',
  table: 'Containers and the namespaces they are in',
  waiting: 'Waiting for the first reading of this machine…',
  container: 'Container',
  sortBy: (column: string) => `Sort by ${column}`,
  sortByType: (type: NamespaceType) => `Sort by ${type}: what is shared comes first`,
  sortLabel: 'Sort by',
  byName: 'name',
  byStart: 'start',
  groupLabel: 'Group by',
  groupings,
  own: 'own',
  host: 'host',
  engine: 'engine',
  unknown: '?',
  none: '–',
  absent: 'no type',
  with: (others: readonly string[]) => `with ${others.join(', ')}`,
  /** Under a column's name. */
  counts: ({ shared, host, engine }: SharingCounts): string[] => {
    const hosts = engine > 0 && host === 0 ? [] : [`${host} host`];
    const engines = engine > 0 ? [`${engine} engine`] : [];
    return [`${shared} shared`, [...hosts, ...engines].join(' · ')];
  },
  processes: (n: number) => `${n} ${n === 1 ? 'process' : 'processes'}`,
  groups: {
    noProject: 'no project',
    alone: 'share none with another container',
    project: (name: string) => `${isPod(name) ? 'pod' : 'project'} ${name}`,
    sharing: (letters: string[]) => `together: ${letters.join(', ')}`,
  },
  /** Of the table that is taken away. */
  columns: {
    ...{ group: 'group', engine: 'engine', container: 'container', image: 'image' },
    ...{ state: 'state', processes: 'processes' },
    inode: (type: NamespaceType) => `${type} inode`,
  },
  openStopped: 'Give each a row',
  foldStopped: 'Fold them into one row',
  rows: (n: number) => `${n} ${n === 1 ? 'container' : 'containers'}`,
  tooManyForRings: (n: number) =>
    `${n} containers are too many for rings that can be read here, so nsview begins with the matrix.`,
  showRings: 'Show Sharing all the same',
  sentences: 'The sharing in sentences',
  empty: 'No container yet: each gets a row when it starts.',
};
