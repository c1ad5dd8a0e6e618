import type { HostId } from '@lib/model/host';
import { heardOf } from '@lib/machines/heard';
import { machineTable } from '@lib/machines/machine-table';
import { printable, printableJson } from '@lib/table/printable';
import type { FleetListConfig } from '../config/fleet-list';
import { Bucket } from '../fleet/bucket';
import { readCredentials } from '../fleet/credentials-file';
import { lineInTime } from '../fleet/first-line';
import { LineError } from '../fleet/line';
import { UsageError } from '../usage-error';

/**
 * `nsview fleet list`: what the machines of a fleet last told, a line for each. One that told nonsense is listed with
 * what is wrong. Exit code 1: it could not be read; 2: the credentials are none, or a machine's.
 */
export async function fleetList(config: FleetListConfig): Promise<void> {
  const { to, json, messages } = config;
  const { fleetList: texts, fleetLine } = messages.cli;
  let told: Awaited<ReturnType<typeof readBucket>>;
  try {
    told = await readBucket(config);
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    const { problem, message } = error;
    process.stderr.write(`${printable(fleetLine.line(to.join(', '), problem, message))}\n`);
    process.exitCode = 1;
    return;
  }
  const machines = heardOf(told, Date.now());
  if (json) {
    process.stdout.write(`${printableJson({ machines }, 2)}\n`);
    return;
  }
  if (machines.length === 0) process.stderr.write(`${texts.none}\n`);
  const { isTTY, columns } = process.stdout;
  // A terminal that nobody has sized says 0.
  process.stdout.write(machineTable(machines, messages, isTTY && columns > 0 ? columns : null));
}

async function readBucket({
  to,
  creds,
  messages,
}: FleetListConfig): Promise<Map<HostId, { bytes: Uint8Array; at: number }>> {
  const credentials = readCredentials(creds, messages);
  if (credentials.host !== null) {
    const { credsOfMachine } = messages.cli.fleetList;
    throw new UsageError(credsOfMachine(printable(creds), credentials.host));
  }
  const line = await lineInTime({ to, credentials });
  try {
    const bucket = await Bucket.open(line);
    const summaries = await bucket.summaries();
    return new Map(
      [...summaries].map(([host, { bytes, at }]) => [host, { bytes, at: at.getTime() }]),
    );
  } finally {
    await line.close();
  }
}
