import type { Container } from '../model/container';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { HOST } from '../model/host-word';
import { MAX_VANTAGES } from '../view-state/view-state';
import { pidVector, type NumberedPlace } from './pid-vector';
import { refOf } from '../model/container-ref';
import { containersByKey, containerOf } from '../model/containers-by-key';

/** A process that has the number in question in one PID namespace. */
export interface Namesake {
  process: Process;
  place: NumberedPlace;
  /** The container that the process belongs to; null: a process of the host. */
  from: Container | null;
  /** The vantage from which it has the number; where no container looks from there: the host. */
  vantage: string;
}

/** All that have one number, and how many others might, for their numbers could not be read. */
export interface SameNumber {
  namesakes: Namesake[];
  unknown: number;
}

/**
 * The processes that have a PID somewhere: the host's first, then by the name of the container, then by
 * namespace. The same number exists once in each PID namespace, pid_namespaces(7).
 */
export function sameNumber(snapshot: Snapshot, number: number): SameNumber {
  const containers = containersByKey(snapshot.containers);
  const namesakes = snapshot.processes
    .filter(({ pid, nsPids }) => (nsPids ?? [pid]).includes(number))
    .flatMap((process) => {
      const from = containerOf(process, containers);
      return pidVector(snapshot, process)
        .filter(({ pid }) => pid === number)
        .map((place) => ({ process, place, from, vantage: vantageOn(snapshot, place, from) }));
    });
  return {
    namesakes: namesakes.sort(byPlace),
    unknown: snapshot.processes.filter(({ nsPids }) => nsPids === null).length,
  };
}

function vantageOn(snapshot: Snapshot, place: NumberedPlace, from: Container | null): string {
  const looking = place.containers.find((each) => each === from) ?? place.containers[0];
  return looking === undefined ? HOST : refOf(snapshot, looking);
}

function byPlace(a: Namesake, b: Namesake): number {
  if (a.place.host !== b.place.host) return a.place.host ? -1 : 1;
  const names = [a, b].map(({ from, vantage }) => from?.name ?? (vantage === HOST ? '' : vantage));
  const [first = '', second = ''] = names;
  // Those of no container come last.
  if ((first === '') !== (second === '')) return first === '' ? 1 : -1;
  const order = first.localeCompare(second, 'en', { numeric: true });
  return order !== 0 ? order : a.process.pid - b.process.pid;
}

/** The vantages that are shown, and this one: where there is no room for it, instead of the last. */
export function vantagesWith(shown: readonly string[], vantage: string): readonly string[] {
  return shown.includes(vantage) ? shown : [...shown.slice(0, MAX_VANTAGES - 1), vantage];
}
