import * as z from 'zod/mini';
import { beforeEach, expect, it } from 'vitest';
import type { Host } from '@lib/model/host';
import type { Snapshot } from '@lib/model/snapshot';
import { answerBase, defineQuestion, verbatim } from '@lib/questions/question';
import { questionFromText } from '@lib/questions/from-text';
import { QUESTIONS } from '@lib/questions/questions';
import { courseMachine } from '@lib/select/course-machine';
import { Allowance } from './allowance';
import { Desk } from './desk';
import type { DetailReader } from '@lib/asking/detail-reader';
import { handler, NotInRecording, type Informant } from '@lib/asking/handler';
import { untoldDetails } from '@lib/asking/untold-details';
import { HANDLERS } from './handlers';

/** A machine that counts what it is asked, and answers when the test lets it. */
class CountingInformant implements Informant {
  readonly past = null;
  snapshot: Snapshot = courseMachine;
  /** What viewers see, where that is another. */
  shown: Snapshot | null = null;
  read: (readonly number[] | undefined)[] = [];
  searches = 0;
  /** Answers wait for it. */
  gate: Promise<unknown> = Promise.resolve();

  fresh = () => Promise.resolve(this.snapshot);
  seen = () => Promise.resolve(this.shown ?? this.snapshot);

  searched = async () => {
    this.searches += 1;
    await this.gate;
    return this.snapshot;
  };

  usage = async (pids?: readonly number[]) => {
    this.read.push(pids);
    await this.gate;
    return (pids ?? [1]).map((pid) => ({
      pid,
      startTicks: '1',
      state: 'S',
      rssBytes: this.read.length,
      cpuMs: 0,
    }));
  };

  details: DetailReader = untoldDetails;
  uses = { keep: () => undefined };
  findings = { keep: () => undefined };

  readBy(reader: Host['reader']): void {
    this.snapshot = { ...this.snapshot, host: { ...this.snapshot.host, reader } };
  }
}

let machine: CountingInformant;
let desk: Desk;
let reported: unknown[];

beforeEach(() => {
  machine = new CountingInformant();
  reported = [];
  desk = new Desk(machine, HANDLERS, (error) => reported.push(error));
});

function gate() {
  let open: () => void = () => undefined;
  machine.gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => open();
}

it('100 equal questions cost one reading, in whatever order they name things', async () => {
  const asked = Array.from({ length: 100 }, (_, nth) =>
    desk.answer({ name: 'usage', pids: nth % 2 === 0 ? [3, 4] : [4, 3, 4] }),
  );
  const answers = await Promise.all(asked);
  expect(machine.read).toEqual([[3, 4]]);
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toMatchObject({ answer: { processes: [{ pid: 3 }, { pid: 4 }] } });
});

it('100 who want to know it as it is now cost one reading as well', async () => {
  await Promise.all(Array.from({ length: 100 }, () => desk.answer({ name: 'holders' })));
  expect(machine.searches).toBe(1);
});

it('other questions are other readings', async () => {
  await Promise.all([desk.answer({ name: 'usage', pids: [1] }), desk.answer({ name: 'usage' })]);
  expect(machine.read).toHaveLength(2);
});

it('an answer stands for a while; one that must be of now does not', async () => {
  await desk.answer({ name: 'usage' });
  await desk.answer({ name: 'usage' });
  expect(machine.read).toHaveLength(1);
  await desk.answer({ name: 'holders' });
  await desk.answer({ name: 'holders' });
  expect(machine.searches).toBe(2);
});

it('who asks while a search goes on is told of the next, and so are all who came meanwhile', async () => {
  const open = gate();
  const first = desk.answer({ name: 'holders' });
  await expect.poll(() => machine.searches).toBe(1);
  const others = Array.from({ length: 10 }, () => desk.answer({ name: 'holders' }));
  open();
  await Promise.all([first, ...others]);
  expect(machine.searches).toBe(2);
});

