import type { Config } from '@lib/config/config';
import type { Container } from '@lib/model/container';
import type { InsideReading, InsideRequest } from '@lib/inside/reading';
import type { Told } from '@lib/inside/told';
import type { ImagesReading, WhoseImages, Written, WrittenBy } from '@lib/images/image';
import type { Privileges, ProcessRequest } from '@lib/privileges/privileges';
import type { PassageReading, PassageRequest } from '@lib/reach/reading';
import type { LimitsReading, SampleReading, UseReading, UseRequest } from '@lib/use/reading';
import { writableLimit } from '@lib/use/writable-limit';
import type { Sight } from '@lib/model/snapshot';
import type { UsageRow } from '@lib/protocol/usage';
import { assemble } from '@lib/snapshot/assemble';
import { keptFromReader } from '@lib/snapshot/kept';
import { ProcessRecords } from '@lib/snapshot/process-records';
import type { EngineReading, Readings } from '@lib/snapshot/readings';
import type { HostReading, ScanChange } from '@lib/proc/reading';
import type { ReaderMode } from '../config/common';
import type { Engine } from '../engine/engine';
import { Engines } from '../engine/engines';
import type { FoundSocket } from '../engine/found-socket';
import type { Candidate, EngineSearch } from '../engine/search';
import type { ReaderOptions, TickRequest } from '../proc/calls';
import type { Reader } from '../reader/reader';
import type { ReadOptions, Source } from '../source/source';
import { Asking } from './asking';
import { DaemonSearch } from './daemon-search';
import { EngineProcesses } from './engine-processes';
import { HostFacts } from './host-facts';
import { imagesOf } from './image-answers';
import { Known } from './known';
import { News } from './news';
import { ReaderChoice, type ReaderControl } from './reader-choice';
import { Redaction } from './redaction';
import { WrittenSizes } from './written-sizes';

/** A machine: its /proc, and the engines that were found. */
export interface Machine extends Source {
  /** Who reads /proc, and what a person has to say about it. */
  reader: ReaderControl;
  /** Looks for engines among the processes, where they are looked for: from then on `enginesKnown` tells of these as well. */
  prepare: () => Promise<void>;
  /** Is it known who reads, as far as `mode` asks for it? A hint comes when it is. */
  readerKnown: () => boolean;
}

export interface MachineOptions {
  mode: ReaderMode;
  /** May a reader in a container go into namespaces as well, as far as the command line says? */
  enters: boolean;
  reader: ReaderOptions;
  /** Where engines may be. */
  engines: () => EngineSearch;
  /** The same of sockets that were found by who listens at them; null: they are not looked for. */
  found: ((sockets: readonly FoundSocket[]) => Candidate[]) | null;
}

export function createMachine(options: MachineOptions): Machine {
  return new ThisMachine(options);
}

class ThisMachine implements Machine {
  readonly reader: ReaderChoice;
  private readonly engines: Engines;
  private readonly hostFacts = new HostFacts();
  private readonly known = new Known();
  private readonly records = new ProcessRecords();
  private readonly news = new News();
  private readonly daemons = new DaemonSearch();
  private readonly engineProcesses = new EngineProcesses();
  private readonly found: MachineOptions['found'];
  private readonly redaction: Redaction;
  private readonly sizes = new WrittenSizes();
  private readonly asking: Asking;
  private host: HostReading | null = null;
  /** The reader that what is known is from. */
  private readBy: Reader | null = null;
  private enginesChanged = true;
  /** Something is new that was not told yet, and does not wait. */
  private urgent = false;
  private hint: () => void = () => undefined;

  constructor({ mode, enters, reader, engines, found }: MachineOptions) {
    this.found = found;
    this.redaction = new Redaction(reader.args);
    this.engines = new Engines(engines, () => {
      this.enginesChanged = true;
      this.reader.engineIs(readerEngine(this.engines.all()));
      this.hurry();
      this.hint();
    });
    this.reader = new ReaderChoice(mode, enters, reader, readerEngine(this.engines.all()));
    this.asking = new Asking(this.reader);
    this.reader.onChange(() => {
      // Another one reads now: what the one before waits for is of no use any more.
      this.hurry();
      this.hint();
    });
  }

  onHint(listener: () => void): void {
    this.hint = listener;
  }

  enginesKnown(): boolean {
    return this.engines.known();
  }

  readerKnown(): boolean {
    return this.reader.settled;
  }

  setWatched(watched: boolean): void {
    this.engines.setWatched(watched);
  }

  read(options: ReadOptions): Promise<Sight | null> {
    this.asking.begin();
    return this.asking.ask((reader) => this.readWith(reader, options));
  }

  async prepare(): Promise<void> {
    if (this.found === null) return;
    await this.asking.ask((reader) =>
      this.take(reader, { watchedPids: [], whole: false, patience: 0 }),
    );
  }

  hurry(): void {
    this.asking.hurry();
  }

  search(): Promise<void> {
    return this.asking.ask((reader) => reader.search());
  }

  usage(pids: Iterable<number> = this.known.processes.all.keys()): Promise<UsageRow[]> {
    const asked = [...pids];
    return this.asking.ask((reader) => reader.usage(asked));
  }

  inside(request: InsideRequest): Promise<InsideReading> {
    return this.asking.ask((reader) => reader.inside(request));
  }

  passage(request: PassageRequest): Promise<PassageReading> {
    return this.asking.ask((reader) => reader.passage(request));
  }

