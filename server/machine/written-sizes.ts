import type { Written, WrittenBy } from '@lib/images/image';
import { containerKey, type ContainerKey } from '@lib/model/ids';
import type { ImageTeller } from '../engine/engine';

/** Who tells what a container has written; null: nobody. */
type Teller = Pick<ImageTeller, 'written'> | null;

/** What is told of one container. */
type Size = Pick<Written, 'bytes' | 'unreadable'>;

/** What was told last. */
interface Told {
  engine: string;
  /** When the engine began to look, by performance.now(), and how many milliseconds that took. */
  begun: number;
  took: number;
  /** For who asks every few seconds: until when it stands, by performance.now(). */
  until: number;
  size: Size;
}

/** One reading that waits for its turn, or is under way. */
interface Reading {
  /** Until when somebody waits for it, by performance.now(). */
  until: number;
  size: Promise<Size>;
}

/** Milliseconds that are waited for all that one asks for: less than a question has. */
const PATIENCE = 50_000;
/** The same for who asks every few seconds, and is told the next time. */
const PATIENCE_LATELY = 500;
/** Milliseconds that a size stands for these, or longer: an engine counts for a twentieth of the time at most. */
const LATELY = 30_000;
const TIMES_TAKEN = 20;
/**
 * So many times as long as all that an engine told took, each of it stands for whoever asks: a tenth of the time at most,
 * for all of them together. Who asks again by itself takes a twentieth, and so is always told anew.
 */
const TIMES_TAKEN_BY_ALL = 10;

/**
 * What containers have written. An engine looks at every file of one for it, so it is asked about one after
 * another, whoever asks; who asks about the same container meanwhile, or sooner than the engine may be asked again, is
 * told the same.
 */
export class WrittenSizes {
  readonly #open = new Map<ContainerKey, Reading>();
  /** The last reading that each engine has to do. */
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #told = new Map<ContainerKey, Told>();

  constructor(private readonly patience = PATIENCE) {}

  /** In the order that is given; of what does not come in time `unreadable` says that. */
  async of(
    containers: readonly WrittenBy[],
    tellerOf: (engine: string) => Teller,
  ): Promise<Written[]> {
    const until = performance.now() + this.patience;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Size>((resolve) => {
      timer = setTimeout(() => resolve(unread('ETIMEDOUT')), this.patience);
    });
    const sizes = containers.map(async (each): Promise<Written> => {
      const known = this.#standing(each);
      if (known !== null) return { ...each, ...known };
      const size = await Promise.race([this.#read(each, tellerOf(each.engine), until), late]);
      return { ...each, ...size };
    });
    try {
      return await Promise.all(sizes);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * What one has written, for who asks every few seconds: the engine is not asked that often. Until it has
   * answered, what was told before stands.
   */
  async lately(writer: WrittenBy, teller: Teller, patience = PATIENCE_LATELY): Promise<Written> {
    const known = this.#told.get(containerKey({ engine: writer.engine, id: writer.container }));
    const now = performance.now();
    if (known !== undefined && now < known.until) return { ...writer, ...known.size };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Size>((resolve) => {
      timer = setTimeout(() => resolve(known?.size ?? unread('not-counted')), patience);
    });
    const size = await Promise.race([this.#read(writer, teller, now + LATELY), late]);
    clearTimeout(timer);
    return { ...writer, ...size };
  }

  /** What was told of one, while its engine is not to be asked again yet; null: it may be asked. */
  #standing({ engine, container }: WrittenBy): Size | null {
    const known = this.#told.get(containerKey({ engine, id: container }));
    return known !== undefined && performance.now() < this.#standsUntil(known) ? known.size : null;
  }

  #standsUntil({ engine, begun }: Told): number {
    const ofEngine = [...this.#told.values()].filter((each) => each.engine === engine);
    return begun + TIMES_TAKEN_BY_ALL * ofEngine.reduce((sum, { took }) => sum + took, 0);
  }

  /** Of those that nobody has asked about for long nothing is kept. @param begun when the engine began to look */
  #keep({ engine, container }: WrittenBy, size: Size, begun: number): void {
    const now = performance.now();
    const took = now - begun;
    for (const [key, each] of this.#told) {
      if (now > Math.max(each.until, this.#standsUntil(each)) + LATELY) this.#told.delete(key);
    }
    const until = now + Math.max(LATELY, TIMES_TAKEN * took);
    const key = containerKey({ engine, id: container });
    this.#told.set(key, { engine, begun, took, until, size });
  }

  #read({ engine, container }: WrittenBy, teller: Teller, until: number): Promise<Size> {
    const key = containerKey({ engine, id: container });
    const open = this.#open.get(key);
    if (open !== undefined) {
      open.until = Math.max(open.until, until);
      return open.size;
    }
    const before = this.#last.get(engine) ?? Promise.resolve();
    const size = before.then(async () => {
      // Who asked has been told already that it did not come in time.
      const begun = performance.now();
      const isWanted = begun < reading.until;
      const told = isWanted ? await sizeOf(container, teller) : unread('ETIMEDOUT');
      this.#open.delete(key);
      if (isWanted) this.#keep({ engine, container }, told, begun);
      return told;
    });
    const reading: Reading = { until, size };
    this.#open.set(key, reading);
    this.#last.set(engine, size);
    return size;
  }
}

async function sizeOf(container: string, teller: Teller): Promise<Size> {
  try {
    const bytes = (await teller?.written(container)) ?? null;
    return bytes === null ? unread('ENODATA') : { bytes, unreadable: {} };
  } catch (error) {
    return unread(error instanceof Error ? error.message : String(error));
  }
}

function unread(why: string): Size {
  return { bytes: null, unreadable: { bytes: why } };
}