it('no answer outlives the namespace that it is about', async () => {
  const [first] = machine.snapshot.namespaces;
  if (first === undefined) throw new Error('a namespace');
  const lives = handler(
    defineQuestion({
      question: z.strictObject({ namespace: z.string() }),
      answer: z.object(answerBase),
      texts: { namespace: verbatim },
    }),
    {
      runs: ['direct'],
      deadline: 1000,
      fresh: 60_000,
      lifetimeOf: ({ namespace }, { namespaces }) =>
        namespaces.find(({ id }) => id === namespace)?.lifetime ?? null,
      answer: async (_question, { usage }) => {
        await usage();
        return { through: null, unreadable: {} };
      },
    },
  );
  desk = new Desk(machine, { lives }, (error) => reported.push(error));
  const ask = () => desk.answer({ name: 'lives', namespace: first.id });
  await ask();
  await ask();
  expect(machine.read).toHaveLength(1);
  const { snapshot } = machine;
  // The inode was given out again.
  const namespaces = snapshot.namespaces.map((each) => ({ ...each, lifetime: 'another' }));
  machine.snapshot = { ...snapshot, namespaces };
  await ask();
  expect(machine.read).toHaveLength(2);
  // One that came a moment ago is seen by nobody yet.
  machine.shown = { ...snapshot, namespaces: [] };
  expect(await ask()).toHaveProperty('answer');
  machine.snapshot = { ...snapshot, namespaces: [] };
  expect(await ask()).toMatchObject({ error: { code: 'gone' } });
});

it('what takes too long is answered with that, and what is read nevertheless serves the next', async () => {
  const slow = handler(
    defineQuestion({
      question: z.strictObject({}),
      answer: z.object(answerBase),
      texts: {},
    }),
    {
      runs: ['direct'],
      deadline: 30,
      fresh: 60_000,
      answer: async (_question, { usage }) => {
        await usage();
        return { through: null, unreadable: {} };
      },
    },
  );
  desk = new Desk(machine, { slow }, (error) => reported.push(error));
  const open = gate();
  const error = { code: 'deadline', message: 'no answer within 30 ms' };
  expect(await desk.answer({ name: 'slow' })).toEqual({ error });
  open();
  await expect.poll(() => desk.answer({ name: 'slow' })).toHaveProperty('answer');
  expect(machine.read).toHaveLength(1);
});

it.each<[string, object, string, RegExp]>([
  ['reboot', {}, 'unknown-question', new RegExp(Object.keys(QUESTIONS).sort().join(', '))],
  ['constructor', {}, 'unknown-question', new RegExp(Object.keys(QUESTIONS).sort().join(', '))],
  ['usage', { pids: [] }, 'invalid', /^pids: /],
  ['usage', { pids: [0] }, 'invalid', /^pids.0: /],
  ['usage', { pids: ['7'] }, 'invalid', /^pids.0: /],
  ['usage', { pids: Array.from({ length: 513 }, (_, nth) => nth + 1) }, 'invalid', /^pids: /],
  ['usage', { of: 'all' }, 'invalid', /"of"/],
  ['holders', { namespace: 'pod:1' }, 'invalid', /^namespace: /],
  ['holders', { namespace: 'net:1' }, 'gone', /no such namespace/],
  ['process', { pid: 4_194_304 }, 'gone', /no such/],
  ['process', { pid: 0 }, 'invalid', /^pid: /],
  ['reach', { from: 'c1', to: 'nobody' }, 'gone', /no such/],
  ['reach', { from: 'c1' }, 'invalid', /^to: /],
  ['reach', { from: 'c1', to: 'c2', port: 0 }, 'invalid', /^port: /],
  ['reach', { from: 'c1', to: 'c2', protocol: 'sctp' }, 'invalid', /^protocol: /],
])('%s %j is refused: %s', async (name, fields, code, message) => {
  const outcome = await desk.answer({ ...fields, name });
  expect(outcome).toEqual({ error: { code, message: expect.stringMatching(message) } });
  expect(machine.read).toEqual([]);
});

