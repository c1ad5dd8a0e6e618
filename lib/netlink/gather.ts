import { messagesIn } from './message';
import { NetlinkParseError } from './parse-error';

/** What the kernel answered: the bytes of all messages, for `messagesIn`; or the number of its error. */
export type Gathered =
  | { messages: Uint8Array; error: null }
  /** `interrupted`: the list changed while it was told, and has to be asked for again. */
  | { messages: null; error: number | 'interrupted' };

const NLMSG_ERROR = 2;
const NLMSG_DONE = 3;
const NLM_F_DUMP_INTR = 0x10;

/**
 * Takes what the kernel sends until the answer is whole, and no more. A dump that fails says so in the
 * message that ends it: passed over, it would look like a list that is empty.
 *
 * @param datagrams as they are received
 * @param sequence number of the question; what answers another is passed over
 * @throws NetlinkParseError where that is no answer, or `datagrams` end before it does
 */
export function gather(
  datagrams: Iterable<Uint8Array>,
  { dump }: { dump: boolean },
  sequence: number,
): Gathered {
  const parts: Uint8Array[] = [];
  let interrupted = false;
  for (const datagram of datagrams) {
    const own = messagesIn(datagram).filter((message) => message.sequence === sequence);
    interrupted ||= own.some(({ flags }) => (flags & NLM_F_DUMP_INTR) !== 0);
    const end = own.find(({ type }) => type === NLMSG_ERROR || type === NLMSG_DONE);
    if (own.length > 0) parts.push(datagram);
    if (end === undefined && (dump || own.length === 0)) continue;

    // The kernel's own are negative; an end without a number is a good one.
    const error = end === undefined || end.body.length < 4 ? 0 : -end.body.s32(0);
    if (error !== 0) return { messages: null, error };
    if (interrupted) return { messages: null, error: 'interrupted' };
    return { messages: joined(parts), error: null };
  }
  throw new NetlinkParseError('the end of an answer');
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
