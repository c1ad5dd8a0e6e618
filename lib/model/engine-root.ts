import type { Engine } from './host';

const THROUGH = /^unix:\/\/\/proc\/(\d+)\/root\//;

/**
 * The process by whose root an engine is reached, that was found by who listens there:
 * `unix:///proc/1/root/run/docker.sock`. Null: its place is one of ours.
 */
export function throughRootOf({ endpoint }: Pick<Engine, 'endpoint'>): number | null {
  const pid = THROUGH.exec(endpoint)?.[1];
  return pid === undefined ? null : Number(pid);
}