it('tells of several what each isolates, or why that is not told', async () => {
  const { user, ipc, pid } = courseMachine.host.namespaces;
  const inside: DetailReader['inside'] = ({ namespace }) =>
    Promise.reject(namespace === user ? new Error('EIO') : new NotInRecording('not read'));
  machine.details = { ...untoldDetails, inside };
  const namespaces = [user, ipc, pid, 'uts:1'];
  expect(await desk.answer({ name: 'insides', namespaces })).toMatchObject({
    answer: {
      told: [
        { namespace: user, refused: { code: 'failed', message: 'EIO' } },
        { namespace: ipc, refused: { code: 'not-in-recording', message: 'not read' } },
        { namespace: pid, inside: { type: 'pid', levels: 0 } },
        { namespace: 'uts:1', refused: { code: 'gone' } },
      ],
    },
  });
  const many = Array.from({ length: 17 }, () => user);
  expect(await desk.answer({ name: 'insides', namespaces: many })).toMatchObject({
    error: { code: 'invalid', message: expect.stringMatching(/^namespaces: /) },
  });
});

it('tells of a process as long as it is the one that the snapshot has', async () => {
  const known = courseMachine.processes[0] ?? expect.fail('there is one');
  const asked: unknown[] = [];
  const privileges: DetailReader['privileges'] = (request) => {
    asked.push(request);
    return Promise.resolve(null);
  };
  machine.details = { ...untoldDetails, privileges };
  const { pid, startTicks } = known;
  const outcome = await desk.answer({ name: 'process', pid });
  expect(outcome).toMatchObject({ error: { code: 'gone', message: 'it ended meanwhile' } });
  expect(asked).toEqual([{ pid, startTicks }]);
  // Another has its number: what was asked about the first is not told of it.
  const processes = [{ ...known, startTicks: `${startTicks}1` }];
  machine.snapshot = { ...courseMachine, processes };
  await desk.answer({ name: 'process', pid });
  expect(asked.at(-1)).toEqual({ pid, startTicks: `${startTicks}1` });
});

it('what was answered when it was recorded is told as it was, to the same question alone', async () => {
  machine.readBy('recording');
  const [process] = machine.snapshot.processes;
  if (process === undefined) throw new Error('a process');
  const kept = { answer: { takenAt: 'then' } };
  const asked: string[] = [];
  const told = new Desk(
    machine,
    HANDLERS,
    (error) => reported.push(error),
    (name, key, life) => {
      asked.push(`${name} ${key} ${life}`);
      return name === 'usage' ? kept : null;
    },
  );
  expect(await told.answer({ name: 'usage', pids: [2, 1, 2] })).toEqual(kept);
  expect(machine.read).toEqual([]);
  const { pid, startTicks } = process;
  expect(await told.answer({ name: 'process', pid })).toMatchObject({
    error: { code: 'not-in-recording' },
  });
  // Of a life that is over nothing is looked up.
  await told.answer({ name: 'process', pid: 999_999 });
  const { bootId } = machine.snapshot;
  expect(asked).toEqual([
    'usage {"pids":[1,2]} ',
    `process {"pid":${pid}} ${bootId} ${startTicks}`,
  ]);
});

