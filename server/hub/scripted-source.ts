import { perType } from '@lib/model/namespace-type';
import type { Sight } from '@lib/model/snapshot';
import type { UsageRow } from '@lib/protocol/usage';
import { assemble } from '@lib/snapshot/assemble';
import type { Readings } from '@lib/snapshot/readings';
import { sampleReading } from '@lib/snapshot/sample-reading';
import type { UseReading } from '@lib/use/reading';
import type { Source } from '../source/source';

const none = perType(() => null);
/** The PIDs of which there is usage when nobody says of which. */
export const EVERYONE = [1, 2, 3, 4];

/** A source whose machine has as many processes as the test says. */
export class ScriptedSource implements Source {
  processes = 1;
  reads = 0;
  searches = 0;
  asked: (readonly number[])[] = [];
  bootId = 'boot';
  failing = false;
  private told = -1;
  private hint = (): void => undefined;

  read(): Promise<Sight | null> {
    this.reads += 1;
    if (this.failing) return Promise.reject(new Error('no /proc'));
    if (this.told === this.processes) return Promise.resolve(null);
    this.told = this.processes;
    const readings: Readings = {
      host: {
        bootId: this.bootId,
        bootTime: 0,
        ticksPerSecond: 100,
        hostname: 'h',
        kernel: '6.18',
        cgroups: 'v2',
        namespaces: none,
        lacks: [],
        namespacesFrom: 'pid1',
        reader: { uid: 0, namespaces: none },
        hidepid: null,
        unreadable: {},
      },
      reader: 'direct',
      processes: new Map(
        Array.from({ length: this.processes }, (_, at) => [at + 1, sampleReading(at + 1)]),
      ),
      namespaces: new Map(),
      engines: [],
      unreached: [],
      unasked: 0,
      hidden: 0,
    };
    return Promise.resolve(assemble(readings, new Date().toISOString()));
  }
  inside(): Promise<never> {
    return Promise.reject(new Error('not asked in this test'));
  }
  passage(): Promise<never> {
    return Promise.reject(new Error('not asked in this test'));
  }
  privileges(): Promise<never> {
    return Promise.reject(new Error('not asked in this test'));
  }
  limits(): Promise<never> {
    return Promise.reject(new Error('not asked in this test'));
  }
  samples(): Promise<never> {
    return Promise.reject(new Error('not asked in this test'));
  }
  use(): Promise<UseReading> {
    return Promise.reject(new Error('not asked in this test'));
  }
  writtenLately(): Promise<never> {
    return Promise.reject(new Error('not asked in this test'));
  }
  writableLimit(): never {
    throw new Error('not asked in this test');
  }
  images(): Promise<never> {
    return Promise.reject(new Error('not asked in this test'));
  }
  written(): Promise<never> {
    return Promise.reject(new Error('not asked in this test'));
  }
  config(): Promise<never> {
    return Promise.reject(new Error('not asked in this test'));
  }
  hurry(): void {
    // It never waits.
  }
  search(): Promise<void> {
    this.searches += 1;
    return Promise.resolve();
  }
  usage(pids: readonly number[] = EVERYONE): Promise<UsageRow[]> {
    this.asked.push(pids);
    return Promise.resolve(
      pids.map((pid) => ({
        pid,
        startTicks: '1',
        state: 'S',
        rssBytes: 4096,
        cpuMs: pid === 1 ? this.asked.length : 0,
      })),
    );
  }
  enginesKnown(): boolean {
    return true;
  }

  onHint(listener: () => void): void {
    this.hint = listener;
  }
  change(): void {
    this.processes += 1;
    this.hint();
  }
  reboot(): void {
    this.bootId += "'";
    this.change();
  }
  setWatched(): void {
    // Nothing of a script depends on who looks.
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}
