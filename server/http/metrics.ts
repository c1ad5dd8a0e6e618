import { Counter, Gauge, Registry } from 'prom-client';
import type { Family } from '@lib/metrics/family';
import { metricsOf } from '@lib/metrics/metrics';
import type { UseOf } from '@lib/metrics/use-families';
import type { Snapshot } from '@lib/model/snapshot';
import { tellUse, type Writable } from '@lib/use/tell-use';
import type { Hub } from '../hub/hub';
import type { Presentation } from '../present/presentation';

/** What is told in numbers, as Prometheus reads them. */
export interface Exposition {
  contentType: string;
  text: string;
}

/**
 * Tells of a snapshot at most a second old, and of what was read of cgroups and found anyway.
 *
 * @param audience those who follow; null: nothing is presented
 */
export async function exposeMetrics(
  hub: Pick<Hub, 'fresh' | 'uses' | 'findings' | 'scans' | 'viewers'>,
  audience: Presentation['audience'] | null,
): Promise<Exposition> {
  const snapshot = await hub.fresh();
  const { user, system } = process.cpuUsage();
  const { scans, viewers } = hub;
  const cost = { scans, viewers, cpuMs: (user + system) / 1000 };
  const told = { findings: hub.findings.now(), uses: usesNow(hub, snapshot) };
  const following =
    audience === null ? null : { followers: audience.counts.followers, refused: audience.refused };
  return exposition(metricsOf({ snapshot, cost, ...told, following }));
}

/** Of what one has written no number is told. */
const NOT_OF_CGROUPS: Writable = {
  bytes: { value: null, reason: 'ENODATA' },
  limit: { value: null, reason: 'ENODATA' },
};

/** Of those that run still, and are the same as when it was read. */
function usesNow({ uses }: Pick<Hub, 'uses'>, snapshot: Snapshot): UseOf[] {
  const byId = new Map(snapshot.containers.map((each) => [each.id, each]));
  const starts = new Map(snapshot.processes.map(({ pid, startTicks }) => [pid, startTicks]));
  return uses.now().flatMap(({ of, reading, readAt }) => {
    const container = byId.get(of.id);
    if (container?.pid !== of.pid || starts.get(of.pid) !== of.startTicks) return [];
    const use = tellUse(reading, NOT_OF_CGROUPS, snapshot.host.cgroups, null);
    return [{ container, use, readAt }];
  });
}

/** A registry for each answer: what was there before and is not now leaves nothing behind. */
async function exposition(families: readonly Family[]): Promise<Exposition> {
  const registry = new Registry();
  for (const { name, help, type, samples } of families) {
    const [first] = samples;
    if (first === undefined) continue;
    const about = { name, help, registers: [registry], labelNames: Object.keys(first.labels) };
    if (type === 'gauge') {
      const gauge = new Gauge(about);
      for (const { labels, value } of samples) gauge.set(labels, value);
    } else {
      const counter = new Counter(about);
      for (const { labels, value } of samples) counter.inc(labels, value);
    }
  }
  return { contentType: registry.contentType, text: await registry.metrics() };
}
