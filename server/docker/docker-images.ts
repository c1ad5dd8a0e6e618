import type { HistoryEntry } from '@lib/docker/reading';
import { imageOf, withSharing, type ImageTold } from '@lib/images/image-of';
import type { EngineImage, ImageTeller } from '../engine/engine';
import { toDockerError } from './docker-error';
import type { DockerFacade } from './facade';

/** Of a longer history no images are asked about: an engine with so many is odd. */
const MOST_ENTRIES = 300;

/** How an image came to be. */
type Making = Pick<ImageTold, 'history' | 'layersOf'>;

/**
 * What an engine that speaks Docker's API tells of images. How one came to be never changes, so it is read
 * once, and kept as long as containers run from it.
 */
export class DockerImages implements ImageTeller {
  #known = new Map<string, Promise<Making>>();

  constructor(
    private readonly facade: Pick<DockerFacade, 'list' | 'image' | 'history' | 'written'>,
  ) {}

  async images(running: readonly string[]): Promise<EngineImage[]> {
    if (running.length === 0) {
      // There is nothing to ask, and it may be one that never answers.
      this.#known.clear();
      return [];
    }
    const users = new Map<string, string[]>();
    for (const { id, imageId } of await this.facade.list()) {
      if (imageId === null || !running.includes(id)) continue;
      users.set(imageId, [...(users.get(imageId) ?? []), id]);
    }
    const ids = [...users.keys()].sort();
    this.#known = new Map([...this.#known].filter(([id]) => users.has(id)));
    const images: EngineImage[] = [];
    for (const id of ids) images.push(await this.#image(id, (users.get(id) ?? []).toSorted()));
    return withSharing(images);
  }

  written(container: string): Promise<number | null> {
    return this.facade.written(container);
  }

  /** Of one that cannot be told of, as of one that was removed by force, nothing is told but why. */
  async #image(id: string, containers: string[]): Promise<EngineImage> {
    try {
      const image = await this.facade.image(id);
      return imageOf({ image, ...(await this.#makingNow(id)) }, containers);
    } catch (error) {
      const { message } = toDockerError(error);
      const unreadable = { bytes: message, layers: message };
      return { id, tags: [], bytes: null, layers: null, containers, unreadable };
    }
  }

  /** What cannot be told now is asked for again the next time. */
  async #makingNow(id: string): Promise<Making> {
    try {
      return await this.#making(id);
    } catch (error) {
      return { history: toDockerError(error).message, layersOf: new Map() };
    }
  }

  #making(id: string): Promise<Making> {
    const known = this.#known.get(id) ?? this.#read(id);
    this.#known.set(id, known);
    // Who asks the next time tries again.
    known.catch(() => this.#known.delete(id));
    return known;
  }

  async #read(id: string): Promise<Making> {
    try {
      const history = await this.facade.history(id);
      return { history, layersOf: await this.#layersOf(history) };
    } catch (error) {
      const told = toDockerError(error);
      if (!told.refused) throw error;
      return { history: told.message, layersOf: new Map() };
    }
  }

  /** How many layers there were after each entry of which the engine has the image still. */
  async #layersOf(history: readonly HistoryEntry[]): Promise<ReadonlyMap<string, number>> {
    const ids = new Set(history.flatMap(({ id }) => id ?? []));
    const counts = new Map<string, number>();
    if (ids.size > MOST_ENTRIES) return counts;
    for (const id of ids) {
      const digests = await this.#digestsOf(id);
      if (digests !== null) counts.set(id, digests.length);
    }
    return counts;
  }

  /** Null: not told, as where an image that another was made from was removed. */
  async #digestsOf(id: string): Promise<readonly string[] | null> {
    try {
      return (await this.facade.image(id)).digests;
    } catch (error) {
      if (toDockerError(error).status !== 404) throw error;
      return null;
    }
  }
}
