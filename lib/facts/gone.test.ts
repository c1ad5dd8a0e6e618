import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { compare } from '../timeline/compare';
import type { NamespaceType } from '../model/namespace-type';
import { toldGone } from './gone';

const RUNS: Sketch = { name: 'c1', host: ['net'] };
const STOPPED: Sketch = { name: 'c1', state: 'exited' };

it.each<[Sketch, NamespaceType | null, RegExp]>([
  [RUNS, null, /^was PID 2000 on the host$/],
  [RUNS, 'pid', /^was in pid:\[\d+\]$/],
  [RUNS, 'net', /^was in the host’s network namespace$/],
  [STOPPED, 'pid', /^did not run$/],
])('%j is told to have been somewhere', (sketch, type, expected) => {
  const [a, b] = [sampleSnapshot([sketch]), sampleSnapshot([])];
  const told = toldGone(compare(a, b), b, type, messagesFor('en'));
  expect(told).toEqual([expect.objectContaining({ name: 'c1' })]);
  expect(told[0]?.detail).toMatch(expected);
  expect(toldGone(compare(a, b), a, type, messagesFor('en'))).toEqual([]);
});
