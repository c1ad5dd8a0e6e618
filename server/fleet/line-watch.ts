import { AuthorizationError, type NatsConnection } from '@nats-io/transport-node';

/** Who is told what becomes of a line: each cut once, however often it is tried meanwhile. */
export interface LineTeller {
  /** @param server which one it was: `10.0.0.5:4222` */
  cutOff: (server: string) => void;
  back: (server: string) => void;
  /** The server answers again, and does not take the credentials. @param why in its own words */
  refused: (server: string, why: string) => void;
}

/** Follows whether a line is connected: it is cut and connected again by itself. */
export class LineWatch {
  /** Is aborted with the connection that there is, or with the line; null: there is none now. */
  #connection: AbortController | null = new AbortController();
  #server: string;
  #isRefused = false;
  #waiting: (() => void)[] = [];

  constructor(
    private readonly line: Pick<NatsConnection, 'status' | 'getServer'>,
    private readonly teller: LineTeller,
  ) {
    this.#server = line.getServer();
  }

  /**
   * Resolves as soon as it is connected, or closed.
   *
   * @returns what is aborted when that connection is lost: from then on nothing may be published, for the client keeps
   *   it without a limit
   */
  async up(): Promise<AbortSignal> {
    while (this.#connection === null) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.#connection.signal;
  }

  /** Until the line is closed. */
  async follow(): Promise<void> {
    for await (const status of this.line.status()) {
      const { type } = status;
      if (type === 'staleConnection' || type === 'disconnect') this.#cut();
      else if (type === 'reconnect') this.#reconnect(status.server);
      else if (type === 'error' && status.error instanceof AuthorizationError) {
        this.#refuse(status.error.message);
      }
    }
    this.#connection ??= new AbortController();
    this.#connection.abort();
    this.#release();
  }

  #cut(): void {
    if (this.#connection === null) return;
    this.#connection.abort();
    this.#connection = null;
    this.teller.cutOff(this.#server);
  }

  #reconnect(server: string): void {
    if (this.#connection !== null) return;
    this.#connection = new AbortController();
    this.#server = server;
    this.#isRefused = false;
    this.teller.back(server);
    this.#release();
  }

  #refuse(why: string): void {
    if (this.#isRefused) return;
    this.#isRefused = true;
    this.teller.refused(this.line.getServer(), why);
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
