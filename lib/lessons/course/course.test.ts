import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Lesson, Step, Text } from '../lesson';
import { parseLesson } from '../parse';
import { SHIPPED_LESSONS } from '../shipped';
import { isVeiled } from '../veiled';

/** In the order of the course. */
const IDS: readonly string[] = SHIPPED_LESSONS;

/** What the course says, and the steps that show it, each as `lesson/step`. */
const COURSE: Record<string, string[]> = {
  'A Dockerfile is built to a layered image.': ['images/build', 'images/build-again'],
  'An image is run as a container.': ['images/run', 'images/second-instance'],
  'An image is pushed to a registry.': ['images/push'],
  'An image is pulled from a registry.': ['images/remove-here', 'images/pull'],
  'A container is a process.': ['process/two-numbers', 'process/parent'],
  'One or more applications.': ['process/several', 'process/one-more'],
  'With all their dependencies.': ['process/dependencies'],
  'A process on the Linux kernel, which cannot see everything.': ['process/cannot-see'],
  'The host sees it.': ['process/two-numbers', 'process/cannot-see'],
  'The host can signal it.': ['process/stop', 'process/continue', 'process/kill-host'],
  'Containers call the same host kernel.': ['kernel/one-kernel', 'kernel/one-boot'],
  'Through system calls, the one that a process is in right now.': [
    'kernel/syscall',
    'kernel/host-calls',
  ],
  "A virtual machine's applications call the guest's kernel.": ['kernel/virtual-machine'],
  'pid: processes isolated from each other.': ['namespaces/pid-ten', 'isolation/ps-in-c2'],
  'pid: the same number can exist once in every namespace.': [
    'namespaces/pid-ten',
    'isolation/start-c2',
  ],
  'mnt: restricted access to mounts.': ['namespaces/mnt-read-only', 'namespaces/mnt-proc'],
  'mnt: restricted access to the root filesystem.': ['namespaces/mnt-root'],
  'net: only certain network devices.': ['namespaces/net-devices', 'namespaces/net-none'],
  'net: its own firewall and routing rules.': ['namespaces/net-firewall'],
  'net: its own socket port numbers.': ['namespaces/net-ports', 'namespaces/net-port-taken'],
  'net: cannot see all traffic.': ['namespaces/net-traffic'],
  'net: cannot reach all endpoints.': ['namespaces/net-none', 'namespaces/net-island'],
  'user: a different set of user ids.': ['namespaces/user-zero'],
  'user: user 0 inside one namespace can differ from user 0 in another.': ['namespaces/user-zero'],
  "user: don't use the host's root (0) inside a container.": [
    'namespaces/user-root',
    'namespaces/user-1000',
  ],
  'cgroups limit what a process may use: RAM.': ['limits/memory-hit', 'limits/memory-first'],
  'cgroups limit what a process may use: disk.': ['limits/disk'],
  'cgroups limit what a process may use: CPU.': ['limits/cpu'],
  'namespaces limit what it can see: other processes.': ['limits/two-halves'],
  'namespaces limit what it can see: users.': ['namespaces/user-zero'],
  'namespaces limit what it can see: the filesystem.': ['namespaces/mnt-root'],
  'c1 is started.': ['isolation/start-c1'],
  'ps in c1 lists only its own.': ['isolation/ps-in-c1'],
  'c2 is started.': ['isolation/start-c2'],
  'ps in c2 lists only its own.': ['isolation/ps-in-c2'],
  'On the host both are there under other PIDs.': ['isolation/ps-on-host'],
  'c2 is removed.': ['isolation/remove-c2'],
  'A mistyped mode is refused.': ['isolation/mistyped'],
  "c2 is started in c1's PID namespace.": ['isolation/join'],
  'ps in c2 and in c1 now list both.': ['isolation/ps-in-both'],
};

/** Commands of the course that are typed word for word. */
const TYPED = [
  'docker run --name c1 -d ubuntu sh -c "sleep 1d"',
  'docker exec c1 ps aux',
  'docker run --name c2 -d ubuntu sh -c "sleep 999d"',
  'docker exec c2 ps aux',
  'docker rm c2 --force',
  'docker run --name c2 --pid=contariner:c1 -d ubuntu sh -c "sleep 999d"',
  'docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 999d"',
];

/**
 * Steps whose picture is seen while they ask: what they ask about comes about only then, or was seen long ago. The
 * picture of any other one is veiled until somebody has answered.
 */
const OPEN: readonly string[] = [
  'images/build',
  'images/build-again',
  'images/pull',
  'images/recap',
  'images/run',
  'images/second-instance',
  'isolation/join',
  'isolation/remove-c2',
  'isolation/start-c1',
  'isolation/start-c2',
  'kernel/recap',
  'kernel/syscall',
  'limits/cpu',
  'limits/disk',
  'limits/memory-first',
  'limits/memory-hit',
  'limits/memory-limit',
  'limits/pids',
  'limits/recap',
  'limits/two-halves',
  'namespaces/mnt-read-only',
  'namespaces/mnt-root',
  'namespaces/net-island',
  'namespaces/net-none',
  'namespaces/net-port-taken',
  'namespaces/net-ports',
  'namespaces/pid-ten',
  'process/continue',
  'process/kill-host',
  'process/one-more',
  'process/recap',
  'process/several',
  'process/stop',
  'process/two-numbers',
];

