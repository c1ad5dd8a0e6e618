import { setTimeout as delay } from 'node:timers/promises';
import type { DetailReader } from '@lib/asking/detail-reader';
import type { Informant } from '@lib/asking/handler';
import { LOCAL_HOST, type HostId } from '@lib/model/host';
import type { Snapshot } from '@lib/model/snapshot';
import type { OfHost } from '@lib/protocol/of-host';
import type { Hello, Watch } from '@lib/protocol/from-viewer';
import { PROTOCOL_VERSION, type Delta, type Welcome } from '@lib/protocol/protocol';
import type { UsageRow } from '@lib/protocol/usage';
import type { Past } from '@lib/recording/past';
import type { Source } from '../source/source';
import { LatestFindings } from './latest-findings';
import { LatestUses } from './latest-uses';
import { NOTHING_SEEN, Sequence } from './sequence';
import { UsageRounds, type UsageViewer } from './usage-rounds';
import { NOBODY, type Viewer } from './viewer';

/** Milliseconds from the end of one read to the next while somebody watches. */
const PAUSE = 250;
/** Milliseconds that a read may wait for news. */
const PATIENCE = 4000;
/** Milliseconds for which a snapshot is fresh enough for one who asks once. */
const FRESH = 1000;

/** Keeps every sight for who looks back; see History. */
export interface Keeper {
  readonly past: Past;
  /** @param change to the sight before: null where there is none, left out where it is of another boot or the first */
  keep: (snapshot: Snapshot, change?: Delta | null) => void;
}

interface Seat {
  seq: number;
  watched: readonly string[];
}

/** One scan and one diff per tick for all viewers; none while nobody looks. */
export class Hub implements Informant {
  /** What its messages are about. */
  readonly host: HostId = LOCAL_HOST;
  private readonly sequence = new Sequence(this.host);
  private scannedAt = -Infinity;
  /** When a scan was last told whole. */
  private wholeAt = -Infinity;
  private readonly seats = new Map<Viewer, Seat>();
  private reading: { whole: boolean; result: Promise<Snapshot> } | null = null;
  private watched: readonly number[] = [];
  /** The snapshot for which `watched` holds. */
  private watchedFrom: Snapshot | null = null;
  private looping = false;
  private wake = new AbortController();
  private hinted = false;
  private closed = false;
  private readonly rounds: UsageRounds;
  /** What the machine was looked at so far: `wholeMs` is how long the last look took that told all at once. */
  readonly scans: { count: number; wholeMs: number | null } = { count: 0, wholeMs: null };
  /** What was read of cgroups lately, for whoever it was. */
  readonly uses = new LatestUses();
  /** What was found of all containers lately, for whoever it was. */
  readonly findings = new LatestFindings();

  constructor(
    private readonly source: Source,
    private readonly report: (error: unknown) => void,
    /** What can be gone back to; null: nothing. */
    readonly past: Past | null = null,
    private readonly keeper: Keeper | null = null,
  ) {
    this.rounds = new UsageRounds(this.host, (pids) => source.usage(pids), report);
    source.onHint(() => {
      this.hinted = true;
      this.wake.abort();
    });
  }

  get viewers(): number {
    return this.seats.size;
  }

  /** The series that pictures are in; another one begins with each boot. */
  get epoch(): string {
    return this.sequence.epoch;
  }

  /** Are read at the machine itself, whoever asks. */
  get details(): DetailReader {
    return this.source;
  }

  /** Milliseconds since the machine was last looked at; null before the first time. */
  get scanAge(): number | null {
    return Number.isFinite(this.scannedAt) ? performance.now() - this.scannedAt : null;
  }

  /** A snapshot at most one second old. */
  async fresh(): Promise<Snapshot> {
    const { current } = this.sequence;
    if (current !== null && performance.now() - this.wholeAt <= FRESH) return current;
    return this.scan({ whole: true });
  }

  /**
   * What viewers see. While somebody looks, the machine is looked at all the time: who asks about something in it
   * waits for no further look. Else as `fresh`.
   */
  async seen(): Promise<Snapshot> {
    const { scanAge } = this;
    const { current } = this.sequence;
    const isLooking = this.reading !== null || (scanAge !== null && scanAge <= FRESH);
    return current !== null && this.viewers > 0 && isLooking ? current : this.fresh();
  }

  /** As `fresh`, after a search for what else holds namespaces that began now or later. */
  async searched(): Promise<Snapshot> {
    await this.fresh();
    await this.source.search();
    // A look that began before the search was over may not know what it found.
    await this.reading?.result.catch(() => undefined);
    return this.scan({ whole: true });
  }

  /** State, memory and CPU time now, of these processes or of all. */
  async usage(pids?: readonly number[]): Promise<UsageRow[]> {
    await this.fresh();
    return this.source.usage(pids);
  }

