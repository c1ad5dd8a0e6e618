import type { HistoryEntry, ImageListing } from '@lib/docker/reading';
import { imageOf, withSharing, type ImageTold } from '@lib/images/image-of';
import type { WhoseImages } from '@lib/images/image';
import type { EngineImage, EngineImages, ImageTeller } from '../engine/engine';
import { toEngineError } from '../engine/engine-error';
import type { DockerFacade } from './facade';

/**
 * So many images that nobody runs from are read, and for so many milliseconds: some machines have thousands. Of the
 * others there is what their list tells.
 */
const MOST_UNUSED = 200;
const UNUSED_WITHIN = 4000;
/** Of a longer history no images are asked about: an engine with so many is odd. */
const MOST_ENTRIES = 300;

/** How an image came to be. */
type Making = Pick<ImageTold, 'history' | 'layersOf'>;

/** What an engine's images are read by. */
type ImageFacade = Pick<DockerFacade, 'list' | 'images' | 'image' | 'history' | 'written'>;

/**
 * What an engine that speaks Docker's API tells of images. How one came to be never changes, so it is read
 * once, and kept as long as containers run from it or the engine lists it.
 */
export class DockerImages implements ImageTeller {
  #known = new Map<string, Promise<Making>>();
  /** The images that were there when all were asked about last. */
  #listed: ReadonlySet<string> = new Set();

  constructor(
    private readonly facade: ImageFacade,
    private readonly mostUnused = MOST_UNUSED,
  ) {}

  async images(running: readonly string[], whose: WhoseImages): Promise<EngineImages> {
    const users = await this.#users(running);
    const listing = whose === 'used' ? [] : await this.#list();
    if (typeof listing !== 'string' && whose === 'all') {
      this.#listed = new Set(listing.map(({ id }) => id));
    }
    this.#known = new Map([...this.#known].filter(([id]) => users.has(id) || this.#listed.has(id)));
    const images: EngineImage[] = [];
    for (const id of [...users.keys()].sort()) {
      images.push(await this.#image(id, (users.get(id) ?? []).toSorted()));
    }
    if (typeof listing === 'string') return { images: withSharing(images), unused: listing };
    const unused = listing.filter(({ id }) => !users.has(id));
    images.push(...(await this.#unused(unused)));
    return { images: withSharing(images), unused: null };
  }

  /** Image → the containers that run from it. */
  async #users(running: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const users = new Map<string, string[]>();
    // There is nothing to ask, and it may be one that never answers.
    if (running.length === 0) return users;
    for (const { id, imageId } of await this.facade.list()) {
      if (imageId === null || !running.includes(id)) continue;
      users.set(imageId, [...(users.get(imageId) ?? []), id]);
    }
    return users;
  }

  /** All that there are; a text: why that is not told. */
  async #list(): Promise<ImageListing[] | string> {
    try {
      return await this.facade.images();
    } catch (error) {
      return toEngineError(error).message;
    }
  }

  async #unused(listing: readonly ImageListing[]): Promise<EngineImage[]> {
    const until = performance.now() + UNUSED_WITHIN;
    const images: EngineImage[] = [];
    for (const each of listing) {
      const isRead = images.length < this.mostUnused && performance.now() < until;
      images.push(isRead ? await this.#image(each.id, []) : byItsListing(each));
    }
    return images;
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
      const { message } = toEngineError(error);
      const unreadable = { bytes: message, layers: message, steps: message };
      return { id, tags: [], bytes: null, layers: null, steps: null, containers, unreadable };
    }
  }

  /** What cannot be told now is asked for again the next time. */
  async #makingNow(id: string): Promise<Making> {
    try {
      return await this.#making(id);
    } catch (error) {
      return { history: toEngineError(error).message, layersOf: new Map() };
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
      const told = toEngineError(error);
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
      if (toEngineError(error).status !== 404) throw error;
      return null;
    }
  }
}

/** One of too many to be read. */
function byItsListing(listing: ImageListing): EngineImage {
  const unreadable = { layers: 'too-many', steps: 'too-many' };
  return { ...listing, layers: null, steps: null, containers: [], unreadable };
}
