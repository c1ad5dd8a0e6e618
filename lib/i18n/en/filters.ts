import type { Filter } from '../../view-state/filters';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const containers = (n: number) => count(n, 'container', 'containers');
const processes = (n: number) => count(n, 'process', 'processes');
const connections = (n: number) => count(n, 'connection', 'connections');

/** What hides something, in a few words. */
const by: Record<Filter, string> = {
  own: 'nsview’s own',
  stopped: 'stopped',
  projects: 'Compose projects, pods',
  hostProcesses: 'host processes',
  query: 'not meeting the filter',
  types: 'other types',
};

/** What is shown and what is not. */
export const filters = {
  open: 'Show and hide (f)',
  title: 'Show and hide',
  on: (n: number) => `${n} ${n === 1 ? 'filter is' : 'filters are'} on`,
  showAll: 'Show all',
  hidden: 'Hidden:',
  by,
  containers,
  processes,
  connections,
  list: (parts: string[]) => parts.join(', '),
  nothing: 'nothing now',
  showAgain: (what: string) => `Show again: ${what}`,
  /** A name of something that is not shown, among names of what is. */
  hiddenName: (name: string) => `${name} (hidden)`,
  /** Added to what is told of a namespace in which something is that is not shown. */
  withHidden: (text: string, n: number) => `${text} +${n} hidden`,
  ofThese: (c: number, p: number) =>
    `Not shown of these: ${[...(c > 0 ? [containers(c)] : []), ...(p > 0 ? [processes(p)] : [])].join(', ')}.`,
};
