import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { courseLesson } from '../e2e/harness/course-lesson';
import { startNsview } from '../e2e/harness/nsview';
import { FOLLOWED } from '../e2e/harness/room';
import { LOCAL_HOST } from '../lib/model/host';
import { FROM_STAGE, type StageMessage } from '../lib/present/from-stage';
import { FIRST_HELLO } from './first-hello';
import { quantile, type Report, type Wanted } from './report';
import { look, share } from './server-cpu';

export const PRESENT_FIGURES = [
  'present.fanout',
  'present.late',
  'present.votes',
  'present.idle',
] as const;

const FOLLOWERS = 200;
const CHANGES = 40;
/** How many come late, one after the other. */
const LATE = 40;
/** Milliseconds from one change to the next. */
const PAUSE = 250;
/** Milliseconds until all that comes with many connections is over, and seconds that are measured then. */
const SETTLE = 20_000;
const SECONDS = 30;
/** Views to go to and fro. */
const VIEWS = ['?view=sharing', '?view=lens&lens=net&select=container:c1'] as const;
const LESSON = courseLesson('isolation');
const NO_DAEMON = 'unix:///nsv-no-daemon-here.sock';

/**
 * `present.fanout`: from when who leads sends a change until a follower has it, of 200 over real connections in a
 * process of their own; beside the same with one. `present.late`: from when one who comes late connects until it has what
 * is shown and the picture, while 200 follow; beside the same while one does. `present.votes`: from when 200 who follow vote
 * until who leads has all votes, the slowest; beside the same with one. `present.idle`: what the server takes of one core while 200 follow
 * and nothing changes; beside the same with one.
 */
export async function benchPresent(isWanted: Wanted, report: Report): Promise<void> {
  const nsview = await startNsview({ docker: NO_DAEMON, args: ['--present', FOLLOWED] });
  const leader = await look(nsview);
  try {
    const link = await linkOf(leader);
    leader.emit('present', { host: LOCAL_HOST, do: 'lead', view: VIEWS[0], suffix: '' });
    const one = await follow(link, 1);
    const fewArrivals = await arrivals(leader, one, 1);
    const fewLate = await latecomers(link);
    const fewShare = isWanted('present.idle') ? await idle(nsview.pid) : 0;
    const others = await follow(link, FOLLOWERS - 1);
    if (isWanted('present.fanout')) {
      const samples = await arrivals(leader, others, FOLLOWERS - 1);
      report({
        name: 'present.fanout',
        value: quantile(samples, 0.95),
        unit: 'ms',
        baseline: { name: 'one who follows', value: quantile(fewArrivals, 0.95), unit: 'ms' },
        n: samples.length,
        more: { most: Math.max(...samples), followers: FOLLOWERS },
      });
    }
    if (isWanted('present.late')) {
      const samples = await latecomers(link);
      report({
        name: 'present.late',
        value: quantile(samples, 0.95),
        unit: 'ms',
        baseline: { name: 'one who follows', value: quantile(fewLate, 0.95), unit: 'ms' },
        n: samples.length,
        more: { most: Math.max(...samples), followers: FOLLOWERS },
      });
    }
    if (isWanted('present.votes')) {
      const few = await ballots(leader, [one]);
      const samples = await ballots(leader, [one, others]);
      report({
        name: 'present.votes',
        value: Math.max(...samples),
        unit: 'ms',
        baseline: { name: 'one who follows', value: Math.max(...few), unit: 'ms' },
        n: samples.length,
        more: { followers: FOLLOWERS, median: quantile(samples, 0.5) },
      });
    }
    if (isWanted('present.idle')) {
      report({
        name: 'present.idle',
        value: await idle(nsview.pid),
        unit: '% of one core',
        baseline: { name: 'one who follows', value: fewShare, unit: '% of one core' },
        n: SECONDS,
        more: { followers: FOLLOWERS },
      });
    }
    for (const followers of [one, others]) {
      followers.disconnect();
      await once(followers, 'exit');
    }
  } finally {
    leader.disconnect();
    await nsview.stop();
  }
}

