import { reason } from './reason';
/** The Processes view. */
export const processes = {
  title: (vantages: number): string =>
    vantages > 1 ? 'Processes: one process, several numbers' : 'Processes',
  lead: 'Each pane lists what ps lists there. Point at a process to find it in the others.',
  waiting: 'Waiting for the first reading of this machine…',
  columns: {
    pid: 'PID',
    'host-pid': 'HOST PID',
    user: 'USER',
    'host-user': 'HOST USER',
    state: 'S',
    cpu: '%CPU',
    memory: 'MEM',
    start: 'START',
    command: 'COMMAND',
  },
  columnTitles: {
    pid: 'The number of the process here, from where this pane looks',
    'host-pid': 'The number of the same process on the host',
    user: 'The user it runs as, as numbered here',
    'host-user': 'The user it runs as, as numbered on the host',
    state:
      'What it does just now: S sleeps, R runs, D waits for a device, T is stopped, Z has ended',
    cpu: 'Percent of one core, over the last two seconds',
    memory: 'Memory that it has in RAM (RSS)',
    start: 'When it started: the time if it was today, else the day',
    command: 'Its arguments, or its name in brackets where it has none',
  },
  stateTitle: (state: string): string => {
    const words: Record<string, string> = {
      R: 'running',
      S: 'sleeping',
      D: 'waiting, and not to be interrupted',
      T: 'stopped',
      t: 'stopped by a debugger',
      Z: 'ended, not yet collected by its parent',
      I: 'idle thread of the kernel',
    };
    return words[state] ?? state;
  },
  vantage: 'Look from',
  change: (name: string) => `Look from another place than ${name}`,
  add: 'Add a vantage…',
  remove: (name: string) => `Close the pane of ${name}`,
  gone: (name: string) => `${name} (not there)`,
  table: (name: string) => `Processes seen from ${name}`,
  seesAll: (n: number) => `sees all ${n} ${n === 1 ? 'process' : 'processes'}`,
  sees: (n: number) => `sees ${n} ${n === 1 ? 'process' : 'processes'}`,
  stale: 'stale',
  staleWhy: 'The engine does not answer: this is what was last known of the container.',
  missing: (name: string) =>
    `There is no container named ${name} now. Its processes show here as soon as one with that name runs; or choose another place to look from.`,
  stopped: 'It has no process, so there is nothing to look from.',
  withCode: (state: string, code: number) => `${state} (${code})`,
  startIt: 'Start it:',
  unreadable: (name: string, why: string) =>
    `The PID namespace of ${name} could not be read (${reason(why)}), so it cannot be told which processes it sees.`,
  thisShows: 'This shows it too:',
  asRoot: 'Start nsview as root to read it.',
  asRootOrReader: 'Start nsview as root to read it, or let it read from a container:',
  notTold: 'no reason given',
  empty: 'No process there.',
  unplaced: (n: number) =>
    `${n === 1 ? '1 more process' : `${n} more processes`} may be visible here: the PID namespace could not be read.`,
  root: 'root',
  uidUnknown: '?',
  uidTitle: (inside: number, outside: number) =>
    inside === outside ? `uid ${inside}` : `uid ${inside} here, uid ${outside} on the host`,
  startUnknown: '?',
  startUnreadable: (why: string) => `When the machine was started could not be read (${why}).`,
  uidUnreadable: (why: string) => `The uid could not be read (${why}).`,
  argsUnreadable: (why: string) => `The arguments could not be read (${why}); this is its name.`,
  argsTruncated: 'Longer than what was read: only the beginning is shown.',
  kernelThread: 'A thread of the kernel: it has no command line.',
  zombie: 'zombie',
  zombieTitle: 'It has ended, and its parent has not yet collected its exit status.',
  hint: 'Point at a process to see its numbers. Arrow keys move; a click or Enter tells all of it and scrolls to it in every pane; n finds who else has its number.',
  onHost: (pid: number) => `PID ${pid} on the host`,
  inNamespace: (pid: number, namespace: string, containers: string) =>
    containers === '' ? `${pid} in ${namespace}` : `${pid} in ${namespace} (${containers})`,
  unknownNamespace: 'a PID namespace that could not be read',
  /** What follows the command in the sentence that tells its numbers. */
  is: (places: string[]): string => `is ${places.join(', ')}`,
};
