import type { Told } from '@lib/inside/told';
import { NetlinkParseError } from '@lib/netlink/parse-error';
import type { Told as Answer } from '../enter/requests';
import { BAD_MESSAGE, toldBy } from '../proc/reason';

/** What was answered or read inside, parsed. */
export function parsed<T>(answer: Answer | undefined, parse: (bytes: Uint8Array) => T): Told<T> {
  // There is an answer to each question.
  if (answer === undefined) return { value: null, reason: BAD_MESSAGE };
  const { bytes, errno } = answer;
  return bytes === null ? { value: null, reason: errno } : tried(() => parse(bytes));
}

/** What a file tells, or why it does not. */
export function tried<T>(read: () => T): Told<T> {
  try {
    return toldBy(read);
  } catch (error) {
    if (error instanceof NetlinkParseError) return { value: null, reason: BAD_MESSAGE };
    throw error;
  }
}
