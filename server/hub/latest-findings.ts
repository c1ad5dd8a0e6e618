import type { Findings } from '@lib/findings/finding';

/** Milliseconds for which what was found is told of: containers come and go, and it tells of those that there were. */
const STANDS = 300_000;

/** What was found of all containers, and when, in milliseconds since 1970. */
interface Kept {
  findings: Findings;
  readAt: number;
}

/** What was last found of all containers, while it stands: for who tells of what was read anyway. */
export class LatestFindings {
  #kept: Kept | null = null;

  keep(findings: Findings): void {
    this.#kept = { findings, readAt: Date.now() };
  }

  now(): Kept | null {
    if (this.#kept !== null && this.#kept.readAt < Date.now() - STANDS) this.#kept = null;
    return this.#kept;
  }
}