  privileges(request: ProcessRequest): Promise<Privileges | null> {
    return this.asking.ask((reader) => reader.privileges(request));
  }

  use(request: UseRequest): Promise<UseReading> {
    return this.asking.ask((reader) => reader.use(request));
  }

  samples(requests: readonly UseRequest[]): Promise<SampleReading[]> {
    return this.asking.ask((reader) => reader.samples(requests));
  }

  limits(requests: readonly UseRequest[]): Promise<LimitsReading[]> {
    return this.asking.ask((reader) => reader.limits(requests));
  }

  images(whose: WhoseImages): Promise<ImagesReading> {
    return imagesOf(this.engines.all(), whose, this.redaction);
  }

  written(containers: readonly WrittenBy[]): Promise<Written[]> {
    return this.sizes.of(containers, (engine) => this.tellerOf(engine));
  }

  writtenLately(container: WrittenBy): Promise<Written> {
    return this.sizes.lately(container, this.tellerOf(container.engine));
  }

  writableLimit(engine: string): Told<null> {
    return writableLimit(this.engineOf(engine)?.info().info ?? null);
  }

  async config({ engine, id }: Pick<Container, 'engine' | 'id'>): Promise<Config | null> {
    const told = await this.engineOf(engine)?.config(id);
    return told === undefined || told === null ? null : this.redaction.config(told);
  }

  async close(): Promise<void> {
    await Promise.all([this.engines.close(), this.reader.close()]);
  }

  private tellerOf(engine: string) {
    return this.engineOf(engine)?.imageTeller() ?? null;
  }

  private engineOf(id: string) {
    return this.engines.all().find((each) => each.status().id === id);
  }

  private async readWith(reader: Reader, options: ReadOptions): Promise<Sight | null> {
    const { known } = this;
    const host = await this.take(reader, options);
    const engines = this.engines.all();
    if (await this.daemons.look(engines, reader, known.processes.all)) this.urgent = true;
    const { urgent } = this;
    this.urgent = false;
    if (!this.news.areDue({ urgent, whole: options.whole })) return null;

    const inContainer = reader !== this.reader.direct;
    const readings: Readings = {
      host,
      reader: inContainer ? 'container' : 'direct',
      processes: known.processes.all,
      namespaces: known.namespaces,
      engines: engines.map((engine) => this.readingOf(engine)),
      unreached: this.engines.unreached(),
      unasked: this.engineProcesses.unasked,
      hidden: known.hidden,
    };
    if (!inContainer) this.reader.saw(keptFromReader(readings));
    return assemble(readings, new Date().toISOString(), this.records);
  }

  /** Asks the reader what is new, and takes it. */
  private async take(
    reader: Reader,
    { watchedPids, whole, patience }: ReadOptions,
  ): Promise<HostReading> {
    const { known } = this;
    const full = this.readBy !== reader;
    if (full) {
      // Who reads anew may see more, or less.
      this.hostFacts.forget();
      this.daemons.again();
    }
    const host = await this.hostFacts.read(reader);
    if (host !== this.host) this.urgent = true;
    this.host = host;
    // Taken before the scan: what an engine tells meanwhile counts for the next one.
    const enginesChanged = this.enginesChanged;
    const change = await this.tick(reader, {
      watchedPids,
      full,
      hinted: enginesChanged || whole,
      patience: enginesChanged ? 0 : patience,
    });
    this.readBy = reader;
    if (enginesChanged) this.urgent = true;
    if (change !== null) {
      if (!known.isOfTheKernel(change)) this.urgent = true;
      known.take(change);
      this.news.came();
    }
    await this.findEngines(reader, host);
    return host;
  }

  /** By processes, which a reader of ours alone may reach the sockets of. */
  private async findEngines(reader: Reader, { reader: ours }: HostReading): Promise<void> {
    const { found, engineProcesses } = this;
    if (found === null || reader !== this.reader.direct) return;
    const { mnt } = ours.namespaces;
    if (await engineProcesses.look(reader, this.known.processes.all, mnt)) {
      this.urgent = true;
      this.engines.alsoAt(found(engineProcesses.sockets));
    }
  }

  /** Should the reader be lost, what changed about engines is still to be told. */
  private async tick(reader: Reader, request: TickRequest): Promise<ScanChange | null> {
    const { enginesChanged } = this;
    this.enginesChanged = false;
    try {
      return await this.asking.tick(reader, request);
    } catch (error) {
      this.enginesChanged ||= enginesChanged;
      throw error;
    }
  }

  private readingOf(engine: Engine): EngineReading {
    const status = engine.status();
    return {
      engine: { ...status, pid: this.daemons.pidOf(engine, this.known.processes.all) },
      ...engine.info(),
      remote: engine.daemon().remote,
      delays: engine.delays(),
      containers: this.redaction.containers(engine.containers()),
    };
  }
}

/** The engine that a reader in a container would be started by: the first that could. */
function readerEngine(engines: readonly [Engine, ...Engine[]]) {
  const able = engines.filter((engine) => engine.dockerApi() !== null);
  const connected = able.filter((engine) => engine.status().state === 'connected');
  // One without root's rights can give none to a reader.
  const best = connected.find((engine) => engine.info().info?.rootless !== true) ?? connected[0];
  const engine = best ?? able[0] ?? engines[0];
  return { status: engine.status(), endpoint: engine.dockerApi() };
}
