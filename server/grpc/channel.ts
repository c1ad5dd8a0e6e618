import {
  Client,
  credentials,
  Metadata,
  status,
  type ClientUnaryCall,
  type ServiceError,
} from '@grpc/grpc-js';
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
  /** What is under way. */
  readonly #open = new Set<Pick<ClientUnaryCall, 'cancel'>>();

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

  /**
   * @param headers beside the message
   * @param deadline milliseconds, where it is to wait for less than for other calls
   * @throws EngineError
   */
  ask(
    call: C,
    message: Message,
    headers: Readonly<Record<string, string>> = {},
    deadline = this.deadline,
  ): Promise<Message> {
    const [path, asked, answered] = this.calls[call];
    return new Promise((resolve, reject) => {
      const request = this.#client.makeUnaryRequest(
        `/${path}`,
        (value: Message) => this.messages.encode(asked, value),
        (bytes) => this.messages.decode(answered, bytes),
        message,
        metadataOf(headers),
        { deadline: Date.now() + Math.min(deadline, this.deadline) },
        (error, answer) => {
          this.#open.delete(request);
          if (error !== null) reject(engineErrorOf(error));
          else resolve(answer ?? {});
        },
      );
      this.#open.add(request);
    });
  }

  /** A call that is answered again and again. It is over as well where `told` throws. */
  listen(call: C, told: (message: Message) => void): Stream {
    const [path, asked, answered] = this.calls[call];
    const stream = this.#client.makeServerStreamRequest(
      `/${path}`,
      (value: Message) => this.messages.encode(asked, value),
      (bytes) => this.messages.decode(answered, bytes),
      {},
    );
    this.#open.add(stream);
    const closed = new Promise<EngineError | null>((resolve) => {
      const end = (why: EngineError | null) => {
        this.#open.delete(stream);
        resolve(why);
      };
      stream.on('data', (message: Message) => {
        try {
          told(message);
        } catch (error) {
          // Nobody would catch it, and everything would end with it.
          end(toEngineError(error));
          stream.cancel();
        }
      });
      stream.on('end', () => end(null));
      stream.on('error', (error: ServiceError) => end(engineErrorOf(error)));
    });
    return { closed, close: () => stream.cancel() };
  }

  /** What is under way fails: grpc-js would let it go on until its deadline, and a stream for ever. */
  close(): void {
    for (const call of this.#open) call.cancel();
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
