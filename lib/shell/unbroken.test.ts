import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unbroken } from './unbroken';

/** Words with a stroke where they may be broken, marked parts in brackets. */
function shown(line: string, mark: string | null = null): string[] {
  return unbroken(line, mark).map((pieces) =>
    pieces
      .map((parts) => parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join(''))
      .join('|'),
  );
}

it.each<[string, string, string | null, string[]]>([
  ['a flag stays whole', 'docker --pid=container:c1', null, ['docker', ' ', '--pid=container:c1']],
  ['a path is broken behind slashes', 'ls /proc/1/root/x', null, ['ls', ' ', '/|proc/|1/|root/|x']],
  ['a list is broken behind commas', 'A,B', null, ['A,|B']],
  [
    'an option stays with its value',
    'run --cpus 0.5 x',
    null,
    ['run', ' ', '--cpus 0.5', ' ', 'x'],
  ],
  ['of two options the last has it', '-d -c x y', null, ['-d', ' ', '-c x', ' ', 'y']],
  ['a value that says so itself', '--a=b c', null, ['--a=b', ' ', 'c']],
  ['but for a path', 'x -v /a:/b', null, ['x', ' ', '-v| |/|a:/|b']],
  ['a dash alone is no option', 'a - b', null, ['a', ' ', '-', ' ', 'b']],
  ['an address keeps both of its slashes', 'unix:///a', null, ['unix:///|a']],
  [
    'the mark is in a word',
    'a --pid=contariner:c1',
    'contariner',
    ['a', ' ', '--pid=[contariner]:c1'],
  ],
  [
    'the mark is two words',
    'a --network none b',
    '--network none',
    ['a', ' ', '[--network none]', ' ', 'b'],
  ],
  ['the mark is in two pieces', 'a/b/c', 'b/c', ['a/|[b/]|[c]']],
  ['the mark is not in it', 'a b', 'c', ['a', ' ', 'b']],
  ['the same mark again is none', 'a b a', 'a', ['[a]', ' ', 'b', ' ', 'a']],
])('%s', (_what, line, mark, words) => {
  expect(shown(line, mark)).toEqual(words);
});

it('leaves nothing out, whatever the line and the mark', () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.string()), (line, mark) => {
      const all = unbroken(line, mark).flat(2);
      expect(all.map(({ text }) => text).join('')).toBe(line);
      const marked = all.flatMap(({ text, isMarked }) => (isMarked ? text : []));
      expect(marked.join('')).toBe(mark !== null && line.includes(mark) ? mark : '');
    }),
  );
});
