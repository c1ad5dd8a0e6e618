import type { Reader } from '../reader/reader';

const refuse = () => Promise.reject(new Error('not asked in this test'));

/** A reader that answers what a test lets it answer, and nothing else. */
export function testReader(answers: Partial<Reader>): Reader {
  return {
    host: refuse,
    tick: refuse,
    search: refuse,
    usage: refuse,
    hurry: refuse,
    close: refuse,
    inside: refuse,
    passage: refuse,
    privileges: refuse,
    use: refuse,
    samples: refuse,
    limits: refuse,
    findListener: refuse,
    listensAt: refuse,
    ...answers,
  };
}
