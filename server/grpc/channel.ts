import { Client, credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { UnixAddress } from '../engine/endpoint';
import { EngineError, toEngineError } from '../engine/engine-error';
import { holdSocket, type HeldSocket } from '../engine/held-socket';
import type { Message, Messages } from './messages';

/** Bytes; the specification of a container can be long, and lists have that of each. */
const LONGEST = 64 * 1024 * 1024;
/** Milliseconds that a call may take. */
const DEADLINE = 10_000;

/** A closed table of calls: of each the path, the message that asks and the one that answers. */
export type Calls<C extends string> = Readonly<
  Record<C, readonly [path: string, asked: string, answered: string]>
>;

/** A stream of messages. */
export interface Stream {
  /** Resolves when it is over, with why that is; null: its other end ended it. */
  closed: Promise<EngineError | null>;
  close: () => void;
}

/** gRPC over a socket, for the calls of a table alone. */
export class Channel<C extends string> {
  readonly #client: Client;
  readonly #socket: HeldSocket;

  /** @throws what keeps us from a socket in another's root */
  constructor(
    address: UnixAddress,
    private readonly calls: Calls<C>,
    private readonly messages: Messages,
    private readonly deadline = DEADLINE,
  ) {
    this.#socket = holdSocket(address);
    this.#client = new Client(`unix://${this.#socket.path}`, credentials.createInsecure(), {
      'grpc.max_receive_message_length': LONGEST,
      // Each facade has a connection of its own, which ends with it.
      'grpc.use_local_subchannel_pool': 1,
    });
  }

  /** @param headers beside the message @throws EngineError */
  ask(call: C, message: Message, headers: Readonly<Record<string, string>> = {}): Promise<Message> {
    const [path, asked, answered] = this.calls[call];
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        `/${path}`,
        (value: Message) => this.messages.encode(asked, value),
        (bytes) => this.messages.decode(answered, bytes),
        message,
        metadataOf(headers),
        { deadline: Date.now() + this.deadline },
        (error, answer) => {
          if (error !== null) reject(engineErrorOf(error));
          else resolve(answer ?? {});
        },
      );
    });
  }

  /** A call that is answered again and again. */
  listen(call: C, told: (message: Message) => void): Stream {
    const [path, asked, answered] = this.calls[call];
    const stream = this.#client.makeServerStreamRequest(
      `/${path}`,
      (value: Message) => this.messages.encode(asked, value),
      (bytes) => this.messages.decode(answered, bytes),
      {},
    );
    stream.on('data', told);
    const closed = new Promise<EngineError | null>((resolve) => {
      stream.on('end', () => resolve(null));
      stream.on('error', (error: ServiceError) => resolve(engineErrorOf(error)));
    });
    return { closed, close: () => stream.cancel() };
  }

  close(): void {
    this.#client.close();
    this.#socket.close();
  }
}

function metadataOf(headers: Readonly<Record<string, string>>): Metadata {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  return metadata;
}

/** What HTTP would call it. */
const STATUSES: ReadonlyMap<number, number> = new Map([
  [status.NOT_FOUND, 404],
  [status.PERMISSION_DENIED, 403],
  [status.UNAUTHENTICATED, 401],
  [status.UNIMPLEMENTED, 501],
]);

function engineErrorOf({ code, details }: ServiceError): EngineError {
  const http = STATUSES.get(code);
  if (http !== undefined) return new EngineError('http', details, http);
  if (code === status.DEADLINE_EXCEEDED) return new EngineError('hanging', details);
  const [errno] = /\bE[A-Z]{3,}\b/.exec(details) ?? [];
  return toEngineError(
    Object.assign(new Error(details), errno === undefined ? {} : { code: errno }),
  );
}
