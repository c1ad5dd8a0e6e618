import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { ContainerReading } from '@lib/docker/reading';
import { findEndpoints } from './endpoint';
import { TestEngine } from './test-engine';
import { createEngineWatch, type EngineWatch, type EngineWatchOptions } from './watch';

/** Everything faster than in life, so that a test need not wait. */
export const RHYTHM = { look: 20, pingOften: 20, ping: 100, retry: 20, relist: 60_000 };
const DEADLINES = { call: 10_000, ping: 5000 };
/** For engines that are meant to hang. */
export const SHORT_DEADLINES = { call: 300, ping: 200 };

/** Engines at one socket, watches on it, and what these told. Made anew for each test. */
export interface WatchRig {
  folder: string;
  path: string;
  /** Each container event that was told: `start c1 running`. */
  told: string[];
  /** Each state that the status went through. */
  states: string[];
  listen: (...containers: string[]) => Promise<TestEngine>;
  stop: (engine: TestEngine) => Promise<void>;
  watch: (options?: Partial<EngineWatchOptions>) => EngineWatch;
}

/** Waits until `check` throws no more, however busy the machine. */
export async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 15_000, interval: 10 });
}

/** A rig whose engines and watches are closed after each test. */
export function watchRig(): WatchRig {
  const engines = new Set<TestEngine>();
  const watches: EngineWatch[] = [];
  const rig: WatchRig = {
    folder: '',
    path: '',
    told: [],
    states: [],
    async listen(...containers) {
      const engine = await TestEngine.listen(rig.path);
      containers.forEach((name, index) => {
        engine.add(name, 'running', 100 + index);
      });
      engines.add(engine);
      return engine;
    },
    async stop(engine) {
      engines.delete(engine);
      await engine.stop();
    },
    watch(options) {
      const watch = createEngineWatch({
        search: () => findEndpoints({ option: `unix://${rig.path}`, env: {} }),
        onChange: () => {
          const { state } = watch.status();
          if (rig.states.at(-1) !== state) rig.states.push(state);
        },
        onContainerEvent: (event, reading) => {
          rig.told.push(`${event.action} ${event.id} ${reading?.state ?? 'gone'}`);
        },
        rhythm: RHYTHM,
        deadlines: DEADLINES,
        ...options,
      });
      watch.setWatched(true);
      watches.push(watch);
      return watch;
    },
  };
  beforeEach(() => {
    rig.folder = mkdtempSync(join(tmpdir(), 'nsview-'));
    chmodSync(rig.folder, 0o755);
    rig.path = join(rig.folder, 'd.sock');
    rig.told.length = 0;
    rig.states.length = 0;
  });
  afterEach(async () => {
    for (const watch of watches.splice(0)) await watch.close();
    for (const engine of engines) await rig.stop(engine);
    rmSync(rig.folder, { recursive: true });
  });
  return rig;
}

export async function reached(watch: EngineWatch, state: string): Promise<void> {
  await eventually(() => {
    expect(watch.status().state).toBe(state);
  });
}

export const names = (watch: EngineWatch) => watch.containers().map(({ name }) => name);

export function known(watch: EngineWatch, id: string): ContainerReading | undefined {
  return watch.containers().find((container) => container.id === id);
}
