import * as z from 'zod/mini';
import { containerdId, OF_DOCKER, readContainerd } from '@lib/containerd/container';
import type { ContainerMessage } from '@lib/containerd/message';
import { readTask, type Task } from '@lib/containerd/task';
import type { ContainerEvent, ContainerListing, ContainerReading } from '@lib/docker/reading';
import type { UnixAddress } from '../engine/endpoint';
import { EngineError } from '../engine/engine-error';
import type { EngineFacade } from '../engine/engine-facade';
import { Channel } from '../grpc/channel';
import type { Message } from '../grpc/messages';
import { CALLS, type Call } from './calls';
import { CONTAINERD } from './protos';

/**
 * Milliseconds that the list of all tasks may take. containerd waits two seconds for each task whose shim does not answer,
 * one after another: a few would take longer than any call may. Less than that, so that one is enough to ask about each
 * task by itself instead, where nobody waits for another's.
 */
const TASKS_WITHIN = 1500;

const anySchema = z.object({ value: z.instanceof(Uint8Array) });
const momentSchema = z.nullable(z.object({ seconds: z.number(), nanos: z.number() }));
const containerSchema = z.object({
  id: z.string().check(z.minLength(1)),
  labels: z.record(z.string(), z.string()),
  image: z.string(),
  runtime: z.nullable(z.object({ name: z.string() })),
  spec: z.nullable(anySchema),
  updated_at: momentSchema,
});
type ContainerdContainer = z.infer<typeof containerSchema>;
const taskSchema = z.object({
  /** Of a task, that of its container, for which there is another field that containerd leaves empty. */
  id: z.string(),
  pid: z.int(),
  status: z.int(),
  exit_status: z.int(),
});
const answers = {
  version: z.object({ version: z.string() }),
  namespaces: z.object({ namespaces: z.array(z.object({ name: z.string() })) }),
  containers: z.object({ containers: z.array(containerSchema) }),
  container: z.object({ container: containerSchema }),
  tasks: z.object({ tasks: z.array(taskSchema) }),
  task: z.object({ process: taskSchema }),
};
const envelopeSchema = z.object({
  namespace: z.string(),
  topic: z.string(),
  timestamp: momentSchema,
  event: z.nullable(anySchema),
});

/** Where a container is among containerd's namespaces. */
interface Place {
  namespace: string;
  own: string;
}

/** What was told of a container, and what is told otherwise whenever anything of it is. */
interface Told {
  mark: string;
  reading: ContainerReading;
}

export interface ContainerdOptions {
  /** It tells of Docker's containers as well, for nobody else is asked who would. */
  tellsDockers?: boolean;
  deadline?: number;
}

/** A facade on the containerd that listens at `address`. Connects at the first call. */
export function createContainerdFacade(
  address: UnixAddress,
  { tellsDockers = false, deadline }: ContainerdOptions = {},
): ContainerdFacade {
  const leftOut = tellsDockers ? null : OF_DOCKER;
  return new ContainerdFacade(new Channel(address, CALLS, CONTAINERD, deadline), leftOut);
}

class ContainerdFacade implements EngineFacade {
  /** By the id among all. */
  readonly #places = new Map<string, Place>();
  /** By the same: a specification is long, and read again only where something has changed. */
  readonly #told = new Map<string, Told>();
  /** By the same: those of which it was said, when they were asked about, that they have no task. */
  readonly #taskless = new Set<string>();
  /** By the same: those that events told of since a list was asked for last, which may not have them yet. */
  readonly #heardOf = new Set<string>();

  /** @param leftOut the namespace of containerd's that is another engine's to tell of */
  constructor(
    private readonly channel: Channel<Call>,
    private readonly leftOut: string | null,
  ) {}

  async ping() {
    return (await this.version()).kind;
  }

  async version() {
    const { version } = await this.#ask('version', answers.version, null, {});
    return { kind: 'containerd' as const, version, apiVersion: null, minApiVersion: null };
  }

  /** It has no such call: that it tells nothing of itself is nothing amiss. */
  info() {
    return Promise.resolve(null);
  }

