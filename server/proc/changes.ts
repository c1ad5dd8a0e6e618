import type { NamespaceId } from '@lib/model/ids';
import type { NamespaceReading, ProcessReading, ScanChange } from '@lib/proc/reading';

/** What one tick has found so far. */
export class Changes {
  readonly gone = new Set<number>();
  readonly #put = new Map<number, ProcessReading>();
  readonly #namespaces = new Map<NamespaceId, NamespaceReading>();
  readonly #namespacesGone = new Set<NamespaceId>();

  put(reading: ProcessReading): void {
    this.gone.delete(reading.pid);
    this.#put.set(reading.pid, reading);
  }

  remove(pid: number): void {
    this.#put.delete(pid);
    this.gone.add(pid);
  }

  putNamespace(reading: NamespaceReading): void {
    this.#namespacesGone.delete(reading.id);
    this.#namespaces.set(reading.id, reading);
  }

  removeNamespace(id: NamespaceId): void {
    this.#namespaces.delete(id);
    this.#namespacesGone.add(id);
  }

  get isEmpty(): boolean {
    const parts = [this.#put, this.gone, this.#namespaces, this.#namespacesGone];
    return parts.every(({ size }) => size === 0);
  }

  toScanChange(): Omit<ScanChange, 'full' | 'hidden'> {
    return {
      put: [...this.#put.values()],
      gone: [...this.gone],
      namespaces: [...this.#namespaces.values()],
      namespacesGone: [...this.#namespacesGone],
    };
  }
}
