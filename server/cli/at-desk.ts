import type { Engine } from '@lib/model/host';
import type { Sight, Snapshot } from '@lib/model/snapshot';
import { findContainer } from '@lib/model/container-ref';
import type { CommonConfig } from '../config/common';
import { Hub } from '../hub/hub';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import { machineKnown } from './look';
import { thisMachineAlone } from './this-machine';

/** Asks this machine, without a server, when its engines have answered or had their time; leaves nothing open. */
export async function atDesk(
  config: CommonConfig,
  ask: (desk: Desk, hub: Hub) => Promise<void>,
): Promise<void> {
  const source = thisMachineAlone(config);
  // Why there is no answer is in the answer.
  const hub = new Hub(source, () => undefined);
  try {
    await machineKnown(source, config);
    await ask(new Desk(hub, HANDLERS, () => undefined), hub);
  } finally {
    hub.close();
    await source.close();
  }
}

/** Engines that did not tell of their containers: one that is asked for may be theirs. */
export function silentIn({ engines }: Sight): Engine[] {
  return engines.filter(({ state }) => state !== 'connected');
}

/** Is a container that no engine told of perhaps one of an engine that told of none? */
export function isUnheard(snapshot: Snapshot, container: string): boolean {
  return findContainer(snapshot, container) === null && silentIn(snapshot).length > 0;
}