  async list() {
    this.#heardOf.clear();
    const { namespaces } = await this.#ask('namespaces', answers.namespaces, null, {});
    const found = await Promise.all(
      namespaces.filter(({ name }) => name !== this.leftOut).map(({ name }) => this.#listIn(name)),
    );
    const listed = found.flat();
    const exists = new Set(listed.map(({ id }) => id));
    for (const known of [this.#places, this.#told, this.#taskless])
      for (const id of [...known.keys()])
        if (!exists.has(id) && !this.#heardOf.has(id)) known.delete(id);
    return listed;
  }

  async #listIn(namespace: string): Promise<ContainerListing[]> {
    const [{ containers }, tasks] = await Promise.all([
      this.#ask('containers', answers.containers, namespace, {}),
      this.#tasksIn(namespace),
    ]);
    const known = tasks && new Map(tasks.map((task) => [task.id, taskOf(task)]));
    return containers.map((container) => {
      const id = this.#placed(namespace, container.id);
      const task = known?.get(container.id) ?? null;
      if (task !== null) this.#taskless.delete(id);
      // A task whose shim does not answer containerd is left out of the list, or is there in no state.
      const hasNone = known?.has(container.id) === false && this.#taskless.has(id);
      const isSure = task !== null || hasNone;
      // Nothing that is listed of one in doubt stands in its specification.
      const reading = isSure
        ? this.#read(namespace, container, task)
        : readContainerd(namespace, messageOf({ ...container, spec: null }), null);
      const { name, image, state, labels, role } = reading;
      const listing = { id, name, image, labels, within: namespace, role, imageId: null };
      return isSure ? { ...listing, state, reading } : { ...listing, state: null };
    });
  }

  /** Null where containerd waits for the shim of one: then each is in doubt, and asked about by itself. */
  async #tasksIn(namespace: string) {
    try {
      return (await this.#ask('tasks', answers.tasks, namespace, {}, TASKS_WITHIN)).tasks;
    } catch (error) {
      if (error instanceof EngineError && error.kind === 'hanging') return null;
      throw error;
    }
  }

  async inspect(id: string) {
    const { namespace, own } = this.#places.get(id) ?? { namespace: '', own: '' };
    if (namespace === '') return null;
    this.#taskless.delete(id);
    const container = await orNull(
      this.#ask('container', answers.container, namespace, { id: own }),
    );
    if (container === null) return null;
    const asked = await orNull(this.#ask('task', answers.task, namespace, { container_id: own }));
    const task = asked === null ? null : taskOf(asked.process);
    if (asked === null) this.#taskless.add(id);
    else if (task === null) throw new EngineError('hanging', `containerd hears nothing of ${id}`);
    return this.#read(namespace, container.container, task);
  }

  /**
   * containerd says nothing until there is an event. What is asked after it, on the same connection, is answered
   * when it has begun with this.
   */
  async events(onEvent: (event: ContainerEvent) => void, onUnread: () => void) {
    const { closed, close } = this.channel.listen('events', (message) => {
      const event = this.#eventIn(message);
      if (event === 'unread') onUnread();
      else if (event !== null) onEvent(event);
    });
    try {
      const failure = await Promise.race([closed, this.ping().then(() => null)]);
      if (failure !== null) throw failure;
    } catch (error) {
      close();
      throw error;
    }
    return { closed: closed.then(() => undefined), close };
  }

  close() {
    this.channel.close();
  }

  /** Null: it is about no container that is told of. */
  #eventIn(message: Message): ContainerEvent | 'unread' | null {
    const { success, data } = envelopeSchema.safeParse(message);
    if (!success || data.event === null || data.namespace === this.leftOut) return null;
    const [, kind, action] = data.topic.split('/');
    if ((kind !== 'containers' && kind !== 'tasks') || action === undefined) return null;
    const own = subjectIn(data.event.value);
    if (own === null) return 'unread';
    if (own === '') return null;
    const { seconds, nanos } = data.timestamp ?? { seconds: 0, nanos: 0 };
    const id = this.#placed(data.namespace, own);
    this.#heardOf.add(id);
    return { id, action: `${kind}-${action}`, timeNano: seconds * 1e9 + nanos };
  }

  #placed(namespace: string, own: string): string {
    const id = containerdId(namespace, own);
    this.#places.set(id, { namespace, own });
    return id;
  }

  #read(namespace: string, container: ContainerdContainer, task: Task | null): ContainerReading {
    const id = this.#placed(namespace, container.id);
    const at = container.updated_at;
    const mark = at === null ? null : JSON.stringify([at, task]);
    const told = this.#told.get(id);
    if (told !== undefined && told.mark === mark) return told.reading;
    const reading = readContainerd(namespace, messageOf(container), task);
    if (mark !== null) this.#told.set(id, { mark, reading });
    return reading;
  }

  async #ask<T>(
    call: keyof typeof answers,
    schema: z.ZodMiniType<T>,
    namespace: string | null,
    message: Message,
    deadline?: number,
  ): Promise<T> {
    const headers = namespace === null ? {} : { 'containerd-namespace': namespace };
    const answer = schema.safeParse(await this.channel.ask(call, message, headers, deadline));
    if (answer.success) return answer.data;
    throw new EngineError('protocol', `the answer to ${call} is not containerd’s`);
  }
}

function messageOf({ id, labels, image, runtime, spec }: ContainerdContainer): ContainerMessage {
  return {
    ...{ id, labels, image },
    runtime: runtime?.name ?? null,
    spec: spec === null ? undefined : jsonIn(spec.value),
  };
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return null;
    throw error;
  }
}

function taskOf({ pid, status, exit_status: exitStatus }: z.infer<typeof taskSchema>) {
  return readTask({ pid, status, exitStatus });
}

/** The id that an event is about: the first field of each, whatever they tell. Null: it is not to be read. */
function subjectIn(bytes: Uint8Array): string | null {
  try {
    const { id } = CONTAINERD.decode('Subject', bytes);
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

/** The specification is JSON in a message that says so; what is none is not read. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
