import { isDeepStrictEqual } from 'node:util';
import type { ReaderState } from '@lib/protocol/reader-state';
import type { ReaderMode } from '../config/common';
import type { Endpoint } from '../engine/endpoint';
import type { EngineStatus } from '../engine/engine';
import type { ReaderOptions } from '../proc/calls';
import type { Reader } from '../reader/reader';
import { createThreadReader } from '../reader/thread-reader';
import {
  planReader,
  startReader,
  StartFailure,
  type RunningReader,
} from '../source/container/start';

/** Milliseconds until a reader that was lost is started again: twice as long each time, to the most. */
const RETRY = { first: 1000, most: 30_000 };
/** Milliseconds after which a reader was well: when it is lost then, the waiting begins anew. */
const WELL = 60_000;

/** What a person can see and say of who reads /proc. */
export interface ReaderControl {
  state: () => ReaderState;
  /** @returns how to stop listening */
  onChange: (listener: () => void) => () => void;
  /** Yes or no to the reader in a container; taken back at any time. */
  decide: (agree: boolean) => void;
  /** While one runs: yes or no to one in its place that may go into namespaces as well. */
  decideEntering: (agree: boolean) => void;
}

/** A reader in a container, and whether it may go into namespaces. */
type Running = RunningReader & { enters: boolean };

interface Failure {
  step: StartFailure['step'];
  problem: StartFailure['problem'];
  reason: string;
}

/**
 * Who reads /proc now: a thread of ours, or a reader in a container when it was asked for by
 * `--reader container` or agreed to. When that one is lost, a thread reads on at once, and another is
 * started by and by.
 */
export class ReaderChoice implements ReaderControl {
  /** The thread of ours. */
  readonly direct: Reader;
  private running: Running | null = null;
  private wanted: boolean;
  /** May the one that is wanted go into namespaces as well? */
  private enters: boolean;
  private declined = false;
  private told: ReaderState = { state: 'direct' };
  private starting: { step: StartFailure['step']; abort: AbortController } | null = null;
  private failure: Failure | null = null;
  /** Why the one that runs was not replaced by one that may go into namespaces. */
  private notReplaced: Failure | null = null;
  private retry: NodeJS.Timeout | null = null;
  private hasRun = false;
  /** How often in a row it was lost or could not be started again. */
  private losses = 0;
  /** The commands of the offer, once they were worked out. */
  private offer: string[] | null = null;
  private planning = false;
  private blind = false;
  private engine: { status: EngineStatus; endpoint: Endpoint | null };
  private readonly listeners = new Set<() => void>();
  /** All that has to have ended before we have. */
  private ending: Promise<unknown> = Promise.resolve();
  private closed = false;

  /**
   * @param mayEnter the command line said that a reader in a container may go into namespaces
   * @param startOne how one in a container is started
   */
  constructor(
    private readonly mode: ReaderMode,
    private readonly mayEnter: boolean,
    private readonly options: ReaderOptions,
    engine: { status: EngineStatus; endpoint: Endpoint | null },
    private readonly startOne: typeof startReader = startReader,
  ) {
    this.direct = createThreadReader(options);
    this.wanted = mode === 'container';
    this.enters = mayEnter;
    this.engine = engine;
    this.tell();
  }

  /** The one to ask now. */
  get current(): Reader {
    return this.running?.reader ?? this.direct;
  }

  /** Is it known who reads, as far as that was asked for on the command line? */
  get settled(): boolean {
    return !this.wanted || this.running !== null || this.told.state === 'failed';
  }

