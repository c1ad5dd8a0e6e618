import type { UseReading, UseRequest } from '@lib/use/reading';

/** Milliseconds for which a reading is told of: longer than who looks at it lets pass between two. */
const STANDS = 10_000;

/** What was read, of whom, and when, in milliseconds since 1970. */
interface Kept {
  of: Pick<UseRequest, 'pid' | 'startTicks' | 'id'>;
  reading: UseReading;
  readAt: number;
}

/** The last reading of each container's cgroups, while it stands: for who tells of what was read anyway. */
export class LatestUses {
  readonly #kept = new Map<string, Kept>();

  keep({ pid, startTicks, id }: UseRequest, reading: UseReading): void {
    this.#forgetOld();
    this.#kept.set(id, { of: { pid, startTicks, id }, reading, readAt: Date.now() });
  }

  now(): Kept[] {
    this.#forgetOld();
    return [...this.#kept.values()];
  }

  #forgetOld(): void {
    const oldest = Date.now() - STANDS;
    for (const [id, { readAt }] of this.#kept) if (readAt < oldest) this.#kept.delete(id);
  }
}
