import type { ContainerReading } from '@lib/docker/reading';
import type { NamespaceId } from '@lib/model/ids';
import type { HostReading, NamespaceReading, ScanChange } from '@lib/proc/reading';
import type { Sight } from '@lib/model/snapshot';
import { assemble } from '@lib/snapshot/assemble';
import { redactContainer } from '@lib/redact/redact-container';
import { keptFromReader } from '@lib/snapshot/kept';
import type { EngineReading, Readings } from '@lib/snapshot/readings';
import type { Endpoint, EndpointSearch } from '../docker/endpoint';
import { createEngineWatch, type EngineWatch } from '../docker/watch';
import { isLoopback, type ReaderMode } from '../config';
import type { ReaderOptions, TickRequest } from '../proc/calls';
import type { Reader } from '../proc/reader';
import type { UsageRow } from '@lib/protocol/usage';
import { HostFacts } from './host-facts';
import { ProcessTable } from './process-table';
import { ReaderChoice, type ReaderControl } from './reader-choice';
import type { ReadOptions, Source } from './source';

/** This machine: its /proc, and the engine that was found. */
export interface LocalSource extends Source {
  /** Who reads /proc, and what a person has to say about it. */
  reader: ReaderControl;
  /** Is it known who reads, as far as `mode` asks for it? A hint comes when it is. */
  readerKnown: () => boolean;
}

export function createLocalSource(options: {
  mode: ReaderMode;
  reader: ReaderOptions;
  findEndpoints: () => EndpointSearch;
}): LocalSource {
  return new ThisMachine(options.mode, options.reader, options.findEndpoints);
}

/** Milliseconds for which news of the kernel's own threads alone may wait: some come and go always. */
const KERNEL_THREADS_WAIT = 30_000;

class ThisMachine implements LocalSource {
  readonly reader: ReaderChoice;
  private readonly hostFacts = new HostFacts();
  private host: HostReading | null = null;
  private readonly processes = new ProcessTable();
  private readonly namespaces = new Map<NamespaceId, NamespaceReading>();
  private readonly engine: EngineWatch;
  private hidden = 0;
  /** Since when news wait for other news to be told with; null: none do. */
  private waitingSince: number | null = null;
  /** The reader that all this is from. */
  private readBy: Reader | null = null;
  private engineChanged = true;
  /** A tick is under way, which may wait for news. */
  private waits = false;
  /** Nobody can wait any longer for the read that is under way. */
  private hurried = false;
  private redacted: { from: readonly ContainerReading[]; shown: ContainerReading[] } | null = null;
  private daemon: { pid: number; startTicks: string } | null = null;
  /** False: who holds the endpoint's socket has to be found out (again). */
  private daemonKnown = false;
  private hint: () => void = () => undefined;

  constructor(
    mode: ReaderMode,
    private readonly options: ReaderOptions,
    search: () => EndpointSearch,
  ) {
    const changed = () => {
      this.engineChanged = true;
      this.reader.engineIs(this.engineNow());
      this.hurry();
      this.hint();
    };
    this.engine = createEngineWatch({ search, onChange: changed, onContainerEvent: changed });
    this.reader = new ReaderChoice(mode, options, this.engineNow());
    this.reader.onChange(() => this.hint());
  }

  onHint(listener: () => void): void {
    this.hint = listener;
  }

  enginesKnown(): boolean {
    return this.engine.status().state !== 'connecting';
  }

  readerKnown(): boolean {
    return this.reader.settled;
  }

  setWatched(watched: boolean): void {
    this.engine.setWatched(watched);
  }

  read(options: ReadOptions): Promise<Sight | null> {
    return this.asking((reader) => this.readWith(reader, options));
  }

  hurry(): void {
    this.hurried = true;
    // A reader that was lost meanwhile answers the read with that.
    if (this.waits) this.reader.current.hurry().catch(() => undefined);
  }

  search(): Promise<void> {
    return this.asking((reader) => reader.search());
  }

  usage(pids: Iterable<number> = this.processes.all.keys()): Promise<UsageRow[]> {
    const asked = [...pids];
    return this.asking((reader) => reader.usage(asked));
  }

  async close(): Promise<void> {
    await Promise.all([this.engine.close(), this.reader.close()]);
  }

  /** Asks the reader that there is; should it be lost meanwhile, the one that reads instead. */
  private async asking<T>(ask: (reader: Reader) => Promise<T>): Promise<T> {
    const { current } = this.reader;
    try {
      return await ask(current);
    } catch (error) {
      if (this.reader.current === current) throw error;
      return this.asking(ask);
    }
  }

