import { parsePodmanList, type PodmanWord } from '@lib/podman/word';
import { EngineError, toEngineError } from '../engine/engine-error';

/** The oldest version of the API that each Podman since 4 answers to; there is no path without one. */
export const PODMAN_LIST = '/v4.0.0/libpod/containers/json';

/** What is asked: of all containers, or of one. */
export interface PodmanQuestion {
  all: true;
  filters?: { id: [string] };
}

/**
 * What a Podman tells in its own API alone, listed once for all containers. Of one that has come since it is asked again,
 * for that one: a container never changes its pod.
 */
export class PodmanWords {
  /** As they were listed last. */
  #known: ReadonlyMap<string, PodmanWord> = new Map();
  #listed: Promise<ReadonlyMap<string, PodmanWord> | EngineError> = Promise.resolve(this.#known);

  /** @param ask resolves with what was answered, parsed as JSON @throws EngineError */
  constructor(private readonly ask: (question: PodmanQuestion) => Promise<unknown>) {}

  /** Begins to list anew. Whoever asks of a container waits for it. */
  list(): void {
    this.#listed = this.#words({ all: true }).then(
      (words) => (this.#known = words),
      (cause: unknown) => toEngineError(cause),
    );
  }

  /** Null: there is no such container (any more). Never fails: what keeps it from telling is in `unreadable`. */
  async of(id: string): Promise<PodmanWord | null> {
    const listed = await this.#listed;
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

function untold({ errno }: EngineError): PodmanWord {
  return { pod: null, infra: false, unreadable: { pod: errno, role: errno } };
}
