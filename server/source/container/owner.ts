import type { OwnProcess } from '../../proc/own-process';

/** The label that tells which server a reader is for. */
export const OWNER_LABEL = 'nsview.owner';

/**
 * A server as a label tells it: where and since when its process runs. Source: proc_pid_stat(5).
 */
export function ownerLabel({ bootId, pidNamespace, pid, startTicks }: OwnProcess): string {
  return [bootId, pidNamespace, pid, startTicks].join('/');
}

/**
 * Is a reader with this label a leftover: one whose server is surely gone, or an earlier one of ours?
 * What only another boot or another PID namespace could tell is left alone while it runs: it ends by
 * itself when nobody asks it any more.
 *
 * @param self the server that asks, which has no reader now
 * @param mayLive can the process with this PID still be the one that began then?
 */
export function isLeftover(
  { label, running }: { label: string | undefined; running: boolean },
  self: OwnProcess,
  mayLive: (pid: number, startTicks: string) => boolean,
): boolean {
  if (label === ownerLabel(self)) return true;
  const [bootId, pidNamespace, pid, startTicks = ''] = (label ?? '').split('/');
  if (bootId !== self.bootId) return !running;
  if (pidNamespace !== self.pidNamespace) return false;
  return !mayLive(Number(pid), startTicks);
}
