import { Readable } from 'node:stream';
import Docker from 'dockerode';
import type { Config } from '@lib/config/config';
import { readConfig } from '@lib/config/read-config';
import { parseContainer, parseContainerList } from '@lib/docker/container';
import { parseHistory, parseImage, parseImageList, parseWritten } from '@lib/docker/image';
import type { ContainerEvent, HistoryEntry, ImageListing, ImageReading } from '@lib/docker/reading';
import { parseInfo } from '@lib/docker/info';
import { parseVersion } from '@lib/docker/version';
import { parseVolume, type VolumeReading } from '@lib/docker/volume';
import type { Address } from '../engine/endpoint';
import { EngineError } from '../engine/engine-error';
import type { EngineFacade } from '../engine/engine-facade';
import { readEvents, type LineStream } from './event-lines';
import { PODMAN_LIST, PodmanWords, type PodmanQuestion } from './podman-words';
import { ReadOnlyTransport } from './transport';

/** How long a call may take, in milliseconds. */
export interface Deadlines {
  call: number;
  ping: number;
  /** Of what engines with many containers, or busy ones, answer after half a minute and more. */
  patient: number;
}

const DEADLINES: Deadlines = { call: 3000, ping: 1000, patient: 120_000 };

/** What nsview asks a Docker engine: only ever to read. Each call settles; rejects with EngineError. */
export interface DockerFacade extends EngineFacade {
  /** How it was started. Null when there is no such container (any more). */
  config: (id: string) => Promise<Config | null>;
  /** All images that have a name or are built on by no other, as `docker images` lists them. */
  images: () => Promise<ImageListing[]>;
  image: (id: string) => Promise<ImageReading>;
  /** How it was made, the oldest first. */
  history: (id: string) => Promise<HistoryEntry[]>;
  volume: (name: string) => Promise<VolumeReading>;
  /**
   * The bytes that a container has in its own layer; null: not told. The engine looks at every file
   * there, so it may take long.
   */
  written: (id: string) => Promise<number | null>;
  events: (onEvent: (event: ContainerEvent) => void, onUnread: () => void) => Promise<LineStream>;
}

/** A facade on the engine at `address`. Connects at each call, so it outlives the daemon. */
export function createDockerFacade(address: Address, deadlines = DEADLINES): DockerFacade {
  let isPodman = false;
  const transport = new ReadOnlyTransport(address, deadlines.call);
  const pingTransport = new ReadOnlyTransport(address, deadlines.ping, (headers) => {
    isPodman = 'libpod-api-version' in headers;
  });
  const patientTransport = new ReadOnlyTransport(address, deadlines.patient);
  const docker = dockerOver(transport);
  const pinger = dockerOver(pingTransport);
  const patient = dockerOver(patientTransport);
  // All that is told of containers waits for it, so it is not waited for with patience.
  const podman = new PodmanWords((options) => podmanList(transport, options));
  return {
    async ping() {
      const answer: unknown = await pinger.ping().catch((error: unknown) => {
        if (error instanceof EngineError && error.refused) return 'OK';
        throw error;
      });
      if (typeof answer !== 'string' || answer.trim() !== 'OK') throw notDocker('/_ping');
      return isPodman ? 'podman' : null;
    },
    async version() {
      return known(parseVersion(jsonOf(await patient.version())), '/version');
    },
    async info() {
      return known(parseInfo(jsonOf(await patient.info())), '/info');
    },
    async list() {
      if (isPodman) podman.list();
      const answer = jsonOf(await patient.listContainers({ all: true }));
      const { listed } = known(parseContainerList(answer), '/containers/json');
      return isPodman ? podman.withTold(listed) : listed;
    },
    inspect(id) {
      const ask = () => inspected(docker, id, (json) => parseContainer(id, json));
      return isPodman ? podman.inspect(id, ask) : ask();
    },
    config: (id) => inspected(docker, id, readConfig),
    async images() {
      return known(parseImageList(jsonOf(await patient.listImages())), '/images/json');
    },
    async image(id) {
      const image = docker.getImage(encodeURIComponent(id));
      return known(parseImage(jsonOf(await image.inspect())), '/images/…/json');
    },
    async history(id) {
      const image = docker.getImage(encodeURIComponent(id));
      return known(parseHistory(jsonOf(await image.history())), '/images/…/history');
    },
    async volume(name) {
      const volume = docker.getVolume(encodeURIComponent(name));
      return known(parseVolume(jsonOf(await volume.inspect())), '/volumes/…');
    },
    async written(id) {
      const container = patient.getContainer(encodeURIComponent(id));
      const withSize: Docker.ContainerInspectOptions & { size: true } = { size: true };
      const answer: unknown = await container.inspect(withSize);
      return known(parseWritten(jsonOf(answer)), '/containers/…/json').bytes;
    },
    async events(onEvent, onUnread) {
      const stream = await docker.getEvents({ filters: { type: ['container'] } });
      if (!(stream instanceof Readable)) throw notDocker('/events');
      return readEvents(stream, onEvent, onUnread);
    },
    close() {
      transport.close();
      pingTransport.close();
      patientTransport.close();
    },
  };
}

/** What is read of one container; null when there is no such one (any more). */
async function inspected<T>(
  docker: Docker,
  id: string,
  parse: (json: unknown) => T | null,
): Promise<T | null> {
  // dockerode puts the id into the path as it is.
  const container = docker.getContainer(encodeURIComponent(id));
  try {
    return known(parse(jsonOf(await container.inspect())), '/containers/…/json');
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return null;
    throw error;
  }
}

/** dockerode has no such call. */
function podmanList(transport: ReadOnlyTransport, options: PodmanQuestion): Promise<unknown> {
  return new Promise((resolve, reject) =>
    transport.dial({ path: `${PODMAN_LIST}?`, method: 'GET', options }, (error, answer) => {
      if (error === null) resolve(jsonOf(answer));
      else reject(error);
    }),
  );
}

function dockerOver(modem: ReadOnlyTransport): Docker {
  const options = { modem, Promise };
  return new Docker(options);
}

/** The transport hands over text where dockerode's own would have parsed it. */
function jsonOf(body: unknown): unknown {
  if (typeof body !== 'string') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // The parsers of `lib/docker` say of undefined that it is not what was asked for.
  }
}

function known<T>(value: T | null, path: string): T {
  if (value === null) throw notDocker(path);
  return value;
}

function notDocker(path: string): EngineError {
  return new EngineError('protocol', `the answer to ${path} is not Docker’s`);
}
