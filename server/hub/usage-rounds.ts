import { setTimeout as delay } from 'node:timers/promises';
import type { HostId } from '@lib/model/host';
import type { OfHost } from '@lib/protocol/of-host';
import type { Watch } from '@lib/protocol/from-viewer';
import type { UsageMessage, UsageRow } from '@lib/protocol/usage';

/** Milliseconds from one reading to the next… */
const EVERY = 2000;
/** …and, when other rows came on screen, from the last one at the least. */
const STEP = 500;

/** One who has rows on screen. */
export interface UsageViewer {
  usage: (message: OfHost<UsageMessage>) => void;
  /** Too slow for what it was sent? Then it is left out. */
  congested: () => boolean;
}

interface Seat {
  viewer: UsageViewer;
  rows: Watch['rows'];
  /** What it was last sent of each. */
  sent: ReadonlyMap<number, UsageRow>;
}

/**
 * Sends what changes all the time of those rows that somebody has on screen, and reads nothing while
 * nobody has any. Each process is read once for all viewers.
 */
export class UsageRounds {
  readonly #seats = new Map<object, Seat>();
  #looping = false;
  #closed = false;
  /** Rows came on screen that nothing was sent of. */
  #wanted = false;
  #roundAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly host: HostId,
    /** Reads these processes, or all that there are. */
    private readonly read: (pids?: readonly number[]) => Promise<UsageRow[]>,
    private readonly report: (error: unknown) => void,
  ) {}

  /** The rows that a viewer has on screen now. */
  show(viewer: UsageViewer, rows: Watch['rows']): void {
    if (rows.length === 0) return this.leave(viewer);
    const before = this.#seats.get(viewer);
    const sent = before?.sent ?? new Map<number, UsageRow>();
    if (rows === 'all') {
      this.#seats.set(viewer, { viewer, rows, sent });
      this.#wanted ||= before?.rows !== 'all';
    } else {
      const still = new Set(rows);
      const kept = new Map([...sent].filter(([pid]) => still.has(pid)));
      this.#seats.set(viewer, { viewer, rows, sent: kept });
      this.#wanted ||= rows.some((pid) => !sent.has(pid));
    }
    if (!this.#looping) void this.#loop();
  }

  leave(viewer: object): void {
    this.#seats.delete(viewer);
  }

  close(): void {
    this.#closed = true;
    this.#seats.clear();
  }

  async #loop(): Promise<void> {
    this.#looping = true;
    while (this.#seats.size > 0) {
      if (this.#wanted || performance.now() - this.#roundAt >= EVERY) {
        this.#wanted = false;
        await this.#round().catch((error: unknown) => {
          // A reading that ends because all does is no news.
          if (!this.#closed) this.report(error);
        });
      }
      await delay(STEP, undefined, { ref: false });
    }
    this.#looping = false;
  }

  async #round(): Promise<void> {
    const wanted = [...this.#seats.values()].map((seat) => seat.rows);
    const pids = wanted.includes('all')
      ? undefined
      : [...new Set(wanted.flatMap((rows) => (rows === 'all' ? [] : rows)))];
    const at = performance.now();
    this.#roundAt = at;
    const rows = new Map((await this.read(pids)).map((row) => [row.pid, row]));
    for (const [key, seat] of this.#seats) {
      const { viewer } = seat;
      if (viewer.congested()) continue;
      const shown =
        seat.rows === 'all' ? [...rows.values()] : seat.rows.flatMap((pid) => rows.get(pid) ?? []);
      const news = shown.filter((row) => !isSame(row, seat.sent.get(row.pid)));
      viewer.usage({ host: this.host, at, rows: news });
      this.#seats.set(key, { ...seat, sent: new Map(shown.map((row) => [row.pid, row])) });
    }
  }
}

function isSame(row: UsageRow, before: UsageRow | undefined): boolean {
  return (
    row.startTicks === before?.startTicks &&
    row.state === before.state &&
    row.rssBytes === before.rssBytes &&
    row.cpuMs === before.cpuMs
  );
}