  state(): ReaderState {
    return this.told;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  decide(agree: boolean): void {
    const offered = this.told.state === 'offered' || this.told.state === 'failed';
    if (agree && offered) {
      this.wanted = true;
      this.declined = false;
      this.losses = 0;
      this.begin();
    }
    if (!agree && this.told.state !== 'direct') {
      this.wanted = false;
      this.declined = true;
      this.failure = null;
      // What was agreed to for this reader alone is no part of the next offer.
      this.wantEntering(this.enters && this.mayEnter);
      this.ending = this.end();
      this.lookForOffer();
      this.tell();
    }
  }

  decideEntering(agree: boolean): void {
    const { running } = this;
    if (running === null || this.enters === agree) return;
    this.wantEntering(agree);
    this.starting?.abort.abort();
    this.starting = null;
    // A yes is to what can be started now: nobody expects it when the engine is back, or another is lost.
    if (agree && !running.enters && !this.connected) this.failToStart(true, this.unreachable());
    // Rights that were taken back end with what holds them, also where nothing can take its place now.
    if (!agree && running.enters && !this.connected) this.ending = this.end();
    if (running.enters === this.enters) this.tell();
    else this.begin();
  }

  private wantEntering(enters: boolean): void {
    if (this.enters !== enters) this.offer = null;
    this.enters = enters;
    this.notReplaced = null;
  }

  /** The engine is another one, or in another state. */
  engineIs(engine: { status: EngineStatus; endpoint: Endpoint | null }): void {
    const connects = engine.status.state === 'connected' && !this.connected;
    this.engine = engine;
    if (connects) this.offer = null;
    if (connects && this.wanted && this.running === null) this.begin();
    this.lookForOffer();
    this.tell();
  }

  /** @param blind there were processes that it may not read */
  saw(blind: boolean): void {
    if (this.blind === blind) return;
    this.blind = blind;
    this.lookForOffer();
    this.tell();
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([this.ending, this.end(), this.direct.close()]);
  }

  private get connected(): boolean {
    return this.engine.status.state === 'connected';
  }

  private begin(): void {
    const { endpoint } = this.engine;
    if (this.closed || this.starting !== null || endpoint === null || !this.connected) {
      this.tell();
      return;
    }
    this.stopWaiting();
    const abort = new AbortController();
    this.starting = { step: 'engine', abort };
    this.tell();
    this.ending = Promise.all([this.ending, this.start(endpoint, abort)]);
  }

  private async start(endpoint: Endpoint, abort: AbortController): Promise<void> {
    const onStep = (step: StartFailure['step']) => {
      if (abort.signal.aborted) return;
      this.starting = { step, abort };
      this.tell();
    };
    const { signal } = abort;
    const { enters } = this;
    try {
      const running = await this.startOne(endpoint, this.options, { enters, onStep, signal });
      if (signal.aborted) return await leave(running);
      this.starting = null;
      this.replaceBy({ ...running, enters });
    } catch (error) {
      if (signal.aborted) return;
      this.starting = null;
      this.failToStart(enters, error instanceof StartFailure ? error : notTold(error));
    }
    this.tell();
  }

  /** One that runs until then reads on until then: nothing that it tells is unknown meanwhile. */
  private replaceBy(running: Running): void {
    const before = this.running;
    this.stopWaiting();
    this.running = running;
    this.failure = null;
    this.hasRun = true;
    this.watchOver(running);
    if (before !== null) this.leaveBehind(before);
  }

  /** One that may do less goes on; one from which rights were taken back does not. */
  private failToStart(enters: boolean, { step, problem, reason }: Failure): void {
    const { running } = this;
    if (running !== null && enters) {
      this.wantEntering(false);
      this.notReplaced = { step, problem, reason };
      return;
    }
    this.running = null;
    if (running !== null) this.leaveBehind(running);
    this.fail({ step, problem, reason });
  }

  private leaveBehind(running: Running): void {
    this.ending = Promise.all([this.ending, leave(running)]);
  }

  private watchOver(running: Running): void {
    const since = performance.now();
    void running.lost.then(({ problem, reason }) => {
      if (this.running !== running) return;
      this.running = null;
      this.leaveBehind(running);
      if (performance.now() - since > WELL) this.losses = 0;
      this.fail({ step: 'look', problem, reason });
      this.tell();
    });
  }

  /** One that has run before is started again by itself; one that never did is not. */
  private fail({ step, problem, reason }: Failure): void {
    this.failure = { step, problem, reason };
    if (!this.hasRun || this.closed) return;
    const wait = Math.min(RETRY.most, RETRY.first * 2 ** this.losses);
    this.losses += 1;
    this.retry = setTimeout(() => {
      this.retry = null;
      this.begin();
    }, wait);
  }

  private stopWaiting(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
  }

  /** Ends what runs or starts. */
  private async end(): Promise<void> {
    this.stopWaiting();
    const { running, starting } = this;
    this.running = null;
    this.starting = null;
    starting?.abort.abort();
    await Promise.all([this.ending, running === null ? null : leave(running)]);
  }

  /** Works out, without changing anything, whether a reader could be started: only that is offered. */
  private lookForOffer(): void {
    const { endpoint } = this.engine;
    const may = this.mode !== 'direct' && !this.wanted && this.blind && this.connected;
    if (!may || endpoint === null || this.offer !== null || this.planning) return;
    this.planning = true;
    const { enters } = this;
    planReader(endpoint, enters).then(
      ({ commands }) => {
        this.planning = false;
        if (enters === this.enters) this.offer = commands;
        else this.lookForOffer();
        this.tell();
      },
      () => {
        // There is nothing to offer; asked again when the engine has been away.
        this.planning = false;
      },
    );
  }

  private tell(): void {
    const next = this.worked();
    if (isDeepStrictEqual(next, this.told)) return;
    this.told = next;
    for (const listener of this.listeners) listener();
  }

  private worked(): ReaderState {
    if (this.running !== null) {
      const { name, commands, enters } = this.running;
      return { state: 'container', name, commands, enters, next: this.next() };
    }
    if (this.starting !== null) return { state: 'starting', step: this.starting.step };
    if (this.wanted) return this.missing();
    const offered = this.mode !== 'direct' && this.blind && this.connected && this.offer !== null;
    if (!offered) return { state: 'direct' };
    const { declined, enters } = this;
    return { state: 'offered', declined, commands: this.offer ?? [], enters };
  }

  /** What becomes of one that is to take the place of the one that runs. */
  private next(): Extract<ReaderState, { state: 'container' }>['next'] {
    if (this.starting !== null) return { state: 'starting', step: this.starting.step };
    return this.notReplaced === null ? null : { state: 'failed', ...this.notReplaced };
  }

  /** It is wanted, and neither there nor on its way. */
  private missing(): ReaderState {
    const { status } = this.engine;
    if (status.state === 'connecting') return { state: 'starting', step: 'engine' };
    const again = this.retry !== null || status.state !== 'connected';
    return { state: 'failed', ...(this.failure ?? this.unreachable()), again };
  }

  private unreachable(): Failure {
    const { message, endpoint } = this.engine.status;
    return { step: 'engine', problem: 'unreachable', reason: message ?? endpoint };
  }
}

/** A reader that cannot be removed now has nobody left who asks it: it ends by itself. */
async function leave(running: RunningReader): Promise<void> {
  await running.stop().catch(() => undefined);
}

function notTold(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  return { step: 'engine', problem: 'refused', reason };
}
