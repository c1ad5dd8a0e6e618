import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseContainer } from '../docker/container';
import { parsePodmanList, withWord, type PodmanWord } from './word';

const LISTED: unknown = JSON.parse(
  readFileSync(new URL('./fixtures/list.json', import.meta.url), 'utf8'),
);

/** The only one of a list with this entry. */
function wordOf(entry: object): PodmanWord | undefined {
  return parsePodmanList([{ Id: 'a', PodName: 'shop', IsInfra: false, ...entry }])?.get('a');
}

it('of a pod of two containers and of two in none: pods, and which one holds the namespaces', () => {
  const words = [...(parsePodmanList(LISTED)?.values() ?? [])];
  expect(words.map(({ pod, infra }) => [pod, infra])).toEqual([
    ['shop', true],
    ['shop', false],
    ['shop', false],
    [null, false],
    [null, false],
  ]);
  expect(words.map(({ unreadable }) => unreadable)).toEqual(words.map(() => ({})));
});

describe('one odd field costs itself alone', () => {
  it.each<[string, object, Partial<PodmanWord>]>([
    ['no pod is told', { PodName: undefined }, { pod: null, unreadable: { pod: 'ENODATA' } }],
    ['a pod that is no name', { PodName: 7 }, { pod: null, unreadable: { pod: 'EINVAL' } }],
    ['it is not told what it is for', { IsInfra: undefined }, { infra: false, unreadable: {} }],
    ['what it is for is odd', { IsInfra: 'no' }, { infra: false, unreadable: { role: 'EINVAL' } }],
  ])('%s', (_, entry, expected) => {
    expect(wordOf(entry)).toMatchObject(expected);
  });

  it('an entry without an id is left out', () => {
    expect(wordOf({ Id: undefined })).toBeUndefined();
    expect(parsePodmanList([null, 7, {}])?.size).toBe(0);
  });

  it.each([[null], [{}], ['OK'], [undefined]])('%j is no list', (json) => {
    expect(parsePodmanList(json)).toBeNull();
  });
});

describe('beside what Docker’s API tells', () => {
  const word: PodmanWord = { pod: 'shop', infra: true, unreadable: {} };
  const told = (labels: object, by: PodmanWord) => {
    const reading = parseContainer('a', { Id: 'a', Config: { Labels: labels } });
    return reading === null ? expect.fail('no reading') : withWord(reading, by);
  };

  it('the pod and the role', () => {
    expect(told({}, word)).toMatchObject({ pod: 'shop', role: 'pause' });
    expect(told({}, { ...word, infra: false })).toMatchObject({ pod: 'shop', role: null });
    expect(told({}, { ...word, pod: null })).not.toHaveProperty('pod');
  });

  it('what it is by its labels stays', () => {
    expect(told({ 'nsview.role': 'reader' }, word).role).toBe('reader');
  });

  it('what is not known of it', () => {
    const unreadable = told({}, { ...word, unreadable: { pod: 'EACCES' } }).unreadable;
    expect(unreadable).toMatchObject({ pod: 'EACCES', name: 'ENODATA' });
  });
});
