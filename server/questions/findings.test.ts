import { beforeEach, expect, it } from 'vitest';
import { readConfig } from '@lib/config/read-config';
import type { Findings } from '@lib/findings/finding';
import { messagesFor } from '@lib/i18n/messages';
import { container, courseMachine } from '@lib/select/course-machine';
import { answerFindings } from './findings';
import type { DetailReader } from '@lib/asking/detail-reader';
import { NotInRecording, type Informant } from '@lib/asking/handler';
import { untoldDetails } from '@lib/asking/untold-details';

/* Of whom findings are told. */

const reader = container({ name: 'nsview-reader-1', pid: 95, role: 'reader' });
const snapshot = { ...courseMachine, containers: [...courseMachine.containers, reader] };
let found: Findings[] = [];
const machine: Informant = {
  past: null,
  ...{ fresh: () => Promise.resolve(snapshot), searched: () => Promise.resolve(snapshot) },
  seen: () => Promise.resolve(snapshot),
  usage: () => Promise.resolve([]),
  details: untoldDetails,
  uses: { keep: () => undefined },
  findings: { keep: (findings) => found.push(findings) },
};

/** The same machine, of which these details are told as well. */
function telling(details: Partial<DetailReader>): Informant {
  return { ...machine, details: { ...untoldDetails, ...details } };
}

/** What is read where a cgroup has so many tasks at most. */
function pidsMax(max: string) {
  const file = { value: `${max}\n`, reason: null };
  const own = { path: '/docker', files: { 'pids.max': file, 'memory.max': file } };
  const value = { version: 'v2' as const, own, above: [], below: [], localPidsEvents: false };
  return { value: { ...value, whole: true }, reason: null };
}

/** Why what is asked of the containers themselves is not known. */
async function reasons(error: Error) {
  const fails = () => Promise.reject(error);
  const machine = telling({ config: fails, privileges: fails, limits: fails });
  const told = await answerFindings('c1', machine);
  return told.unknown.filter(({ rule }) => rule === 'privileged').map(({ reason }) => reason);
}

beforeEach(() => {
  found = [];
});

async function subjects(ref?: string) {
  const { findings, unknown } = await answerFindings(ref, machine);
  return new Set([...findings, ...unknown].map(({ subject }) => subject.name));
}

it('leaves out nsview’s own reader: it would be found each time for what it needs', async () => {
  expect(await subjects()).toEqual(
    new Set(courseMachine.containers.flatMap(({ name, pid }) => (pid === 0 ? [] : [name]))),
  );
});

it('hands what was found of all to who tells it in numbers, and what was found of one to nobody', async () => {
  const all = await answerFindings(undefined, machine);
  await answerFindings('c1', machine);
  expect(found).toEqual([all]);
});

it('says of one that is there and whose engine does not tell how it was started that it does not tell', async () => {
  const config = () => Promise.resolve(null);
  const { unknown } = await answerFindings('c1', telling({ config }));
  const why = (name: string) => unknown.find(({ rule }) => rule === name)?.reason;
  expect([why('privileged'), why('mutable-tag')]).toEqual(['ENODATA', 'ENODATA']);
});

it('leaves out no container that calls itself a pause container: what leads to the host is looked for in it', async () => {
  const pause = container({ name: 'till-0', pid: 96, role: 'pause' });
  const withPause = { ...snapshot, containers: [pause] };
  const fresh = () => Promise.resolve(withPause);
  const rules = async (ref?: string) => {
    const { unknown } = await answerFindings(ref, { ...machine, fresh });
    return unknown.map(({ rule }) => rule);
  };
  const all = await rules();
  expect(all).toEqual(expect.arrayContaining(['privileged', 'docker-socket', 'host-paths']));
  expect(all).not.toContain('mutable-tag');
  expect(await rules('till-0')).toContain('mutable-tag');
});

it('says of one that runs and whose process is not told why nothing is known of it', async () => {
  const unreadable = { pid: 'EACCES' };
  const untold = container({ name: 'untold', unreadable });
  const exited = container({ name: 'over', state: 'exited', unreadable });
  const fresh = () => Promise.resolve({ ...snapshot, containers: [untold, exited] });
  const { findings, unknown } = await answerFindings(undefined, { ...machine, fresh });
  expect(findings).toEqual([]);
  expect(new Set(unknown.map(({ subject }) => subject.name))).toEqual(new Set(['untold']));
  expect(unknown.map(({ reason }) => reason)).toContain('EACCES');
  await expect(answerFindings('over', { ...machine, fresh })).rejects.toThrow('no such container');
});

it('tells of it who asks for it', async () => {
  expect(await subjects(reader.name)).toEqual(new Set([reader.name]));
});

it('asks what limits all of them at once: their cgroups are found in the same mounts', async () => {
  const running = courseMachine.containers.filter(({ pid }) => pid !== 0);
  const [, limited] = running;
  const asked: string[][] = [];
  const limits: DetailReader['limits'] = (requests) => {
    asked.push(requests.map(({ id }) => id));
    return Promise.resolve(
      requests.map(({ id }) => {
        const told = pidsMax(id === limited?.id ? '10' : 'max');
        return { memory: told, pids: told };
      }),
    );
  };
  const config = () => Promise.resolve(readConfig({ Config: {}, HostConfig: {} }));
  const { findings } = await answerFindings(undefined, telling({ limits, config }));
  expect(asked).toEqual([running.map(({ id }) => id)]);
  for (const limit of ['no-pids-limit', 'no-memory-limit']) {
    const found = findings.flatMap(({ rule, subject }) => (rule === limit ? subject.name : []));
    const without = running.filter((each) => each !== limited).map(({ name }) => name);
    expect(found.sort()).toEqual(without.sort());
  }
});

it.each<[what: string, error: Error, reason: string, inChinese: string]>([
  ['a recording', new NotInRecording('how it was started'), 'not-in-recording', '录制时没有记下'],
  [
    'an errno',
    Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }),
    'EACCES',
    '没有读取的权限',
  ],
  [
    'what an exception says',
    new Error('the reader in a container ended: no memory'),
    'not-answered: the reader in a container ended: no memory',
    '问了，但没有得到回答',
  ],
])('%s is a reason with a sentence of its own', async (_what, error, reason, inChinese) => {
  expect(await reasons(error)).toEqual([reason]);
  expect(messagesFor('zh-CN').findings.reason(reason)).toBe(inChinese);
});