it('of a recording it says so; of a reader that cannot tell it, too', async () => {
  machine.readBy('recording');
  const fields: Partial<Record<string, object>> = {
    inside: { namespace: courseMachine.host.namespaces.user },
    reach: { from: 'c1', to: 'c2' },
    image: { image: 'ubuntu' },
    process: { pid: 1 },
    written: { containers: ['c1'] },
    use: { container: 'c1' },
    uses: { containers: ['c1'] },
    config: { container: 'c1' },
    findings: {},
  };
  // Of several it is told one by one; of moments, what was is told of any recording.
  const others = ['insides', 'timeline', 'compare'];
  for (const name of Object.keys(HANDLERS).filter((each) => !others.includes(each))) {
    expect(await desk.answer({ ...fields[name], name })).toMatchObject({
      error: { code: 'not-in-recording' },
    });
  }
  machine.readBy('container');
  const direct = handler(
    defineQuestion({ question: z.strictObject({}), answer: z.object(answerBase), texts: {} }),
    {
      runs: ['direct'],
      deadline: 1000,
      fresh: 0,
      answer: () => Promise.resolve({ through: null, unreadable: {} }),
    },
  );
  desk = new Desk(machine, { direct }, (error) => reported.push(error));
  expect(await desk.answer({ name: 'direct' })).toMatchObject({ error: { code: 'not-from-here' } });
});

it('a reading that fails is told and reported, and the next one is tried', async () => {
  const ended = Promise.reject(new Error('the reader of /proc ended'));
  ended.catch(() => undefined);
  machine.gate = ended;
  const error = { code: 'failed', message: 'the reader of /proc ended' };
  expect(await desk.answer({ name: 'usage' })).toEqual({ error });
  expect(reported.map(String)).toEqual(['Error: the reader of /proc ended']);
  machine.gate = Promise.resolve();
  expect(await desk.answer({ name: 'usage' })).toHaveProperty('answer');
});

it('of too many different questions the last ones hear that it is busy, until some are answered', async () => {
  const open = gate();
  const asked = Array.from({ length: 40 }, (_, nth) =>
    desk.answer({ name: 'usage', pids: [nth + 1] }),
  );
  const busy = await Promise.all(asked.slice(32));
  expect(busy.every((each) => 'error' in each && each.error.code === 'busy')).toBe(true);
  open();
  for (const outcome of await Promise.all(asked.slice(0, 32)))
    expect(outcome).toHaveProperty('answer');
  expect(await desk.answer({ name: 'usage', pids: [40] })).toHaveProperty('answer');
});

it.each<[string, [string, string][], object]>([
  ['usage', [], { name: 'usage' }],
  ['usage', [['pids', '1,20']], { name: 'usage', pids: [1, 20] }],
  ['usage', [['pids', '1,x']], { name: 'usage', pids: [1, 'x'] }],
  ['usage', [['pids', '']], { name: 'usage', pids: [''] }],
  ['holders', [['namespace', 'net:1']], { name: 'holders', namespace: 'net:1' }],
  ['holders', [['name', 'usage']], { name: 'holders' }],
  ['nothing', [['a', '1']], { name: 'nothing', a: '1' }],
])('%s %j as text is %j', (name, fields, question) => {
  expect(questionFromText(name, fields)).toEqual(question);
});

it('a field that comes twice is no field', async () => {
  const question = questionFromText('holders', [
    ['namespace', 'net:1'],
    ['namespace', 'net:2'],
  ]);
  expect(await desk.answer(question)).toMatchObject({ error: { code: 'invalid' } });
});

it('who has an allowance may use up that, and joins what others began beyond it', async () => {
  const open = gate();
  const all = new Allowance(3);
  const [one, two] = [new Allowance(2, all), new Allowance(2, all)];
  const ask = (pid: number, by: Allowance | null) =>
    desk.answer({ name: 'usage', pids: [pid] }, by);
  const begun = [ask(1, one), ask(2, one), ask(3, two), ask(4, null)];
  await expect.poll(() => machine.read.length).toBe(4);
  const busy = (most: number) => ({
    error: { code: 'busy', message: `${most} other questions are being read for` },
  });
  expect(await ask(5, one)).toEqual(busy(2));
  expect(await ask(5, two)).toEqual(busy(3));
  // What is read for somebody else is read for all.
  begun.push(ask(4, one));
  open();
  for (const outcome of await Promise.all(begun)) expect(outcome).toHaveProperty('answer');
  expect(await ask(5, one)).toHaveProperty('answer');
});
