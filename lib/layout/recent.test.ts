import { expect, test } from 'vitest';
import { Recent } from './recent';

test('what was asked for lately is not found again; what was not is forgotten', () => {
  const recent = new Recent<string>();
  const found: string[] = [];
  const ask = (key: string) =>
    recent.get(key, 3, () => {
      found.push(key);
      return `of ${key}`;
    });
  for (const key of ['a', 'b', 'c', 'a', 'b']) expect(ask(key)).toBe(`of ${key}`);
  expect(found).toEqual(['a', 'b', 'c']);
  // Asked for again and again, it outlives whatever comes between.
  for (let nth = 0; nth < 20; nth += 1) {
    ask(`passing ${nth}`);
    ask('a');
  }
  expect(found.filter((key) => key === 'a')).toHaveLength(1);
  ask('b');
  expect(found.filter((key) => key === 'b')).toHaveLength(2);
});
