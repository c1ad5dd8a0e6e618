import { expect, it } from 'vitest';
import { FROM_VIEWER } from '../protocol/from-viewer';
import { QUESTIONS } from '../questions/questions';
import { FROM_FOLLOWER, isOfFollower, isToldToFollowers, refusedAs } from './from-follower';

it('of what a viewer may say, this is what one who follows may not', () => {
  const refused = Object.keys(FROM_VIEWER).filter((event) => !isOfFollower(event));
  expect(refused).toEqual(['playback', 'pin', 'reader', 'enter', 'present']);
});

it('of what is asked, this is not told', () => {
  const withheld = Object.keys(QUESTIONS).filter((name) => !isToldToFollowers(name));
  const past = ['compare', 'timeline'];
  expect(withheld.sort()).toEqual(['config', 'findings', 'holders', 'process', ...past].sort());
});

it.each([
  ['present', 'present'],
  ['constructor', 'other'],
  ['anything "at all"', 'other'],
])('%s is counted as %s', (event, as) => {
  expect(refusedAs(event)).toBe(as);
});

it('no hello asks for a recording, or for the past, of its own', () => {
  const hello = { host: 'local', version: 1, epoch: null, lastSeq: null };
  const own = {
    recording: { name: 'course', at: 0, playing: true },
    past: { at: 0, playing: true },
  };
  expect(FROM_FOLLOWER.hello.parse({ ...hello, ...own })).toEqual(hello);
});
