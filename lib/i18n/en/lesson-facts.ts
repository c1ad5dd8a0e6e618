import { saidSize } from '../../use/said-size';
import { typeNames } from './type-names';

const TYPES = new Map<string, string>(Object.entries(typeNames));
const of = (type: string) => TYPES.get(type) ?? type;

const WHAT = new Map([
  ['cpu', 'CPU time'],
  ['pids', 'number of processes'],
  ['io', 'speed of reading and writing'],
]);
const named = (what: string) => WHAT.get(what) ?? what;

const counted = (n: number, one: string, many: string) => `${String(n)} ${n === 1 ? one : many}`;
const processes = (count: string) => counted(Number(count), 'process', 'processes');

/** @param count bytes, thousandths of a CPU, processes, or bytes a second */
const limited = (c: string, what: string, count: string) => {
  const bytes = saidSize(Number(count)).text;
  switch (what) {
    case 'cpu':
      return `${c} may use ${counted(Number(count) / 1000, 'CPU', 'CPUs')} at most`;
    case 'pids':
      return `${c} may have ${processes(count)} at most`;
    case 'io':
      // Either is enough for the predicate.
      return `${c}’s reading or writing is limited to ${bytes} a second`;
    default:
      return `${c}’s ${named(what)} is limited to ${bytes}`;
  }
};

/**
 * What a lesson asks of this machine, as a sentence that is so or is not so. By the name of the predicate, with what
 * stands after it as text; where that is left out there, it is empty.
 */
export const lessonFacts = {
  exists: (c: string) => `${c} is there`,
  running: (c: string) => `${c} runs`,
  exited: (c: string, code = '') =>
    code === '' ? `${c} has ended` : `${c} ended with code ${code}`,
  'from-image': (c: string, image: string) => `${c} is made from ${image}`,
  shares: (a: string, b: string, type: string) => `${a} and ${b} share one ${of(type)} namespace`,
  own: (c: string, type: string) => `${c} has its own ${of(type)} namespace`,
  host: (c: string, type: string) => `${c} is in the host’s ${of(type)} namespace`,
  sees: (from: string, c: string) => `${from} sees ${c}’s first process`,
  processes: (c: string, count: string) => `${c} has at least ${processes(count)}`,
  'has-pid': (place: string, pid: string) => `${place} has a process number ${pid}`,
  parent: (c: string, name: string) => `${name} is the parent of ${c}’s first process`,
  state: (c: string, state: string) => `${c}’s first process is in state ${state}`,
  'in-syscall': (c: string, call: string) => `${c}’s first process is in the call ${call}`,
  'same-kernel': (a: string, b: string) => `${a} and ${b} run on one kernel`,
  hypervisor: () => 'the processor tells of a hypervisor: this machine is a virtual one',
  uid: (c: string, uid: string, outside: string) =>
    outside === 'same'
      ? `user ${uid} in ${c} is user ${uid} outside`
      : `user ${uid} in ${c} is another user outside`,
  'runs-as': (c: string, uid: string, where = '') =>
    `${c}’s first process is user ${uid} ${where === '' ? 'on the host' : 'in it'}`,
  listens: (c: string, port: string) => `${c} listens on port ${port}`,
  reaches: (from: string, to: string, protocol: string, port: string) =>
    `${from} reaches ${to} by ${protocol} on port ${port}`,
  'only-device': (c: string, device: string) => `${c} has no network device but ${device}`,
  received: (c: string, bytes: string) =>
    `${c}’s devices have received ${saidSize(Number(bytes)).text} or more since this step began`,
  firewall: (c: string) => `${c}’s own firewall has a rule`,
  mount: (c: string, path: string, mode = '') =>
    mode === ''
      ? `${c} has something mounted at ${path}`
      : `${c} has ${path} mounted ${mode === 'ro' ? 'read-only' : 'to be written'}`,
  limit: limited,
  'no-limit': (c: string, what: string) => `${c}’s ${named(what)} is not limited`,
  'oom-killed': (c: string) => `a process of ${c} was killed at its memory limit`,
  throttled: (c: string) => `${c} was held back at its CPU limit`,
  refused: (c: string) => `${c} was refused one more process`,
  image: (image: string) => `the image ${image} is there`,
  'layers-shared': (a: string, b: string) =>
    `${a} and ${b} have layers in common, and one that differs`,
  answered: () => 'the question was answered',
};

/** The same where it is not so, of those of which that is often said. */
export const lessonDenials = {
  exists: (c: string) => `${c} is not there`,
  running: (c: string) => `${c} does not run`,
  'from-image': (c: string, image: string) => `${c} is not made from ${image}`,
  shares: (a: string, b: string, type: string) => `${a} and ${b} share no ${of(type)} namespace`,
  sees: (from: string, c: string) => `${from} does not see ${c}’s first process`,
  hypervisor: () => 'the processor tells of none',
  'runs-as': (c: string, uid: string, where = '') =>
    `${c}’s first process is not user ${uid} ${where === '' ? 'on the host' : 'in it'}`,
  reaches: (from: string, to: string, protocol: string, port: string) =>
    `${from} does not reach ${to} by ${protocol} on port ${port}`,
  received: (c: string, bytes: string) =>
    `${c}’s devices have received less than ${saidSize(Number(bytes)).text} since this step began`,
  firewall: (c: string) => `${c}’s own firewall has no rule`,
  throttled: (c: string) => `${c} was not held back at a CPU limit`,
  mount: (c: string, path: string) => `${c} has nothing mounted at ${path}`,
  image: (image: string) => `the image ${image} is not there`,
};

/** What joins them. */
export const joinedFacts = {
  host: 'the host',
  not: (fact: string) => `not so: ${fact}`,
  all: (facts: readonly string[]) => facts.join('; '),
  any: (facts: readonly string[]) => facts.join(' – or '),
};
