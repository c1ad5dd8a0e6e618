import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BROKEN_TARGETS } from '../http/testing/raw-request';
import { parseTarget } from './target';

it.each([...BROKEN_TARGETS, ['nothing', ''], ['a tab between slashes', '/\t/evil.example']])(
  '%s: none',
  (_, target) => {
    expect(parseTarget(target)).toBeNull();
  },
);

it.each([
  ['/', '/', ''],
  ['/?view=matrix&q=%', '/', '?view=matrix&q=%'],
  ['/a/./b/../c', '/a/c', ''],
  ['/a//b?c=//d', '/a//b', '?c=//d'],
  ['/a\\b', '/a/b', ''],
  ['/..', '/', ''],
])('%s', (target, pathname, search) => {
  expect(parseTarget(target)).toMatchObject({ pathname, search });
});

it('whatever is sent, what is taken stays on this server, read by whoever', () => {
  const piece = fc.constantFrom('/', '\\', '.', '%2e', '%2F', '%', ':', '@', '[', '?', '#', 'a');
  const targets = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
  );
  fc.assert(
    fc.property(targets, (target) => {
      const taken = parseTarget(target);
      if (taken === null) return;
      const { href, origin } = new URL(taken.pathname + taken.search, 'http://here.example');
      expect(origin).toBe('http://here.example');
      expect(parseTarget(href.slice(origin.length))).toMatchObject({ pathname: taken.pathname });
    }),
    { numRuns: 300 },
  );
});
