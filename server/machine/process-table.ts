import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { NamespaceSet } from '@lib/model/namespace-set';
import type { ProcessReading } from '@lib/proc/reading';

/** Sets that nobody has any more are forgotten when there are so many times more than processes. */
const SPARE = 2;

/** All processes as last read. Those in the same namespaces have the very same set of them. */
export class ProcessTable {
  readonly all = new Map<number, ProcessReading>();
  readonly #sets = new Map<string, NamespaceSet>();

  clear(): void {
    this.all.clear();
    this.#sets.clear();
  }

  put(reading: ProcessReading): void {
    this.all.set(reading.pid, { ...reading, namespaces: this.#only(reading.namespaces) });
  }

  remove(pid: number): void {
    this.all.delete(pid);
  }

  #only(set: NamespaceSet): NamespaceSet {
    const key = NAMESPACE_TYPES.map((type) => set[type]).join();
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    if (this.#sets.size > SPARE * this.all.size) this.#sets.clear();
    this.#sets.set(key, set);
    return set;
  }
}
