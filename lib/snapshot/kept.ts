import type { Process } from '../model/process';
import { placeOf } from './engine-place';
import type { Readings } from './readings';

/**
 * Would a reader with root's rights beside the engine's containers see more than the one who reads:
 * processes here that are kept from it, or containers in a virtual machine that it is not in?
 */
export function keptFromReader(readings: Readings): boolean {
  const places = readings.engines.map((engine) => placeOf(engine, readings.host));
  return (
    places.includes('docker-desktop') || (places.includes('here') && isKeptFromProcesses(readings))
  );
}

function isKeptFromProcesses({ host, processes, hidden }: Readings): boolean {
  if (hidden > 0 || (host.hidepid !== null && host.reader.uid !== 0)) return true;
  return keptProcesses([...processes.values()]).length > 0;
}

/**
 * Those whose namespaces are kept from the one who reads. PID 1 does not count: in some sandboxes it is
 * shut off even to root. Nor does a fork of it that is about to run a program, and until then is as it is.
 */
export function keptProcesses<P extends Pick<Process, 'pid' | 'ppid' | 'args' | 'unreadable'>>(
  processes: readonly P[],
): P[] {
  const kept = processes.filter(({ unreadable }) => unreadable['namespaces.pid'] === 'EACCES');
  const program = (args: string[] | null | undefined) => (args?.length ? args.join('\0') : null);
  const first = program(kept.find(({ pid }) => pid === 1)?.args);
  const isFork = ({ ppid, args }: P) => ppid === 1 && first !== null && program(args) === first;
  return kept.filter((process) => process.pid !== 1 && !isFork(process));
}
