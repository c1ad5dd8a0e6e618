import type { CommonConfig } from '../config/common';
import type { Moment } from '../figure/moment';
import { atDesk } from './at-desk';
import { tellMissingEngines } from './look';

/** This machine as it is now, to be drawn; engines that were not reached are told of. */
export function atThisMachine(
  config: CommonConfig,
  look: (moment: Moment) => Promise<void>,
): Promise<void> {
  return atDesk(config, async (desk, hub) => {
    const snapshot = await hub.searched();
    tellMissingEngines(snapshot, config);
    await look({ snapshot, ask: (question) => desk.answer(question) });
  });
}
