import { placeOf } from './engine-place';
import type { Readings } from './readings';

/**
 * Would a reader with root's rights beside the engine's containers see more than the one who reads:
 * processes here that are kept from it, or containers in a virtual machine that it is not in? That
 * PID 1 alone is kept from it does not count: in some sandboxes that is shut off even to root.
 */
export function keptFromReader(readings: Readings): boolean {
  const places = readings.engines.map((engine) => placeOf(engine, readings.host));
  return (
    places.includes('docker-desktop') || (places.includes('here') && isKeptFromProcesses(readings))
  );
}

function isKeptFromProcesses({ host, processes, hidden }: Readings): boolean {
  if (hidden > 0 || (host.hidepid !== null && host.reader.uid !== 0)) return true;
  for (const { pid, unreadable } of processes.values()) {
    if (pid !== 1 && unreadable['namespaces.pid'] === 'EACCES') return true;
  }
  return false;
}
