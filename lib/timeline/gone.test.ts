import { expect, it } from 'vitest';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { compare } from './compare';
import { goneIn, partingsIn } from './gone';

const pid = (...names: string[]): Sketch[] => names.map((name) => ({ name, shares: { pid: 'a' } }));
const own = (...names: string[]): Sketch[] => names.map((name) => ({ name }));
const between = (a: Sketch[], b: Sketch[]) => compare(sampleSnapshot(a), sampleSnapshot(b));
const nameOf = (key: string) => /c\d/.exec(key)?.[0] ?? key;

it.each<[string, Sketch[], Sketch[], string[]]>([
  ['nothing went', pid('c1', 'c2'), pid('c1', 'c2'), []],
  ['one that was alone', own('c1', 'c2'), own('c1'), ['c2']],
  ['one that stopped is not gone', own('c1'), [{ name: 'c1', state: 'exited' }], []],
])('what is gone: %s', (_, a, b, names) => {
  expect(goneIn(between(a, b)).map(({ container }) => container.name)).toEqual(names);
});

it('one that was made again has one that has its name now', () => {
  const [a, b] = [sampleSnapshot(own('c1')), sampleSnapshot(own('c1'))];
  const again = b.containers.map((each) => ({ ...each, id: 'f'.repeat(64) }));
  const [gone] = goneIn(compare(a, { ...b, containers: again }));
  expect(gone?.successor).toMatch(/f{64}$/);
  expect(goneIn(compare(a, { ...b, containers: [] }))[0]?.successor).toBeNull();
});

it.each<[string, Sketch[], Sketch[], string[]]>([
  ['one of two', pid('c1', 'c2'), own('c1'), ['c2 from c1']],
  ['one of three, told once', pid('c1', 'c2', 'c3'), pid('c1', 'c2'), ['c3 from c1']],
  ['one that is there still', pid('c1', 'c2'), own('c1', 'c2'), ['c2 from c1']],
  ['all', pid('c1', 'c2', 'c3'), [], ['c2 from c1', 'c3 from c1']],
  ['nobody', own('c1', 'c2'), own('c1'), []],
])('who is parted: %s', (_, a, b, expected) => {
  const partings = partingsIn(between(a, b));
  const told = partings.map(({ leaver, other }) => `${nameOf(leaver)} from ${nameOf(other)}`);
  expect(told).toEqual(expected);
});