  private async readWith(
    reader: Reader,
    { watchedPids, whole, patience }: ReadOptions,
  ): Promise<Sight | null> {
    this.hurried = false;
    const full = this.readBy !== reader;
    if (full) {
      // Who reads anew may see more, or less.
      this.hostFacts.forget();
      this.daemonKnown = false;
    }
    const host = await this.hostFacts.read(reader);
    const hostChanged = host !== this.host;
    this.host = host;
    // Taken before the scan: what an engine tells meanwhile counts for the next one.
    const engineChanged = this.engineChanged;
    this.engineChanged = false;
    const change = await this.tick(reader, {
      watchedPids,
      full,
      hinted: engineChanged || whole,
      patience: engineChanged || this.hurried ? 0 : patience,
    });
    this.readBy = reader;
    const news = change !== null && !this.isOfTheKernel(change);
    if (change !== null) {
      this.take(change);
      this.waitingSince ??= performance.now();
    }
    const daemonFound = await this.findDaemon(reader);
    const waited = this.waitingSince === null ? null : performance.now() - this.waitingSince;
    const due = waited !== null && (whole || waited >= KERNEL_THREADS_WAIT);
    if (!news && !hostChanged && !engineChanged && !daemonFound && !due) return null;
    this.waitingSince = null;
    const inContainer = reader !== this.reader.direct;
    const readings: Readings = {
      host,
      reader: inContainer ? 'container' : 'direct',
      processes: this.processes.all,
      namespaces: this.namespaces,
      engines: [this.engineReading()],
      hidden: this.hidden,
    };
    if (!inContainer) this.reader.saw(keptFromReader(readings));
    return assemble(readings, new Date().toISOString());
  }

  private async tick(reader: Reader, request: TickRequest): Promise<ScanChange | null> {
    this.waits = true;
    try {
      return await reader.tick(request);
    } finally {
      this.waits = false;
    }
  }

  private engineNow() {
    return { status: this.engine.status(), endpoint: this.engine.endpoint() };
  }

  /** Is it about nothing but threads of the kernel? */
  private isOfTheKernel(change: ScanChange): boolean {
    const { full, put, gone, namespaces, namespacesGone, hidden } = change;
    return (
      !full &&
      namespaces.length === 0 &&
      namespacesGone.length === 0 &&
      hidden === this.hidden &&
      put.every(({ kernelThread }) => kernelThread) &&
      gone.every((pid) => this.processes.all.get(pid)?.kernelThread === true)
    );
  }

  private take({ full, put, gone, namespaces, namespacesGone, hidden }: ScanChange): void {
    this.hidden = hidden;
    if (full) {
      this.processes.clear();
      this.namespaces.clear();
    }
    for (const pid of gone) this.processes.remove(pid);
    for (const reading of put) this.processes.put(reading);
    for (const id of namespacesGone) this.namespaces.delete(id);
    for (const reading of namespaces) this.namespaces.set(reading.id, reading);
  }

  private engineReading(): EngineReading {
    const endpoint = this.engine.endpoint();
    return {
      engine: { ...this.engine.status(), pid: this.daemon?.pid ?? null },
      ...this.engine.info(),
      remote: endpoint !== null && isRemote(endpoint),
      containers: this.withoutSecrets(this.engine.containers()),
    };
  }

  /** What a container was told to run, and its labels, are as secret as its processes' arguments. */
  private withoutSecrets(containers: readonly ContainerReading[]): readonly ContainerReading[] {
    if (this.redacted?.from !== containers) {
      const shown = containers.map((reading) => redactContainer(reading, this.options.args));
      this.redacted = { from: containers, shown };
    }
    return this.redacted.shown;
  }

  /** Finds the daemon when an engine has just answered. True: it is another one than before. */
  private async findDaemon(reader: Reader): Promise<boolean> {
    const { daemon } = this;
    const endpoint = this.engine.endpoint();
    if (this.engine.status().state !== 'connected' || endpoint === null) {
      this.daemonKnown = false;
      return false;
    }
    const lives =
      daemon === null || this.processes.all.get(daemon.pid)?.startTicks === daemon.startTicks;
    if (this.daemonKnown && lives) return false;
    this.daemonKnown = true;
    const found =
      endpoint.kind === 'unix' ? (await reader.findListener(endpoint.path)).listener : null;
    this.daemon = found;
    return found?.pid !== daemon?.pid || found?.startTicks !== daemon?.startTicks;
  }
}

function isRemote(endpoint: Endpoint): boolean {
  return endpoint.kind === 'tcp' && !isLoopback(endpoint.host);
}