/** The link to follow, as it is told at the presenter's address. */
async function linkOf(leader: Socket): Promise<string> {
  const message = await new Promise((resolve) => {
    leader.once('stage', resolve);
    leader.emit('present', { host: LOCAL_HOST, do: 'see' });
  });
  return FROM_STAGE.stage.parse(message).link;
}

async function idle(pid: number): Promise<number> {
  await delay(SETTLE);
  return share(pid, SECONDS);
}

/** So many followers, in a process of their own, who have all come. */
async function follow(link: string, many: number): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('./present-followers.ts', import.meta.url));
  const followers = fork(program, [link, String(many)]);
  const [said]: unknown[] = await once(followers, 'message');
  if (said !== 'come') throw new Error(`the followers said ${String(said)}`);
  return followers;
}

/** For each change and each follower, milliseconds until it had it. */
async function arrivals(leader: Socket, followers: ChildProcess, many: number): Promise<number[]> {
  const samples: number[] = [];
  for (let change = 1; change <= CHANGES; change += 1) {
    const heard = once(followers, 'message');
    const sent = process.hrtime.bigint();
    const view = VIEWS[change % VIEWS.length];
    leader.emit('present', { host: LOCAL_HOST, do: 'show', view, suffix: '' });
    const [times]: unknown[] = await heard;
    if (!Array.isArray(times) || times.length !== many) throw new Error('not all have heard');
    samples.push(...times.map((at) => Number(BigInt(String(at)) - sent) / 1e6));
    await delay(PAUSE);
  }
  return samples;
}

/** For each question of the lesson, milliseconds until who leads has the votes of all. */
async function ballots(leader: Socket, voters: readonly ChildProcess[]): Promise<number[]> {
  const samples: number[] = [];
  for (const [index, { id: step, predict }] of LESSON.steps.entries()) {
    const answer = predict?.answers[0]?.id;
    if (answer === undefined) continue;
    const heard = hearing(leader, (ballot) => ballot?.step === step);
    const view = `?lesson=${LESSON.id}&step=${index + 1}`;
    leader.emit('present', { host: LOCAL_HOST, do: 'show', view, suffix: '' });
    const before = (await heard).ballot?.voted ?? 0;
    await delay(PAUSE);
    const wanted = voters.length === 1 ? 1 : FOLLOWERS;
    if (before >= wanted) continue;
    const all = hearing(leader, (ballot) => ballot?.voted === wanted);
    const begun = performance.now();
    for (const each of voters) each.send({ host: LOCAL_HOST, lesson: LESSON.id, step, answer });
    await all;
    samples.push(performance.now() - begun);
  }
  return samples;
}

/** What who leads is told next that is so. */
function hearing(
  leader: Socket,
  isSo: (ballot: StageMessage['ballot']) => boolean,
): Promise<StageMessage> {
  return new Promise((resolve) => {
    const listen = (message: unknown) => {
      const stage = FROM_STAGE.stage.parse(message);
      if (!isSo(stage.ballot)) return;
      leader.off('stage', listen);
      resolve(stage);
    };
    leader.on('stage', listen);
  });
}

/** Of each who comes late, milliseconds until it is where all are. */
async function latecomers(link: string): Promise<number[]> {
  const { origin } = new URL(link);
  const samples: number[] = [];
  for (let nth = 0; nth < LATE; nth += 1) {
    const answer = await fetch(link, { redirect: 'manual' });
    const Cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const from = performance.now();
    const socket = io(origin, {
      ...{ transports: ['websocket'], forceNew: true },
      extraHeaders: { Origin: origin, Cookie },
    });
    const all = ['led', 'snapshot'].map(
      (event) => new Promise((resolve) => socket.once(event, resolve)),
    );
    socket.on('connect', () => socket.emit('hello', FIRST_HELLO));
    await Promise.all(all);
    samples.push(performance.now() - from);
    socket.disconnect();
  }
  return samples;
}
