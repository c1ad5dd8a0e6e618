import type * as z from 'zod/mini';
import { containerState, readContainer, readSandbox, sandboxState } from '@lib/cri/container';
import type { CriListed } from '@lib/cri/message';
import type { ContainerListing, ContainerReading } from '@lib/docker/reading';
import type { Engine } from '@lib/model/host';
import type { UnixAddress } from '../engine/endpoint';
import { EngineError } from '../engine/engine-error';
import type { EngineFacade } from '../engine/engine-facade';
import { Channel } from '../grpc/channel';
import type { Message } from '../grpc/messages';
import { ANSWERS, type ContainerAnswer, type SandboxAnswer } from './answers';
import { CALLS, type Call } from './calls';
import { CRI } from './protos';

/** Under what name a runtime's own words are in what it tells. */
const OWN_WORDS = 'info';

/** What was listed last, and of what kind it is. */
interface Known {
  listed: CriListed;
  /** The handler of its sandbox; null: it is a sandbox itself. */
  inHandler: string | null;
  image: string;
}

/** What was told of one while it was in this state. */
interface Told {
  state: number;
  reading: ContainerReading | null;
}

/** A facade on the runtime that listens at `address`. Connects at the first call. */
export function createCriFacade(address: UnixAddress, deadline?: number): EngineFacade {
  return new CriFacade(new Channel(address, CALLS, CRI, deadline));
}

class CriFacade implements EngineFacade {
  readonly #known = new Map<string, Known>();
  readonly #told = new Map<string, Told>();

  /** Not all tell any, and those that do only where they were told to. */
  readonly events = null;

  constructor(private readonly channel: Channel<Call>) {}

  async ping() {
    return (await this.version()).kind;
  }

  async version() {
    const { runtime_name: name, runtime_version: version } = await this.#ask(
      'version',
      ANSWERS.version,
      {},
    );
    return { kind: kindOf(name), version, apiVersion: null, minApiVersion: null };
  }

  /** It has no such call: that it tells nothing of itself is nothing amiss. */
  info() {
    return Promise.resolve(null);
  }

  async list() {
    const [{ items: sandboxes }, { containers }] = await Promise.all([
      this.#ask('sandboxes', ANSWERS.sandboxes, {}),
      this.#ask('containers', ANSWERS.containers, {}),
    ]);
    const handlers = new Map(sandboxes.map((each) => [each.id, each.runtime_handler]));
    const known = [
      ...sandboxes.map(knownSandbox),
      ...containers.map((each) => knownContainer(each, handlers.get(each.pod_sandbox_id) ?? '')),
    ];
    this.#known.clear();
    for (const each of known) this.#known.set(each.listed.id, each);
    for (const id of [...this.#told.keys()]) if (!this.#known.has(id)) this.#told.delete(id);
    return known.map(listingOf);
  }

  /** Nothing that is told of one changes but with its state, which the list tells: it is asked about once in each. */
  async inspect(id: string) {
    const known = this.#known.get(id);
    if (known === undefined) return null;
    const { state } = known.listed;
    const told = this.#told.get(id);
    if (told?.state === state) return told.reading;
    const reading = await orNull(this.#read(known));
    this.#told.set(id, { state, reading });
    return reading;
  }

  close() {
    this.channel.close();
  }

  async #read({ listed, inHandler, image }: Known): Promise<ContainerReading | null> {
    const { id } = listed;
    if (inHandler === null) {
      const { info } = await this.#ask('sandbox', ANSWERS.sandbox, {
        pod_sandbox_id: id,
        verbose: true,
      });
      return readSandbox(listed, info[OWN_WORDS]);
    }
    const { status, info } = await this.#ask('container', ANSWERS.container, {
      container_id: id,
      verbose: true,
    });
    const told = {
      image: status.image?.image ?? image,
      startedAt: status.started_at,
      exitCode: status.exit_code,
    };
    return readContainer(listed, inHandler, told, info[OWN_WORDS]);
  }

  async #ask<T>(call: Call, schema: z.ZodMiniType<T>, message: Message): Promise<T> {
    const answer = schema.safeParse(await this.channel.ask(call, message));
    if (answer.success) return answer.data;
    throw new EngineError('protocol', `the answer to ${call} is not CRI’s`);
  }
}

function knownSandbox({ id, metadata, state, labels, ...told }: SandboxAnswer): Known {
  const [createdAt, handler] = [told.created_at, told.runtime_handler];
  const listed = { id, name: metadata.name, state, labels, createdAt, handler };
  return { listed, inHandler: null, image: '' };
}

function knownContainer(
  { id, metadata, state, labels, image, created_at: createdAt }: ContainerAnswer,
  inHandler: string,
): Known {
  const listed = { id, name: metadata.name, state, labels, createdAt, handler: '' };
  return { listed, inHandler, image: image?.image ?? '' };
}

function listingOf({ listed, inHandler, image }: Known): ContainerListing {
  const { id, name, labels } = listed;
  const state = inHandler === null ? sandboxState(listed) : containerState(listed);
  // What is no sandbox runs something, whatever its labels say.
  const role = inHandler === null ? 'pause' : null;
  return { id, name, image, state, labels, role, imageId: null };
}

/** containerd speaks it as well. */
function kindOf(runtime: string): Engine['kind'] {
  return runtime === 'containerd' ? 'containerd' : 'cri-o';
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return null;
    throw error;
  }
}
