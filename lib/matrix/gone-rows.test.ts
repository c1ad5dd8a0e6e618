import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { compare } from '../timeline/compare';
import { goneRows } from './gone-rows';

const together = (...names: string[]): Sketch[] =>
  names.map((name) => ({ name, shares: { pid: 'a' }, host: ['net'] }));
const words = (a: Sketch[], b: Sketch[]) => {
  const now = sampleSnapshot(b);
  return goneRows(compare(sampleSnapshot(a), now), now, messagesFor('en')).map(({ cells }) =>
    Object.fromEntries(cells.map(({ type, words }) => [type, words[0]])),
  );
};

it.each<[string, Sketch[], Sketch[], string]>([
  [
    'in a namespace that has a letter still',
    together('c1', 'c2', 'c3'),
    together('c1', 'c2'),
    'PID-A',
  ],
  [
    'with one that is alone in it now',
    together('c1', 'c2'),
    together('c1').map(({ name }) => ({ name })),
    'with c1',
  ],
  ['with one that is gone too', together('c1', 'c2'), [], 'with c2'],
  ['alone', [{ name: 'c1', host: ['net'] }], [], 'own'],
])('what is gone has the words of when it was there: %s', (_, a, b, pid) => {
  expect(words(a, b)[0]).toMatchObject({ pid, net: 'host' });
});

it('of two that are gone neither has a letter of others, whose namespace has the number of theirs', () => {
  const rows = words(together('c1', 'c2'), together('d1', 'd2'));
  expect(rows.map(({ pid }) => pid)).toEqual(['with c2', 'with c1']);
});
