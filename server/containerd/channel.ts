import { Client, credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { UnixAddress } from '../engine/endpoint';
import { EngineError, toEngineError } from '../engine/engine-error';
import { holdSocket, type HeldSocket } from '../engine/held-socket';
import { CALLS, type Call } from './calls';
import { decode, encode } from './protos';

/** Bytes; the specification of a container can be long, and lists have that of each. */
const LONGEST = 64 * 1024 * 1024;
/** Milliseconds that a call may take. */
const DEADLINE = 10_000;

export type Message = Record<string, unknown>;

/** A stream of messages. */
export interface Stream {
  /** Resolves when it is over, with why that is; null: its other end ended it. */
  closed: Promise<EngineError | null>;
  close: () => void;
}

/** gRPC over a socket, for the calls of the table alone. */
export class Channel {
  readonly #client: Client;
  readonly #socket: HeldSocket;

  /** @throws what keeps us from a socket in another's root */
  constructor(
    address: UnixAddress,
    private readonly deadline = DEADLINE,
  ) {
    this.#socket = holdSocket(address);
    this.#client = new Client(`unix://${this.#socket.path}`, credentials.createInsecure(), {
      'grpc.max_receive_message_length': LONGEST,
      // Each facade has a connection of its own, which ends with it.
      'grpc.use_local_subchannel_pool': 1,
    });
  }

  /** @param namespace containerd's own; null: the call is about none @throws EngineError */
  ask(call: Exclude<Call, 'events'>, namespace: string | null, message: Message): Promise<Message> {
    const [path, asked, answered] = CALLS[call];
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        `/${path}`,
        (value: Message) => encode(asked, value),
        (bytes) => decode(answered, bytes),
        message,
        metadataOf(namespace),
        { deadline: Date.now() + this.deadline },
        (error, answer) => {
          if (error !== null) reject(engineErrorOf(error));
          else resolve(answer ?? {});
        },
      );
    });
  }

  /** Of all namespaces. */
  listen(told: (message: Message) => void): Stream {
    const [path, asked, answered] = CALLS.events;
    const stream = this.#client.makeServerStreamRequest(
      `/${path}`,
      (value: Message) => encode(asked, value),
      (bytes) => decode(answered, bytes),
      {},
      metadataOf(null),
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

function metadataOf(namespace: string | null): Metadata {
  const metadata = new Metadata();
  if (namespace !== null) metadata.set('containerd-namespace', namespace);
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
