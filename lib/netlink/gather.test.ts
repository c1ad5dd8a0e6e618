import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfU16, bytesOfU32 } from './fields';
import { recorded, SEQUENCE } from './fixtures/answers';
import { gather } from './gather';
import { messagesIn } from './message';
import { NetlinkParseError } from './parse-error';

const DUMP = { dump: true };
const ONE = { dump: false };
const MULTI = 2;
const INTERRUPTED = 0x10;

function message(type: number, flags: number, sequence: number, body: number[] = []): Uint8Array {
  const head = [...bytesOfU32(16 + body.length), ...bytesOfU16(type), ...bytesOfU16(flags)];
  return Uint8Array.of(...head, ...bytesOfU32(sequence), 0, 0, 0, 0, ...body);
}
const done = (error = 0): Uint8Array => message(3, MULTI, 1, [...bytesOfU32(error)]);
const item = message(16, MULTI, 1, [1, 2, 3, 4]);

describe('gather', () => {
  it('takes a list until its end, and no more', () => {
    let received = 0;
    function* datagrams() {
      for (const each of [item, item, done(), item]) {
        received++;
        yield each;
      }
    }
    const { messages } = gather(datagrams(), DUMP, 1);
    expect(received).toBe(3);
    expect(messagesIn(messages ?? new Uint8Array()).map(({ type }) => type)).toEqual([16, 16, 3]);
  });

  it('takes one message where one was asked for', () => {
    expect(gather([item, item], ONE, 1).messages).toEqual(item);
  });

  it.each([
    ['an empty list is none that failed', [done()], DUMP, null],
    ['a list that fails says so at its end', [done(-1)], DUMP, 1],
    ['at its end, after items', [item, done(-105)], DUMP, 105],
    ['a refusal', [message(2, 0, 1, [...bytesOfU32(-95), ...item])], DUMP, 95],
    ['a refusal of one', [message(2, 0, 1, [...bytesOfU32(-3), ...item])], ONE, 3],
    ['it changed meanwhile', [message(16, MULTI | INTERRUPTED, 1), done()], DUMP, 'interrupted'],
    ['it changed at the end', [item, message(3, MULTI | INTERRUPTED, 1)], DUMP, 'interrupted'],
    [
      'another question is passed over',
      [message(3, MULTI, 7, [...bytesOfU32(-1)]), done()],
      DUMP,
      null,
    ],
    ['an end without a number', [message(3, MULTI, 1)], DUMP, null],
  ])('%s', (_, datagrams, question, error) => {
    expect(gather(datagrams, question, 1).error).toBe(error);
  });

  it('tells the error of a list that a real kernel refused', () => {
    expect(gather([recorded('failed')], DUMP, SEQUENCE)).toEqual({ messages: null, error: 2 });
    expect(gather([recorded('nsidOfNobody')], ONE, SEQUENCE).error).toBe(3);
  });

  it('throws where the answer has no end', () => {
    expect(() => gather([item, item], DUMP, 1)).toThrow(NetlinkParseError);
    expect(() => gather([], ONE, 1)).toThrow(NetlinkParseError);
  });

  it('is the same however it is parted between messages', () => {
    const answer = recorded('links');
    const starts: number[] = [];
    for (let at = 0; at < answer.length;) {
      starts.push(at);
      const view = new DataView(answer.buffer, at);
      at += view.getUint32(0, true);
    }
    fc.assert(
      fc.property(fc.subarray(starts.slice(1)), (cuts) => {
        const ends = [...cuts, answer.length];
        const parts = [0, ...cuts].map((from, at) => answer.subarray(from, ends[at]));
        // Compared as bytes: one after the other, in words, takes seconds.
        const { messages } = gather(parts, DUMP, SEQUENCE);
        expect(messages !== null && Buffer.compare(messages, answer) === 0).toBe(true);
      }),
    );
  });
});
