import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { packSummary } from '@lib/fleet/packed-summary';
import type { HostId } from '@lib/model/host';
import type { Snapshot } from '@lib/model/snapshot';
import { Hub } from '../hub/hub';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import type { Source } from '../source/source';
import { LineWatch, type LineTeller } from './line-watch';
import { putSummary } from './put-summary';
import { SummaryLook } from './summary-look';
import { sendSummaries, type Clock, type Rounds } from './summary-rounds';

const CLOCK: Clock = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => undefined),
  random: Math.random,
};

/** Who is told what becomes of an agent. */
export type AgentTeller = LineTeller & Pick<Rounds, 'trouble' | 'well'>;

/** Tells a fleet of a machine. It has a hub of its own, of which others see what goes over the line. */
export class Agent {
  readonly #hub: Hub;
  readonly #desk: Desk;

  constructor(source: Source) {
    // Who asks for what cannot be read is told so.
    this.#hub = new Hub(source, () => undefined);
    this.#desk = new Desk(this.#hub, HANDLERS, () => undefined);
  }

  /** What there is on the machine, at most a second old. */
  fresh(): Promise<Snapshot> {
    return this.#hub.fresh();
  }

  /**
   * Until the line is closed.
   *
   * @param host what the machine is called in the fleet
   * @param ended closes the line
   * @throws Error where the line was closed for another reason than that somebody wanted that
   */
  async run(
    line: NatsConnection,
    host: HostId,
    teller: AgentTeller,
    ended: AbortSignal,
  ): Promise<void> {
    const watch = new LineWatch(line, teller);
    const look = new SummaryLook(this.#hub, this.#desk);
    const closed = new AbortController();
    const rounds: Rounds = {
      up: () => watch.up(),
      look: async () => packSummary(await look.take()),
      put: (packed, over) => putSummary(line, host, packed, over),
      trouble: teller.trouble,
      well: teller.well,
    };
    await Promise.all([
      watch.follow().finally(() => closed.abort()),
      sendSummaries(rounds, AbortSignal.any([ended, closed.signal]), CLOCK),
    ]);
    const why = await line.closed();
    if (why instanceof Error) throw why;
  }

  close(): void {
    this.#hub.close();
  }
}
