import { setTimeout as delay } from 'node:timers/promises';
import type { Summary } from '@lib/fleet/summary';
import { summaryOf } from '@lib/machines/summary-of';
import { lifeOfContainer } from '@lib/model/container-life';
import { containerKey } from '@lib/model/ids';
import { isStopped } from '@lib/model/is-stopped';
import type { Snapshot } from '@lib/model/snapshot';
import type { Hub } from '../hub/hub';
import type { Desk } from '../questions/desk';

/**
 * Milliseconds for which findings stand while the same containers run. To find them each container is asked for at its
 * engine, and its first process read: much more than a look, for what seldom changes.
 */
const FINDINGS_STAND = 120_000;
/** Milliseconds that a summary waits for them: it says that somebody is there, which has no time for an engine that hangs. */
const PATIENCE = 2000;

/** Looks at a machine for a summary: at what viewers see, where somebody looks on anyway. */
export class SummaryLook {
  /** Which containers were asked about last, and when, by performance.now(). */
  #asked: { containers: string; at: number } | null = null;
  #asking: Promise<unknown> | null = null;

  constructor(
    private readonly hub: Pick<Hub, 'seen' | 'epoch' | 'findings'>,
    private readonly desk: Pick<Desk, 'answer'>,
  ) {}

  async take(): Promise<Summary> {
    const snapshot = await this.hub.seen();
    const at = new Date().toISOString();
    await this.#find(snapshot);
    const findings = this.hub.findings.now()?.findings ?? null;
    return summaryOf({ snapshot, findings, epoch: this.hub.epoch, at });
  }

  async #find(snapshot: Snapshot): Promise<void> {
    const containers = runningIn(snapshot);
    const now = performance.now();
    const stands = this.#asked?.containers === containers && now - this.#asked.at < FINDINGS_STAND;
    if (this.#asking === null && !stands) {
      this.#asked = { containers, at: now };
      // The hub keeps what is found; where nothing is, what it has stands for a while.
      this.#asking = this.desk.answer({ name: 'findings' }).finally(() => {
        this.#asking = null;
      });
    }
    if (this.#asking === null) return;
    const enough = new AbortController();
    const late = delay(PATIENCE, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([this.#asking, late]);
    enough.abort();
  }
}

/** Which ones run, each in one life of it. */
function runningIn({ containers }: Snapshot): string {
  return containers
    .filter((container) => !isStopped(container))
    .map((container) => `${containerKey(container)} ${lifeOfContainer(container)}`)
    .join('\n');
}
