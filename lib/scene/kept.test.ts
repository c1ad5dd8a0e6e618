import { expect, it } from 'vitest';
import { Kept } from './kept';

it('gives the very same part where nothing that it is made of has changed', () => {
  const kept = new Kept(({ word }: { word: string }) => ({ word }));
  const [a, b] = kept.parts([
    ['a', { word: 'one' }],
    ['b', { word: 'two' }],
  ]);
  const next = kept.parts([
    ['b', { word: 'two' }],
    ['a', { word: 'another' }],
  ]);
  expect(next[0]).toBe(b);
  expect(next[1]).toEqual({ word: 'another' });
  expect(next[1]).not.toBe(a);
});

it('forgets what a picture does not ask for', () => {
  const kept = new Kept(({ word }: { word: string }) => ({ word }));
  const [gone] = kept.parts([['a', { word: 'one' }]]);
  kept.parts([]);
  const [back] = kept.parts([['a', { word: 'one' }]]);
  expect(back).toEqual(gone);
  expect(back).not.toBe(gone);
});