  /**
   * Seats a viewer: it gets what it missed since `lastSeq`, or a whole snapshot, and what follows.
   *
   * @returns what its hello is answered: where we are
   */
  async join(viewer: Viewer, from: Pick<Hello, 'epoch' | 'lastSeq'>): Promise<OfHost<Welcome>> {
    const looked = await this.seen();
    const seq = this.sequence.seenBy(from);
    this.seats.set(viewer, { seq, watched: this.seats.get(viewer)?.watched ?? [] });
    this.catchUp(viewer);
    this.source.setWatched(true);
    this.loop().catch(this.report);
    const { epoch, current } = this.sequence;
    return { host: this.host, version: PROTOCOL_VERSION, epoch, seq: (current ?? looked).seq };
  }

  /** Keeps looking, for somebody who looks back meanwhile. Returns how to end that. */
  lookOn(): () => void {
    const nobody = { ...NOBODY };
    this.seats.set(nobody, { seq: NOTHING_SEEN, watched: [] });
    this.source.setWatched(true);
    this.loop().catch(this.report);
    return () => this.leave(nobody);
  }

  leave(viewer: Viewer): void {
    this.seats.delete(viewer);
    this.rounds.leave(viewer);
    this.watchedFrom = null;
    if (this.seats.size > 0) return;
    this.source.setWatched(false);
    // What waits for news waits for nobody any more.
    this.source.hurry();
  }

  /** Tells what a viewer has on screen. */
  watch(viewer: Viewer & UsageViewer, { containers, rows }: Watch): void {
    const seat = this.seats.get(viewer);
    if (seat === undefined) return;
    seat.watched = containers;
    this.watchedFrom = null;
    this.source.hurry();
    this.rounds.show(viewer, rows);
  }

  /** A viewer that was congested can take more: the latest state is what it gets. */
  drained(viewer: Viewer): void {
    this.catchUp(viewer);
  }

  close(): void {
    this.closed = true;
    this.wake.abort();
    this.rounds.close();
    this.seats.clear();
  }

  private async loop(): Promise<void> {
    if (this.looping) return;
    this.looping = true;
    while (this.seats.size > 0 && !this.closed) {
      try {
        await this.scan({ whole: false });
      } catch (error) {
        // What reads may end before the read that waits for news does.
        if (this.closed) break;
        this.report(error);
        for (const viewer of this.seats.keys()) viewer.drop(error);
      }
      if (!this.hinted) await this.pause();
    }
    this.looping = false;
  }

  /** Waits for the next tick, or less when the source has a hint. */
  private async pause(): Promise<void> {
    this.wake = new AbortController();
    await delay(PAUSE, undefined, { signal: this.wake.signal }).catch(() => undefined);
  }

  /** One look at the machine at a time: who comes meanwhile waits for the same, if it is whole. */
  private scan({ whole }: { whole: boolean }): Promise<Snapshot> {
    const { reading } = this;
    if (reading !== null && (reading.whole || !whole)) return reading.result;
    if (reading !== null) {
      this.source.hurry();
      const next = () => this.scan({ whole });
      return reading.result.then(next, next);
    }
    const result = this.readOnce(whole).finally(() => {
      this.reading = null;
    });
    this.reading = { whole, result };
    return result;
  }

  private async readOnce(whole: boolean): Promise<Snapshot> {
    this.hinted = false;
    const patience = whole ? 0 : PATIENCE;
    const begun = performance.now();
    const sight = await this.source.read({ watchedPids: this.watchedPids(), whole, patience });
    this.scannedAt = performance.now();
    this.scans.count += 1;
    if (whole) {
      this.wholeAt = this.scannedAt;
      this.scans.wholeMs = this.scannedAt - begun;
    }
    const { now, change } = this.sequence.follow(sight);
    this.keeper?.keep(now, change);
    if (change !== null) for (const viewer of this.seats.keys()) this.catchUp(viewer);
    return now;
  }

  /** The processes of the containers that somebody has on screen; worked out anew when it changes. */
  private watchedPids(): readonly number[] {
    const { watchedFrom } = this;
    const { current } = this.sequence;
    if (current !== null && watchedFrom !== current) {
      const watched = new Set([...this.seats.values()].flatMap((seat) => seat.watched));
      this.watched = current.processes
        .filter(({ container }) => container !== null && watched.has(container))
        .map(({ pid }) => pid);
      this.watchedFrom = current;
    }
    return this.watched;
  }

  private catchUp(viewer: Viewer): void {
    const seat = this.seats.get(viewer);
    if (seat === undefined || viewer.congested()) return;
    seat.seq = this.sequence.send(viewer, seat.seq);
  }
}
