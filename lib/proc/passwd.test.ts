import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNames } from './passwd';

describe('names of numbers', () => {
  it.each([
    [
      'of users',
      'root:x:0:0:root:/root:/bin/bash\nwww-data:x:33:33::/:/bin/sh\n',
      { 0: 'root', 33: 'www-data' },
    ],
    ['of groups', 'root:x:0:\ndocker:x:998:me,you\n', { 0: 'root', 998: 'docker' }],
    ['no newline at the end', 'root:x:0:', { 0: 'root' }],
    ['the first of two with one number', 'root:x:0:0\ntoor:x:0:0\n', { 0: 'root' }],
    ['one name with two numbers', 'a:x:1:\na:x:2:\n', { 1: 'a', 2: 'a' }],
    ['the greatest number', 'last:x:4294967294:\nnobody:x:4294967295:\n', { 4294967294: 'last' }],
    ['zeroes before a number', 'root:x:000:\n', { 0: 'root' }],
    ['comments, empty lines, other sources', '# a:x:1:\n\n+::::::\n-b:x:2:\n+c:x:3:\n', {}],
    ['no number', 'root:x:\nroot:x:zero:\nroot:x:-1:\nroot:x:0x1:\n', {}],
    ['no name', ':x:1:\n', {}],
    ['a name of the prototype', '__proto__:x:7:\n', { 7: '__proto__' }],
    ['nothing', '', {}],
  ])('%s', (_, text, names) => {
    expect(parseNames(text)).toEqual(names);
  });

  it('whoever is written is found, the first of each number', () => {
    const name = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,8}$/);
    const entries = fc.array(fc.tuple(name, fc.nat({ max: 20 })));
    fc.assert(
      fc.property(entries, (all) => {
        const text = all.map(([who, id]) => `${who}:x:${id}:${id}::/:/bin/sh\n`).join('');
        const expected = Object.fromEntries(all.map(([who, id]) => [String(id), who]).reverse());
        expect(parseNames(text)).toEqual(expected);
      }),
    );
  });
});
