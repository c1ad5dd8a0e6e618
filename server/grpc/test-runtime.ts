import {
  Server,
  ServerCredentials,
  status,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import type { Calls } from './channel';
import type { Message, Messages } from './messages';

/** A message, at once or later, or how it is that none comes. */
export type Answer =
  Message | Promise<Message> | 'hangs' | 'missing' | 'refused' | 'unavailable' | 'odd';

/** Answers at a socket what a runtime would, and cannot be made to answer otherwise. */
export class TestRuntime<C extends string> {
  /** The paths of what was asked, in order, each with the header that was looked for. */
  readonly asked: string[] = [];
  /** What was asked, in the same order. */
  readonly questions: unknown[] = [];
  /** The paths of the calls that were given up. */
  readonly cancelled: string[] = [];
  readonly #server = new Server();

  /**
   * @param answers to each call; may be changed at any time
   * @param streamed the call that is answered again and again
   * @param header that is told with the path
   */
  constructor(
    private readonly calls: Calls<C>,
    private readonly messages: Messages,
    readonly answers: Record<C, Answer>,
    private readonly options: { streamed?: C; header?: string } = {},
  ) {
    for (const call of Object.keys(calls)) if (this.#isCall(call)) this.#serve(call);
  }

  listen(socket: string): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#server.bindAsync(`unix://${socket}`, ServerCredentials.createInsecure(), (error) =>
        error === null ? resolve() : reject(error),
      ),
    );
  }

  close(): void {
    this.#server.forceShutdown();
  }

  #isCall(name: string): name is C {
    return Object.hasOwn(this.calls, name);
  }

  #serve(name: C): void {
    const { calls, messages, answers, options } = this;
    const [path, question, answer] = calls[name];
    const responseStream = name === options.streamed;
    const definition: ServiceDefinition = {
      [name]: {
        path: `/${path}`,
        requestStream: false,
        responseStream,
        requestSerialize: (value: Message) => messages.encode(question, value),
        requestDeserialize: (bytes) => messages.decode(question, bytes),
        responseSerialize: (value: Message | Uint8Array) =>
          value instanceof Uint8Array ? Buffer.from(value) : messages.encode(answer, value),
        responseDeserialize: (bytes) => messages.decode(answer, bytes),
      },
    };
    const unary: handleUnaryCall<unknown, unknown> = (call, done) => {
      const { metadata, request } = call;
      call.on('cancelled', () => this.cancelled.push(path));
      const header = options.header === undefined ? [] : metadata.get(options.header);
      this.asked.push([path, ...header].join(' '));
      this.questions.push(request);
      const told = answers[name];
      if (told === 'missing') done({ code: status.NOT_FOUND, details: 'no such thing' });
      else if (told === 'refused') done({ code: status.PERMISSION_DENIED, details: 'not for you' });
      else if (told === 'unavailable') done({ code: status.UNAVAILABLE, details: 'try again' });
      else if (told instanceof Promise) void told.then((message: Message) => done(null, message));
      else if (told === 'odd') done(null, Buffer.from([0xff, 0xff]));
      else if (told !== 'hangs') done(null, told);
    };
    const stream: handleServerStreamingCall<unknown, unknown> = (listener) => {
      this.asked.push(path);
      listener.on('cancelled', () => this.cancelled.push(path));
      if (answers[name] !== 'refused') listener.write(answers[name]);
      else listener.emit('error', { code: status.PERMISSION_DENIED, details: 'not for you' });
    };
    this.#server.addService(definition, { [name]: responseStream ? stream : unary });
  }
}
