import { NAMESPACE_TYPES } from '../model/namespace-type';
import { byText } from '../model/order';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { findSandboxes } from '../sandboxes/find';
import { isOutside, placesIn, type Places } from '../sandboxes/key';
import type { Sandbox } from '../sandboxes/sandbox';
import type { DifferentSandbox } from './difference';

/**
 * The sandboxes that are at one of two moments alone. One that is at both is as it was: it is its namespaces, and these
 * do not change. Of one that may be at both, and could not be read in full at one of them, nothing is said.
 */
export function compareSandboxes(a: Snapshot, b: Snapshot): DifferentSandbox[] {
  return [
    ...onlyIn(b, a).map((each) => told('appeared', each)),
    ...onlyIn(a, b).map((each) => told('went', each)),
  ];
}

/** By name. */
function onlyIn(these: Snapshot, others: Snapshot): Sandbox[] {
  const keys = new Set(findSandboxes(others).sandboxes.map(({ key }) => key));
  const isPerhapsThere = perhapsIn(these, others);
  return findSandboxes(these)
    .sandboxes.filter((each) => !keys.has(each.key) && !isPerhapsThere(each))
    .sort((one, other) => byText(one.name, other.name) || one.top.pid - other.top.pid);
}

/** May a sandbox of one moment be at another one as well, for all that could be read of its processes or theirs? */
function perhapsIn(these: Snapshot, others: Snapshot): (sandbox: Sandbox) => boolean {
  const [placesThere, placesHere] = [placesIn(others), placesIn(these)];
  const there = others.processes
    .filter(isOutside)
    .map((process) => ({ process, places: placesThere(process) }));
  return ({ top, processes }) => {
    const here = placesHere(top);
    return there.some(
      ({ process, places }) =>
        (isUnread(here) || isUnread(places)) &&
        !differ(here, places) &&
        (meet(here, places) || processes.some((each) => isSame(each, process))),
    );
  };
}

function isUnread(places: Places): boolean {
  return [...places.values()].includes(null);
}

/** Are they in different namespaces of a type, as far as that is known? */
function differ(one: Places, other: Places): boolean {
  return NAMESPACE_TYPES.some((type) => {
    const [here, there] = [one.get(type), other.get(type)];
    return here !== null && there !== null && here !== there;
  });
}

/** Is one namespace known to be a place of both? Without that only the same process is taken for one of the sandbox. */
function meet(one: Places, other: Places): boolean {
  return [...one].some(([type, place]) => place !== null && place === other.get(type));
}

function isSame(one: Process, other: Process): boolean {
  return one.pid === other.pid && one.startTicks === other.startTicks;
}

function told(
  difference: DifferentSandbox['difference'],
  { key, name, named, top, processes }: Sandbox,
): DifferentSandbox {
  return { difference, key, name, named, pid: top.pid, processes: processes.length };
}
