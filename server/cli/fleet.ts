import { printable } from '@lib/table/printable';
import type { FleetConfig } from '../config/fleet';
import { FleetError } from '../fleet/fleet-error';
import { UsageError } from '../usage-error';

/** `nsview fleet`: what machines need to be shown together. What one action needs, the others do not load. */
export async function fleet(config: FleetConfig): Promise<void> {
  try {
    switch (config.action) {
      case 'init':
        return await (await import('./fleet-init')).fleetInit(config);
      case 'add':
      case 'revoke':
        return await (await import('./fleet-members')).fleetMembers(config);
    }
  } catch (error) {
    if (!(error instanceof FleetError)) throw error;
    const { fleetCommand } = config.messages.cli;
    throw new UsageError(fleetCommand.problem(error.problem, printable(error.about)));
  }
}
