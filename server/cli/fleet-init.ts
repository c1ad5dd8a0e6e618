import { shellLine } from '@lib/shell/shell-line';
import { printable } from '@lib/table/printable';
import type { FleetInitConfig } from '../config/fleet';
import { initFleet } from '../fleet/init';

/** `nsview fleet init`: a fleet without machines; what was made, and what comes next. */
export async function fleetInit(config: FleetInitConfig): Promise<void> {
  const { fleetCommand: words } = config.messages.cli;
  const { paths, fleet } = await initFleet(config);
  const made = words.made(printable(paths.folder), fleet.addresses);
  const option = config.usualFolder ? '' : ` --folder ${shellLine([paths.folder])}`;
  const next = words.next(printable(shellLine([paths.conf])), printable(option));
  process.stdout.write(`${made}\n${next}`);
}
