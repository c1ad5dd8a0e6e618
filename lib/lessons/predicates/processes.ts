import { Unreadable } from '../../findings/unreadable';
import type { Container } from '../../model/container';
import { HOST } from '../../model/host-word';
import type { Process } from '../../model/process';
import { QUESTIONS } from '../../questions/questions';
import {
  findVantage,
  seenFrom,
  unplacedAt,
  vantageOf,
  type SeenProcess,
} from '../../select/vantage';
import {
  clientLine,
  nestedNumbers,
  processField,
  processFields,
  systemCall,
} from '../../shell/proof';
import type { Decision, Shown } from '../decision';
import type { Arguments } from '../predicate';
import type { Witness } from '../witness';
import { links } from './namespaces';

/** As `ps` there would list it. */
export const sees: Decision<Arguments['sees']> = {
  holds: (witness, [place, name]) => {
    const leader = witness.leader(name);
    const seen = seenAt(witness, place);
    if (leader === null || seen === null) return false;
    if (seen.processes.some(({ process }) => process === leader)) return true;
    if (seen.unplaced.includes(leader)) throw new Unreadable(whyUnplaced(leader));
    return false;
  },
  shown: (witness, [place, name]) => {
    const leader = witness.leader(name);
    const seen = seenAt(witness, place);
    if (leader === null || seen === null) return null;
    // Who is not seen has no number there to be shown: that the place is in another namespace is why.
    if (!seen.processes.some(({ process }) => process === leader)) {
      return links(witness, [place, name], 'pid');
    }
    if (place !== HOST) return numbers(leader);
    const { pid, comm } = leader;
    return { command: processFields(pid, ['pid', 'comm']), value: `${String(pid)} ${comm}` };
  },
};

export const processes: Decision<Arguments['processes']> = {
  holds: (witness, [name, count]) => {
    const container = witness.alive(name);
    if (container === null) return false;
    if (living(witness, container).length >= count) return true;
    const stray = witness.snapshot.processes.find(({ cgroup }) => cgroup === null);
    if (stray !== undefined) throw new Unreadable(stray.unreadable.cgroup ?? 'ENODATA');
    witness.seesAll();
    // Its first process at least is there: where that is not seen, no more are.
    witness.leader(name);
    return false;
  },
  shown: (witness, [name]) => {
    const container = witness.alive(name);
    if (container === null) return null;
    return {
      command: `${clientLine(witness.snapshot, container, 'top')} | tail -n +2 | wc -l`,
      value: String(living(witness, container).length),
    };
  },
};

/** A number counts in each PID namespace by itself. */
export const hasPid: Decision<Arguments['has-pid']> = {
  holds: (witness, [place, number]) => {
    const seen = seenAt(witness, place);
    if (seen === null) return false;
    if (seen.processes.some(({ pid }) => pid === number)) return true;
    const [unplaced] = seen.unplaced;
    if (unplaced !== undefined) throw new Unreadable(whyUnplaced(unplaced));
    witness.seesAll();
    if (place !== HOST) witness.leader(place);
    return false;
  },
  shown: (witness, [place, number]) => {
    const found = seenAt(witness, place)?.processes.find(({ pid }) => pid === number);
    return found === undefined ? null : numbers(found.process);
  },
};

/** The kernel keeps 15 bytes of a name. */
const COMM = 15;

export const parent: Decision<Arguments['parent']> = {
  holds: (witness, [name, comm]) => {
    const found = parentOf(witness, name);
    return found !== null && found.comm === comm.slice(0, COMM);
  },
  shown: (witness, [name]) => {
    const found = parentOf(witness, name);
    return found === null ? null : { command: processField(found.pid, 'comm'), value: found.comm };
  },
};

export const state: Decision<Arguments['state']> = {
  holds: (witness, [name, letter]) => stateOf(witness, name)?.value === letter,
  shown: (witness, [name]) => stateOf(witness, name),
};

export const inSyscall: Decision<Arguments['in-syscall']> = {
  holds: (witness, [name, call]) => callOf(witness, name)?.name === call,
  shown: (witness, [name]) => {
    const call = callOf(witness, name);
    return call === null ? null : { command: systemCall(call.pid), value: call.said };
  },
};

/** What is seen from a place, and what might be; null: nobody is there. @throws Unreadable */
export function seenAt(
  witness: Witness,
  place: string,
): { processes: SeenProcess[]; unplaced: Process[] } | null {
  const { snapshot } = witness;
  const container = place === HOST ? null : witness.alive(place);
  if (place !== HOST && container === null) return null;
  const vantage = container === null ? findVantage(snapshot, HOST) : vantageOf(snapshot, container);
  const seen = vantage === null ? null : seenFrom(snapshot, vantage);
  if (vantage === null || seen === null) {
    throw new Unreadable(container?.unreadable['namespaces.pid'] ?? 'ENODATA');
  }
  return { processes: seen, unplaced: unplacedAt(snapshot, vantage) };
}

function whyUnplaced({ unreadable }: Process): string {
  return unreadable['namespaces.pid'] ?? unreadable.nsPids ?? 'ENODATA';
}

function numbers(process: Process | null): Shown | null {
  if (process === null) return null;
  const { pid, nsPids } = process;
  return {
    command: nestedNumbers(pid),
    value: nsPids === null ? null : `NSpid: ${nsPids.join(' ')}`,
  };
}

function living(witness: Witness, container: Container): Process[] {
  return witness.processes(container).filter(({ zombie }) => !zombie);
}

/** Null: nobody is there. @throws Unreadable */
export function parentOf(witness: Witness, name: string): Process | null {
  const leader = witness.leader(name);
  if (leader === null) return null;
  const found = witness.snapshot.processes.find(({ pid }) => pid === leader.ppid);
  if (found !== undefined) return found;
  throw new Unreadable('ESRCH');
}

/** The state of its first process. Null: nobody is there. @throws Unreadable */
export function stateOf(witness: Witness, name: string) {
  const leader = witness.leader(name);
  if (leader === null) return null;
  const { pid, startTicks } = leader;
  const told = witness.ask('usage', QUESTIONS.usage, { pids: [pid] }, startTicks);
  const row = told.processes.find((each) => each.pid === pid && each.startTicks === startTicks);
  if (row === undefined) throw new Unreadable('ESRCH');
  return { command: processField(pid, 'state'), value: row.state };
}

/** The call that its first process waits in; its name is null where it is in none. @throws Unreadable */
function callOf(
  witness: Witness,
  name: string,
): { pid: number; name: string | null; said: string } | null {
  const leader = witness.leader(name);
  if (leader === null) return null;
  const { pid, startTicks } = leader;
  const told = witness.ask('process', QUESTIONS.process, { pid }, startTicks);
  const { call, unreadable } = told;
  if (call === null) throw new Unreadable(unreadable.call ?? 'ENODATA');
  if (typeof call === 'string') return { pid, name: null, said: call };
  if (call.name === null) throw new Unreadable(unreadable['call.name'] ?? 'ENODATA');
  return { pid, name: call.name, said: `${String(call.number)} (${call.name})` };
}
