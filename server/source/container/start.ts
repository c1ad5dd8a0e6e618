import { randomBytes } from 'node:crypto';
import type { EngineInfo } from '@lib/docker/reading';
import { printable } from '@lib/table/printable';
import type { ReaderProblem, ReaderStep } from '@lib/protocol/reader-state';
import { isLoopback } from '../../security/loopback';
import type { ReaderOptions } from '../../proc/calls';
import { EngineError, toEngineError } from '../../engine/engine-error';
import { BY_ENVIRONMENT, type Endpoint } from '../../engine/endpoint';
import { mayLive, ownProcess } from '../../proc/own-process';
import { readerAt, type Reader } from '../../reader/reader';
import { isDockerDesktop, nodeChoices, type NodeChoice } from './choose';
import { createReaderEngine, type ReaderEngine, type ReaderId } from './engine';
import { isReaderBuilt, nodeMounts, READER_PROGRAM, readerMounts } from './host-files';
import { ContainerLine, type LineEnd } from './line';
import { isLeftover, OWNER_LABEL, ownerLabel } from './owner';
import {
  asNobody,
  containerBody,
  EMPTY_IMAGE,
  runCommands,
  SETPRIV,
  type Mount,
  type ReaderSpec,
} from './spec';

/** Why there is no reader in a container, and in which step that showed. */
export class StartFailure extends Error {
  constructor(
    readonly step: ReaderStep,
    readonly problem: ReaderProblem,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** A reader in a container, which has answered. */
export interface RunningReader {
  name: string;
  reader: Reader;
  commands: string[];
  /** Resolves when it ended by itself: with why. */
  lost: Promise<LineEnd>;
  /** Resolves when nothing of it is left. */
  stop: () => Promise<void>;
}

/** How a reader would be started. */
export interface Plan {
  engine: ReaderEngine;
  info: EngineInfo;
  mounts: Mount[];
  choices: NodeChoice[];
  commands: string[];
}

/**
 * What of an endpoint's daemon tells that no reader can be started there. Changes nothing.
 *
 * @param enters is it to go into namespaces as well?
 */
export async function planReader(endpoint: Endpoint, enters: boolean): Promise<Plan> {
  if (endpoint.kind === 'tcp' && !isLoopback(endpoint.host)) {
    throw new StartFailure('engine', 'remote', endpoint.url);
  }
  const mounts = readerMounts();
  const engine = createReaderEngine(endpoint);
  const [info, tags] = await during('engine', Promise.all([engine.info(), engine.imageTags()]));
  if (info.rootless) throw new StartFailure('engine', 'rootless', endpoint.url);
  const choices = nodeChoices(info, tags);
  const [choice = { kind: 'image', tag: 'node:22-slim' }] = choices;
  const commands = runCommands(specOf(choice, mounts, enters), dockerAt(endpoint));
  return { engine, info, mounts, choices, commands };
}

/** How one reader is to be started. */
export interface Start {
  /** May it go into namespaces as well? */
  enters: boolean;
  /** Is told what is being done. */
  onStep: (step: ReaderStep) => void;
  signal: AbortSignal;
}

/**
 * Starts a reader and waits for its first answer.
 *
 * @throws StartFailure; then nothing is left
 */
export async function startReader(
  endpoint: Endpoint,
  options: ReaderOptions,
  { enters, onStep, signal }: Start,
): Promise<RunningReader> {
  onStep('engine');
  if (!isReaderBuilt()) throw new StartFailure('engine', 'not-built', '');
  const { engine, info, mounts, choices } = await planReader(endpoint, enters);
  await during('engine', removeLeftovers(engine));
  let failure = new StartFailure('engine', 'no-node', 'docker pull node:22-slim');
  for (const choice of choices) {
    try {
      const spec = specOf(choice, mounts, enters);
      const started = await startOne(engine, spec, options, onStep, signal);
      if (!(await isHere(started.reader, info))) {
        await started.stop();
        throw new StartFailure('look', 'remote', endpoint.url);
      }
      const commands = runCommands(spec, dockerAt(endpoint));
      return { ...started, name: spec.name, commands };
    } catch (error) {
      if (!(error instanceof StartFailure) || signal.aborted) throw error;
      // Where the host's node cannot run and no image has one, an image is what is missing.
      const nodeless = choice.kind === 'host' && choices.length === 1 && isAboutNode(error);
      failure = nodeless ? new StartFailure(error.step, 'no-node', error.reason) : error;
    }
  }
  throw failure;
}

/**
 * Behind a local socket can be a tunnel to another machine: its containers are not what is to be seen
 * here. Docker Desktop's virtual machine is, for it has no other.
 */
async function isHere(reader: Reader, info: EngineInfo): Promise<boolean> {
  return isDockerDesktop(info) || (await reader.host()).bootId === ownProcess().bootId;
}

async function startOne(
  engine: ReaderEngine,
  spec: ReaderSpec,
  options: ReaderOptions,
  onStep: (step: ReaderStep) => void,
  signal: AbortSignal,
): Promise<Pick<RunningReader, 'reader' | 'lost' | 'stop'>> {
  let step: ReaderStep = 'image';
  const enter = (next: ReaderStep) => {
    signal.throwIfAborted();
    step = next;
    onStep(step);
  };
  let id: ReaderId | null = null;
  let line: ContainerLine | null = null;
  const stop = async () => {
    await line?.close();
    if (id !== null) await engine.remove(id);
    await engine.removeImage(EMPTY_IMAGE);
  };
  try {
    if (spec.image === EMPTY_IMAGE) {
      enter('image');
      if (!(await engine.imageTags()).includes(EMPTY_IMAGE)) await engine.importEmpty(EMPTY_IMAGE);
    }
    enter('create');
    id = await create(engine, spec);
    enter('start');
    line = new ContainerLine(await engine.attach(id), options);
    await engine.start(id);
    enter('look');
    const { ended } = line;
    const reader = readerAt(line);
    const end = await Promise.race([ended, reader.host().then(() => null)]);
    if (end !== null) throw new StartFailure(step, end.problem, end.reason);
    signal.throwIfAborted();
    const lost = ended.then((why) => (why === null ? new Promise<LineEnd>(() => undefined) : why));
    return { reader, lost, stop };
  } catch (error) {
    await stop().catch(() => undefined); // What failed first is what is told.
    throw signal.aborted || error instanceof StartFailure ? error : asFailure(step, error);
  }
}

/** Between our look at the images and now another server may have removed the empty one. */
async function create(engine: ReaderEngine, spec: ReaderSpec): Promise<ReaderId> {
  try {
    return await engine.create(spec.name, containerBody(spec));
  } catch (error) {
    const missing = error instanceof EngineError && error.status === 404;
    if (!missing || spec.image !== EMPTY_IMAGE) throw error;
    await engine.importEmpty(EMPTY_IMAGE);
    return engine.create(spec.name, containerBody(spec));
  }
}

/** The docker command, as a person would call it for this daemon. */
function dockerAt({ from, url }: Endpoint): string[] {
  return from === 'default' || BY_ENVIRONMENT.includes(from) ? ['docker'] : ['docker', '-H', url];
}

function specOf(choice: NodeChoice, readerFiles: readonly Mount[], enters: boolean): ReaderSpec {
  const { node, mounts } = nodeMounts();
  const host = choice.kind === 'host';
  return {
    name: `nsview-reader-${randomBytes(4).toString('hex')}`,
    image: host ? EMPTY_IMAGE : choice.tag,
    command: asNobody([host ? node : 'node', READER_PROGRAM], enters),
    mounts: host ? [...mounts, ...readerFiles] : [...readerFiles],
    owner: ownerLabel(ownProcess()),
    enters,
  };
}

/** Readers whose server is gone without having removed them. */
async function removeLeftovers(engine: ReaderEngine): Promise<void> {
  const self = ownProcess();
  for (const { id, state, labels } of await engine.readers()) {
    const owned = { label: labels[OWNER_LABEL], running: state === 'running' };
    if (isLeftover(owned, self, mayLive)) await engine.remove(id);
  }
}

async function during<T>(step: ReaderStep, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asFailure(step, error);
  }
}

function asFailure(step: ReaderStep, error: unknown): StartFailure {
  const { kind, message } = toEngineError(error);
  const problems = { absent: 'unreachable', denied: 'unreachable', hanging: 'silent' } as const;
  const problem = kind === 'http' || kind === 'protocol' ? 'refused' : problems[kind];
  return new StartFailure(step, problem, printable(message));
}

/** Does the engine, the kernel or the loader say that the host's files or its node are of no use there? */
function isAboutNode({ step, reason }: StartFailure): boolean {
  return (
    step !== 'image' &&
    // Without it nothing is started with more rights instead: what is told is that it is missing.
    !reason.includes(SETPRIV) &&
    /bind source path|mounts denied|no such file|not found|exec format|shared librar|GLIBC/i.test(
      reason,
    )
  );
}