const HERE = new URL('.', import.meta.url);
const FILES = readdirSync(HERE).filter((name) => name.endsWith('.yaml'));
/** Rules that are those of every lesson are held by `parseLesson`. */
const READ = FILES.map((name) => parseLesson(readFileSync(new URL(name, HERE), 'utf8')));
const LESSONS = READ.flatMap((read) => ('lesson' in read ? [read.lesson] : []));
const STEPS = LESSONS.flatMap((lesson) =>
  lesson.steps.map((step): [string, Step] => [at(lesson, step), step]),
);

function at({ id }: Lesson, step: Step): string {
  return `${id}/${step.id}`;
}

/** All texts of a step. */
function textsOf({ title, say, watch, why, predict, hints }: Step): Text[] {
  const answers = predict?.answers.flatMap((answer) => [answer.text, answer.why]) ?? [];
  return [
    title,
    say,
    watch,
    why,
    predict?.ask,
    ...answers,
    ...hints.map((hint) => hint.say),
  ].filter((text) => text !== undefined);
}

/** A trace is what nsview can check; where there is none the learner says what was seen. */
function leavesTrace({ done }: Step): boolean {
  return !('answered' in done);
}

test('the six lessons are there without a mistake, each in the file of its name', () => {
  expect(READ.flatMap((read) => ('problems' in read ? read.problems : []))).toEqual([]);
  expect(LESSONS.map(({ id }) => `${id}.yaml`)).toEqual(FILES);
  expect(LESSONS.map(({ id }) => id).sort()).toEqual([...IDS].sort());
});

test('every sentence of the course is shown by a step, and each of these steps is there', () => {
  const there = new Set(STEPS.map(([name]) => name));
  for (const [sentence, steps] of Object.entries(COURSE)) {
    expect(steps, sentence).not.toEqual([]);
    expect(
      steps.filter((step) => !there.has(step)),
      sentence,
    ).toEqual([]);
  }
});

test('the demonstration of the course is typed word for word, in its order', () => {
  const lines = LESSONS.find(({ id }) => id === 'isolation')?.steps.flatMap(({ run }) => run) ?? [];
  const places = TYPED.map((line) => lines.indexOf(line));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

describe.each(LESSONS)('the lesson $id', (lesson) => {
  test('ends with a variation and a recap, and asks in each step before it', () => {
    expect(lesson.steps.slice(-2).map(({ kind }) => kind)).toEqual(['vary', 'recap']);
    const silent = lesson.steps.filter(({ kind, predict }) => kind !== 'vary' && !predict);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('leaves no folder of its own behind on the host', () => {
    const folders = (steps: readonly Step[]) =>
      new Set(steps.flatMap(({ run }) => run.join('\n').match(/\/tmp\/nsview-\w+/g) ?? []));
    const recap = lesson.steps.slice(-1);
    expect(folders(recap)).toEqual(folders(lesson.steps));
    for (const line of recap.flatMap(({ run }) => run.filter((each) => each.includes('/tmp/')))) {
      expect(line).toMatch(/^(sudo )?rm -rf? /);
    }
  });

  test('is told in English and in Chinese, in each of its texts', () => {
    for (const text of [lesson.title, lesson.about, ...lesson.steps.flatMap(textsOf)]) {
      expect(Object.keys(text).sort(), JSON.stringify(text)).toEqual(['en', 'zh-CN']);
      expect(text.en).toMatch(/\S/);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
      expect(text['zh-CN']).toMatch(/\S/);
    }
  });
});

test('texts have the quotes of print, not those of a shell', () => {
  const texts = LESSONS.flatMap(({ title, about, steps }) => [
    title,
    about,
    ...steps.flatMap(textsOf),
  ]);
  const straight = texts.flatMap((text) => Object.values(text)).filter((text) => /['"]/.test(text));
  expect(straight).toEqual([]);
});

describe.each(STEPS)('the step %s', (name, step) => {
  test('has two near misses or more if it leaves a trace, else a question to complete it by', () => {
    if (leavesTrace(step)) expect(step.near.length).toBeGreaterThanOrEqual(2);
    else expect(step.predict, name).toBeDefined();
  });

  test('says what completes it: in its commands, or apart where they are left to the learner', () => {
    expect(step.solve.length > 0).toBe(step.kind === 'vary');
    expect(step.run.length > 0).toBe(step.kind !== 'vary');
  });

  test('has commands that a shell takes', () => {
    for (const line of [...step.run, ...step.solve, ...step.near]) {
      expect(() => execFileSync('sh', ['-n', '-c', line], { stdio: 'pipe' }), line).not.toThrow();
    }
  });

  test('makes no container but those of its lesson', () => {
    const lesson = LESSONS.find((each) => at(each, step) === name);
    for (const line of [...step.run, ...step.solve, ...step.near]) {
      const makes = line.match(/docker (run|create) /g)?.length ?? 0;
      const named = [...line.matchAll(/docker (?:run|create) --name (\S+) /g)].map(([, to]) => to);
      expect(named.length, line).toBe(makes);
      expect(
        named.filter((to) => lesson?.containers.includes(to ?? '') !== true),
        line,
      ).toEqual([]);
    }
  });

  test('says what is shown beside it', () => {
    expect(step.focus).toMatch(/^view=/);
  });
});

test('what a question asks is in no picture before it is asked', () => {
  const open = STEPS.filter(([, step]) => step.predict && !isVeiled(step, undefined));
  expect(open.map(([name]) => name).sort()).toEqual([...OPEN].sort());
});
