import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NatsConnection } from '@nats-io/transport-node';
import { type Credentials, parseCredentials } from '../../server/fleet/credentials';
import { LineError, openLine } from '../../server/fleet/line';
import { demand, type Outcome, run } from './command';
import { PROGRAM } from './program';
import { Service } from './service';
import { until } from './until';

/** Milliseconds. */
const READY_WITHIN = 20_000;

/** Whether the server has a list of keys, or believes what is signed. */
export const KINDS = ['keys', 'signing'] as const;
export type Kind = (typeof KINDS)[number];

/** `nsview fleet` with these words. */
export function fleetCommand(words: readonly string[], language = 'C'): Promise<Outcome> {
  return run(process.execPath, [PROGRAM, 'fleet', ...words], { LC_ALL: language });
}

/** A fleet as `nsview fleet` makes it, in a folder of its own, and a real server that runs from it. */
export class Fleet {
  private readonly lines = new Set<NatsConnection>();
  private readonly server: Service;

  private constructor(
    /** Has the fleet's folder, and what the server prints. */
    private readonly parent: string,
    readonly port: number,
  ) {
    this.server = new Service('nats-server', parent);
  }

  /** Makes one with these machines, and starts its server. The caller closes it. */
  static async start(kind: Kind, hosts: readonly string[]): Promise<Fleet> {
    const parent = mkdtempSync(join(tmpdir(), 'nsv-fleet-'));
    const fleet = new Fleet(parent, await freePort());
    const signing = kind === 'signing' ? ['--signing'] : [];
    const words = ['--host', '127.0.0.1', '--port', String(fleet.port), ...signing];
    try {
      await fleet.command('init', ...words);
      await fleet.command('add', ...hosts);
      await fleet.startServer();
    } catch (error) {
      await fleet.close();
      throw error;
    }
    return fleet;
  }

  get folder(): string {
    return join(this.parent, 'fleet');
  }

  get url(): string {
    return `tls://127.0.0.1:${this.port}`;
  }

  /** `nsview fleet` on this folder. @returns what it printed @throws where it fails */
  async command(action: string, ...words: string[]): Promise<Outcome> {
    const outcome = await fleetCommand([action, ...words, '--folder', this.folder]);
    demand(outcome, `nsview fleet ${action}`);
    return outcome;
  }

  async startServer(): Promise<void> {
    // It ends with us, even where the test is killed.
    const command = ['setpriv', '--pdeathsig', 'TERM', 'nats-server', '-c'];
    const before = existingLog(this.parent).length;
    await this.server.start([...command, join(this.folder, 'nats.conf')], () =>
      Promise.resolve(this.server.log().slice(before).includes('Server is ready')),
    );
  }

  /** Resolves when it has ended. */
  stopServer(): Promise<void> {
    return this.server.stop();
  }

  /** Sends the server a signal: SIGSTOP has it hang. */
  signal(name: NodeJS.Signals): void {
    process.kill(Number(readFileSync(join(this.parent, 'service.pid'), 'utf8')), name);
  }

  /** What it has printed so far. */
  log(): string {
    return this.server.log();
  }

  /** @param host null: a hub's */
  file(host: string | null): string {
    return host === null
      ? join(this.folder, 'hub.creds')
      : join(this.folder, 'hosts', `${host}.creds`);
  }

  /** @param host null: a hub's */
  credentials(host: string | null): Credentials {
    return parseCredentials(readFileSync(this.file(host), 'utf8'));
  }

  /** A line with the credentials of a machine, or, with null, of a hub; or with others. It is closed with the fleet. */
  async line(who: string | null | Credentials, to = this.url): Promise<NatsConnection> {
    const credentials = typeof who === 'object' && who !== null ? who : this.credentials(who);
    const line = await until(
      'the server has time for one more',
      () => openLine({ to, credentials }).catch(unlessUnreachable),
      READY_WITHIN,
    );
    this.lines.add(line);
    return line;
  }

  /** Closes the lines that are open, and lets the server run. */
  async hangUp(): Promise<void> {
    for (const line of this.lines) await line.close();
    this.lines.clear();
  }

  /** Leaves nothing. */
  async close(): Promise<void> {
    await this.hangUp();
    await this.stopServer();
    rmSync(this.parent, { recursive: true });
  }
}

/** A busy machine takes longer than a line waits for. */
function unlessUnreachable(error: unknown): undefined {
  if (!(error instanceof LineError) || error.problem !== 'unreachable') throw error;
}

function existingLog(folder: string): string {
  try {
    return readFileSync(join(folder, 'log'), 'utf8');
  } catch {
    return '';
  }
}

/** One at which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens at no port');
  server.close();
  await once(server, 'close');
  return address.port;
}
