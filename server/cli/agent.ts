import { printable } from '@lib/table/printable';
import type { AgentConfig } from '../config/agent';
import { Agent, type AgentTeller } from '../fleet/agent';
import { readCredentials } from '../fleet/credentials-file';
import { firstLine } from '../fleet/first-line';
import { LineError } from '../fleet/line';
import { UsageError } from '../usage-error';
import { machineKnown, tellMissingEngines } from './look';
import { thisMachineAlone } from './this-machine';

/**
 * `nsview agent`: tells a fleet of this machine, until a signal ends it. Exit code 1: there can be no line to the
 * server; 2: the credentials are none, or no machine's.
 */
export async function agent(config: AgentConfig): Promise<void> {
  const { to, creds, messages } = config;
  const { fleetAgent, fleetLine } = messages.cli;
  const credentials = readCredentials(creds, messages);
  const { host } = credentials;
  if (host === null) throw new UsageError(fleetAgent.credsOfHub(printable(creds)));
  const ended = new AbortController();
  const { signal } = ended;
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ended.abort());

  const source = thisMachineAlone(config);
  const machine = new Agent(source);
  const saidOf = ({ problem, message }: LineError) =>
    fleetLine.line(to.join(', '), problem, message);
  try {
    await machineKnown(source, config);
    tellMissingEngines(await machine.fresh(), config);
    const line = await firstLine({ to, credentials, signal }, (error) =>
      say(fleetAgent.waiting(saidOf(error))),
    );
    say(fleetAgent.connected(host, line.getServer()));
    await machine.run(line, host, tellerOf(config), signal);
  } catch (error) {
    // Whatever it was in the middle of when it was ended.
    if (signal.aborted) return;
    if (!(error instanceof LineError)) throw error;
    say(saidOf(error));
    process.exitCode = 1;
  } finally {
    ended.abort();
    machine.close();
    await source.close();
  }
}

function tellerOf({ messages }: AgentConfig): AgentTeller {
  const { fleetAgent, fleetLine } = messages.cli;
  return {
    cutOff: (server) => say(fleetAgent.cutOff(server)),
    back: (server) => say(fleetAgent.back(server)),
    refused: (server, why) => say(fleetLine.line(server, 'refused', why)),
    trouble: ({ trouble, message }) => say(fleetAgent.trouble(trouble, message)),
    well: () => say(fleetAgent.wellAgain),
  };
}

function say(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
