import { expect, it } from 'vitest';
import { answerText } from './answer-text';

it.each<[string, Record<string, unknown>, string]>([
  ['a field', { state: 'up', mtu: 1500 }, 'state: up\nmtu: 1500\n'],
  ['nothing', { through: null, unreadable: {}, held: [] }, ''],
  ['a list of words', { options: ['rw', 'relatime'] }, 'options: ["rw","relatime"]\n'],
  [
    'records',
    { rows: [{ pid: 7, to: 'a' }, { pid: 1234, to: null }, { pid: 1 }] },
    'rows:\n pid to\n   7 a\n1234 -\n   1 -\n',
  ],
  ['what would clear the screen', { name: 'a\u001b[2Jb\nc' }, 'name: a[2Jb c\n'],
])('%s', (_case, answer, text) => {
  expect(answerText(answer)).toBe(text);
});
