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

describe('in which run it is', () => {
  const RUN = { State: 'running', Pid: 7, StartedAt: 5, ExitedAt: -62135596800, ExitCode: 0 };
  const runOf = (changes: object) => wordOf({ ...RUN, ...changes })?.run;

  it.each([
    ['another process', { Pid: 8 }],
    ['started later', { StartedAt: 6 }],
    ['paused', { State: 'paused' }],
    ['ended later', { State: 'exited', Pid: 0, ExitedAt: 9 }],
    ['ended in another way', { State: 'exited', Pid: 0, ExitedAt: 9, ExitCode: 1 }],
  ])('%s: in another', (_, changes) => {
    const runs = [{}, { State: 'exited', Pid: 0, ExitedAt: 8 }].map(runOf);
    expect(runs).not.toContain(runOf(changes));
  });

  it.each([
    ['no process is told', { Pid: undefined }],
    ['when it started is odd', { StartedAt: 'now' }],
  ])('%s: not known', (_, changes) => {
    expect(runOf(changes)).toBeNull();
  });

  it('Podman tells it of all', () => {
    const runs = [...(parsePodmanList(LISTED)?.values() ?? [])].map(({ run }) => run);
    expect(runs).not.toContain(null);
  });
});

describe('beside what Docker’s API tells', () => {
  const word: PodmanWord = { pod: 'shop', infra: true, run: null, unreadable: {} };
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
