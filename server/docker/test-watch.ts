import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { ContainerReading } from '@lib/docker/reading';
import { parseDockerHost } from './docker-host';
import { TestEngine } from './test-engine';
import { DockerEngine, type DockerEngineOptions } from './docker-engine';
import type { Endpoint } from '../engine/endpoint';

/** Everything faster than in life, so that a test need not wait. */
export const RHYTHM = {
  look: 20,
  pingOften: 20,
  ping: 100,
  retry: 20,
  relist: 60_000,
  relistOften: 60_000,
  slow: 60_000,
};
const DEADLINES = { call: 10_000, ping: 5000, patient: 10_000 };
/** For engines that are meant to hang. */
export const SHORT_DEADLINES = { call: 300, ping: 200, patient: 300 };

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
  /** A watch over the engine at `url`, else over the one at `path`. */
  watch: (options?: Partial<DockerEngineOptions>, url?: string) => DockerEngine;
}

/** Waits until `check` throws no more, however busy the machine. */
export async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 15_000, interval: 10 });
}

/** A rig whose engines and watches are closed after each test. */
export function watchRig(): WatchRig {
  const engines = new Set<TestEngine>();
  const watches: DockerEngine[] = [];
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
    watch(options, url = `unix://${rig.path}`) {
      const watch: DockerEngine = new DockerEngine(endpointAt(url), {
        taken: () => false,
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

function endpointAt(url: string): Endpoint {
  const address = parseDockerHost(url, '');
  if ('error' in address) throw new Error(address.error);
  return { ...address, url, from: 'option' };
}

export async function reached(watch: DockerEngine, state: string): Promise<void> {
  await eventually(() => {
    expect(watch.status().state).toBe(state);
  });
}

export const names = (watch: DockerEngine) => watch.containers().map(({ name }) => name);

export function known(watch: DockerEngine, id: string): ContainerReading | undefined {
  return watch.containers().find((container) => container.id === id);
}
