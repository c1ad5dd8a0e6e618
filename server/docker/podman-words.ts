import type { ContainerListing, ContainerReading } from '@lib/docker/reading';
import { parsePodmanList, withWord, type PodmanWord } from '@lib/podman/word';
import { EngineError, toEngineError } from '../engine/engine-error';

/** The oldest version of the API that each Podman since 4 answers to; there is no path without one. */
export const PODMAN_LIST = '/v4.0.0/libpod/containers/json';

/** What is asked: of all containers, or of one. */
export interface PodmanQuestion {
  all: true;
  filters?: { id: [string] };
}

type Words = ReadonlyMap<string, PodmanWord>;

/** What was told of a container in one of its runs. */
interface Told {
  run: string;
  reading: ContainerReading;
}

/**
 * What a Podman tells in its own API alone, listed once for all containers: pods, and who has started or ended since. Of
 * one that has come since it is asked again, for that one: a container never changes its pod.
 */
export class PodmanWords {
  /** As they were listed last. */
  #known: Words = new Map();
  #listed: Promise<Words | EngineError> = Promise.resolve(this.#known);
  readonly #told = new Map<string, Told>();

  /** @param ask resolves with what was answered, parsed as JSON @throws EngineError */
  constructor(private readonly ask: (question: PodmanQuestion) => Promise<unknown>) {}

  /** Begins to list anew. Whoever inspects a container waits for it. */
  list(): void {
    this.#listed = this.#words({ all: true }).then(
      (words) => (this.#known = words),
      (cause: unknown) => toEngineError(cause),
    );
  }

  /** What is listed in Docker's API, with what was told before of those that are in the same run as then. */
  async withTold(entries: ContainerListing[]): Promise<ContainerListing[]> {
    // Who asks for the first time has nothing to wait for.
    if (this.#told.size === 0) return entries;
    const listed = await this.#listed;
    if (listed instanceof EngineError) return entries;
    for (const id of [...this.#told.keys()]) if (!listed.has(id)) this.#told.delete(id);
    return entries.map((entry) => {
      const told = this.#told.get(entry.id);
      const isSame = told !== undefined && told.run === listed.get(entry.id)?.run;
      return isSame && isAsListed(told.reading, entry)
        ? { ...entry, reading: told.reading }
        : entry;
    });
  }

  /**
   * A container with Podman's word of it. Null: there is no such container (any more). What keeps Podman from telling is
   * in `unreadable`.
   *
   * @param ask asks for what Docker's API tells of it
   */
  async inspect(
    id: string,
    ask: () => Promise<ContainerReading | null>,
  ): Promise<ContainerReading | null> {
    // Before it is asked about: what happens from then on is another run than that which is noted.
    const listed = await this.#listed;
    const run = listed instanceof EngineError ? null : (listed.get(id)?.run ?? null);
    const answer = await ask();
    const word = answer === null ? null : await this.#of(answer.id, listed);
    if (answer === null || word === null) return answer;
    const reading = withWord(answer, word);
    if (run !== null) this.#told.set(id, { run, reading });
    return reading;
  }

  /** Null: there is no such container (any more). Never fails: what keeps it from telling is in `unreadable`. */
  async #of(id: string, listed: Words | EngineError): Promise<PodmanWord | null> {
    const word = this.#known.get(id);
    if (word !== undefined) return word;
    // What it does not list it is not asked about one by one.
    if (listed instanceof EngineError) return untold(listed);
    const asked = this.#words({ all: true, filters: { id: [id] } });
    return asked.then(
      (words) => words.get(id) ?? null,
      (cause: unknown) => untold(toEngineError(cause)),
    );
  }

  async #words(question: PodmanQuestion): Promise<Map<string, PodmanWord>> {
    const words = parsePodmanList(await this.ask(question));
    if (words === null) throw new EngineError('protocol', 'what was answered is not Podman’s list');
    return words;
  }
}

/** Two lists tell of two moments. */
function isAsListed({ name, state }: ContainerReading, entry: ContainerListing): boolean {
  return name === entry.name && state === entry.state;
}

function untold({ errno }: EngineError): PodmanWord {
  return { pod: null, infra: false, run: null, unreadable: { pod: errno, role: errno } };
}
