import { Encoder, PacketType, type Packet } from 'socket.io-parser';

/**
 * Writes a message out once for all viewers that are sent it one after another: of each event, what the
 * last message became is kept. Who sends the same to many must send the very same object, and must not
 * change it.
 */
export class EncodeOnce extends Encoder {
  readonly #last = new Map<string, { message: object; packets: ReturnType<Encoder['encode']> }>();

  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const [event, message]: unknown[] = Array.isArray(packet.data) ? packet.data : [];
    const isEvent = packet.type === PacketType.EVENT && packet.id === undefined;
    if (!isEvent || typeof event !== 'string' || typeof message !== 'object' || message === null) {
      return super.encode(packet);
    }
    const last = this.#last.get(event);
    if (last?.message === message) return last.packets;
    const packets = super.encode(packet);
    this.#last.set(event, { message, packets });
    return packets;
  }
}
