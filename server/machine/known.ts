import type { NamespaceId } from '@lib/model/ids';
import type { NamespaceReading, ScanChange } from '@lib/proc/reading';
import { ProcessTable } from './process-table';

/** The processes and namespaces that the reader has told of so far. */
export class Known {
  readonly processes = new ProcessTable();
  readonly namespaces = new Map<NamespaceId, NamespaceReading>();
  hidden = 0;

  take({ full, put, gone, namespaces, namespacesGone, hidden }: ScanChange): void {
    this.hidden = hidden;
    if (full) {
      this.processes.clear();
      this.namespaces.clear();
    }
    for (const pid of gone) this.processes.remove(pid);
    for (const reading of put) this.processes.put(reading);
    for (const id of namespacesGone) this.namespaces.delete(id);
    for (const reading of namespaces) this.namespaces.set(reading.id, reading);
  }

  /** Is a change about nothing but threads of the kernel? Asked before it is taken. */
  isOfTheKernel(change: ScanChange): boolean {
    const { full, put, gone, namespaces, namespacesGone, hidden } = change;
    return (
      !full &&
      namespaces.length === 0 &&
      namespacesGone.length === 0 &&
      hidden === this.hidden &&
      put.every(({ kernelThread }) => kernelThread) &&
      gone.every((pid) => this.processes.all.get(pid)?.kernelThread === true)
    );
  }
}
