import protobuf from 'protobufjs';

/** A message, by the names of its fields. */
export type Message = Record<string, unknown>;

/** The messages that somebody speaks, of each those fields that are written down; all others are skipped. */
export class Messages {
  readonly #root: protobuf.Root;

  /** @param proto as in a proto file of the third version */
  constructor(proto: string) {
    this.#root = protobuf.parse(`syntax = "proto3";${proto}`, { keepCase: true }).root;
  }

  /** What is left out has the value that it has by default. @throws what is wrong with bytes that are no such message */
  decode(type: string, bytes: Uint8Array): Message {
    const message = this.#root.lookupType(type);
    return message.toObject(message.decode(bytes), { defaults: true, longs: Number });
  }

  encode(type: string, value: Message): Buffer {
    const message = this.#root.lookupType(type);
    return Buffer.from(message.encode(message.fromObject(value)).finish());
  }
}
