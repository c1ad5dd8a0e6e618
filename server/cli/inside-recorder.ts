import { insideRequest } from '@lib/inside/inside';
import type { InsideReading } from '@lib/inside/reading';
import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import type { DetailReader } from '@lib/asking/detail-reader';
import type { Informant } from '@lib/asking/handler';
import { rounds } from './rounds';

const PACE = { every: 2000, rest: 9 };

/** What was read inside a namespace, to be written down. */
type Write = (namespace: NamespaceId, lifetime: string, reading: InsideReading) => void;

/** Reads inside all namespaces again and again, and tells what is other than before. */
export class InsideRecorder {
  /** What was last read of each, by namespace and lifetime. */
  #known = new Map<string, string>();

  constructor(
    private readonly machine: Pick<Informant, 'fresh'> & { details: Pick<DetailReader, 'inside'> },
    private readonly write: Write,
  ) {}

  /** Until it is told to end. @throws what the reader throws */
  run(ended: AbortSignal): Promise<void> {
    return rounds(PACE, ended, () => this.round(ended));
  }

  /** Each namespace of the machine once. */
  async round(ended: AbortSignal): Promise<void> {
    const snapshot = await this.machine.fresh();
    const read = new Map<string, string>();
    for (const { id, lifetime } of snapshot.namespaces) {
      if (ended.aborted) return;
      const text = await this.#read(id, lifetime, snapshot);
      if (text !== null) read.set(`${id} ${lifetime}`, text);
    }
    // Those that are gone need not be known any more.
    this.#known = read;
  }

  /** One of them, before its turn: somebody wants to know it. @throws what the machine throws */
  async look(id: NamespaceId, snapshot: Snapshot): Promise<void> {
    const lifetime = snapshot.namespaces.find((each) => each.id === id)?.lifetime;
    const text = lifetime === undefined ? null : await this.#read(id, lifetime, snapshot);
    if (text !== null) this.#known.set(`${id} ${lifetime}`, text);
  }

  /** @returns the reading as text; null: the picture has all that there is to tell */
  async #read(id: NamespaceId, lifetime: string, snapshot: Snapshot): Promise<string | null> {
    const request = insideRequest(id, snapshot);
    if (request === null) return null;
    const reading = await this.machine.details.inside(request);
    const text = JSON.stringify(reading);
    if (this.#known.get(`${id} ${lifetime}`) !== text) this.write(id, lifetime, reading);
    return text;
  }
}
