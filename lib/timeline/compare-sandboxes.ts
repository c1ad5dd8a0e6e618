import { byText } from '../model/order';
import type { Snapshot } from '../model/snapshot';
import { findSandboxes } from '../sandboxes/find';
import type { Sandbox } from '../sandboxes/sandbox';
import type { DifferentSandbox } from './difference';

/**
 * The sandboxes that are at one of two moments alone. One that is at both is as it was: it is its namespaces, and these
 * do not change.
 */
export function compareSandboxes(a: Snapshot, b: Snapshot): DifferentSandbox[] {
  const [then, now] = [findSandboxes(a).sandboxes, findSandboxes(b).sandboxes];
  return [
    ...onlyIn(now, then).map((each) => told('appeared', each)),
    ...onlyIn(then, now).map((each) => told('went', each)),
  ];
}

/** By name. */
function onlyIn(these: readonly Sandbox[], others: readonly Sandbox[]): Sandbox[] {
  const keys = new Set(others.map(({ key }) => key));
  return these
    .filter(({ key }) => !keys.has(key))
    .sort((one, other) => byText(one.name, other.name) || one.top.pid - other.top.pid);
}

function told(
  difference: DifferentSandbox['difference'],
  { key, name, named, top, processes }: Sandbox,
): DifferentSandbox {
  return { difference, key, name, named, pid: top.pid, processes: processes.length };
}
