import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LAB, LAB_CLEAN, LAB_COMMANDS, LAB_RUN, LAB_STOP } from '../lib/api/lab-paths';
import { commandsOf, endedAsSaid } from '../lib/lessons/commands-of';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { DockerLog } from './harness/docker-log';
import { expect, test } from './harness/fixtures';
import { LabClient, outcomeOf } from './harness/lab';
import { writeLesson } from './harness/lab-lesson';
import { courseLesson } from './harness/course-lesson';
import { until } from './harness/until';

/* The lab, by HTTP: what it runs, what it does not, and that it leaves all alone that it has not made. */

const LABEL = 'nsview.lesson';
const FOLDER = '/tmp/nsview-lab-e2e';

/** Everything that lessons' labels are on. */
async function labelledThings(dockerd: Dockerd): Promise<string[]> {
  const filter = ['--filter', `label=${LABEL}`, '-q'];
  const lists = [
    ['ps', '-a'],
    ['images', '-a'],
    ['network', 'ls'],
    ['volume', 'ls'],
  ];
  const told = await Promise.all(
    lists.map(async (list) => demand(await dockerd.cli(...list, ...filter), list.join(' '))),
  );
  return told.flatMap((ids) => ids.split('\n')).filter(Boolean);
}

async function lifetimes(dockerd: Dockerd, names: readonly string[]): Promise<string> {
  const format = ['--format', '{{.Id}} {{.State.StartedAt}} {{.State.Status}}'];
  return demand(await dockerd.cli('inspect', ...format, ...names), 'docker inspect');
}

test.describe('the lab', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-lab-'));
  const lesson = join(folder, 'own.yaml');
  test.afterAll(() => {
    rmSync(folder, { recursive: true });
    rmSync(FOLDER, { recursive: true, force: true });
  });

  test('is off unless it was asked for: nothing is run, and a sentence says why', async ({
    nsview,
  }) => {
    const lab = new LabClient(nsview);
    expect(await lab.state()).toMatchObject({ state: 'off', because: { code: 'off' } });
    const asked = [
      await fetch(`${nsview.url}${LAB_COMMANDS}?lesson=isolation`),
      await lab.post(LAB_RUN, { lesson: 'isolation', step: 'start-c1', command: 0, suffix: '' }),
      await lab.post(LAB_STOP, {}),
      await lab.post(LAB_CLEAN, {}),
      await lab.post(LAB, {}),
    ];
    for (const response of asked) {
      expect([response.url, response.status]).toEqual([response.url, 403]);
      expect(await response.json()).toMatchObject({ error: expect.stringContaining('--lab') });
    }
    const other = await lab.post(LAB_CLEAN, {}, { 'Accept-Language': 'zh-CN' });
    expect(await other.json()).toMatchObject({ error: expect.stringContaining('实验室') });
  });

  test('does the lesson on isolation beside a c1 and a c2 of somebody else', async ({
    dockerd,
    ownNsview,
  }) => {
    await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
    await dockerd.run('--name', 'c2', 'ubuntu', 'sleep', '1d');
    const before = await lifetimes(dockerd, ['c1', 'c2']);
    const log = new DockerLog(dockerd.socket);
    await log.listen();
    try {
      const nsview = await ownNsview({ docker: log.endpoint, args: ['--lab'] });
      const lab = new LabClient(nsview);
      await until('the lab is ready', async () => (await lab.state()).state === 'ready', 10_000);
      await until('it says so', () => nsview.stdout.includes('the lab is on'), 10_000);
      const { id, steps } = courseLesson('isolation');
      const commands = await lab.commands(id);
      expect(commands.filter(({ runs }) => !runs)).toEqual([]);
      expect(commands).toHaveLength(steps.flatMap(commandsOf).length);
      for (const step of steps) {
        for (const command of commandsOf(step).keys()) {
          const what = { lesson: id, step: step.id, command };
          const { exit, because, ends, text, said } = outcomeOf(await lab.run(what, 'mine'));
          expect([what, ends, because]).toEqual([what, 1, undefined]);
          const ended = { exit: exit ?? null, because: null, news: [], text, left: 0, at: 0 };
          expect([what, ended, endedAsSaid(step, command, ended)]).toEqual([what, ended, true]);
          if (step.id === 'ps-in-c1') expect(text).toContain('sleep 1d');
          if (step.id === 'ps-in-both') expect(text).toContain('sleep 999d');
          // It is called by its id, and told by its name.
          if (step.id === 'remove-c2') expect(text).toBe('c2-mine');
          if (step.id === 'start-c1') expect(said).toContain('labelled');
        }
      }
      expect(log.calls.length).toBeGreaterThan(20);
      expect(log.unlabelled(LABEL)).toEqual([]);
      expect(await labelledThings(dockerd)).toEqual([]);
      expect(await lifetimes(dockerd, ['c1', 'c2'])).toBe(before);
      // What is somebody else's is refused by the lab itself, with a sentence.
      const foreign = await lab.run({ lesson: id, step: 'remove-c2', command: 0 });
      expect(outcomeOf(foreign)).toMatchObject({ exit: null, because: 'not-labelled' });
      expect(await lifetimes(dockerd, ['c1', 'c2'])).toBe(before);
    } finally {
      log.close();
    }
  });

  test('takes what is not as it should be for a mistake', async ({ dockerd, ownNsview }) => {
    writeLesson(lesson, ['docker run --privileged ubuntu sleep 1d'], 'sleep');
    const args = ['--lab', '--lesson', lesson];
    const nsview = await ownNsview({ docker: dockerd.endpoint, args });
    const lab = new LabClient(nsview);
    const right = { lesson: 'own', step: 'all', command: 0, suffix: '' };
    const json = { 'Content-Type': 'text/plain' };
    const statuses = {
      hostile: (await lab.post(LAB_RUN, right)).status,
      lesson: (await lab.post(LAB_RUN, { ...right, lesson: 'none' })).status,
      step: (await lab.post(LAB_RUN, { ...right, step: 'none' })).status,
      command: (await lab.post(LAB_RUN, { ...right, command: 1 })).status,
      suffix: (await lab.post(LAB_RUN, { ...right, suffix: ' -v /:/x' })).status,
      line: (await lab.post(LAB_RUN, { ...right, line: 'id' })).status,
      type: (await lab.post(LAB_RUN, right, json)).status,
      text: (await lab.post(LAB_RUN, '{')).status,
      long: (await lab.post(LAB_RUN, `${' '.repeat(5000)}{}`)).status,
      origin: (await lab.post(LAB_RUN, right, { Origin: 'http://far.example' })).status,
      method: (await fetch(nsview.url + LAB_RUN)).status,
    };
    expect(statuses).toEqual({
      ...{ hostile: 403, lesson: 404, step: 404, command: 404, suffix: 400, line: 400 },
      ...{ type: 400, text: 400, long: 400, origin: 403, method: 400 },
    });
    expect(await labelledThings(dockerd)).toEqual([]);
  });

  test('does one thing at a time, and stops it; killed, the next start cleans up', async ({
    dockerd,
    ownNsview,
  }) => {
    await dockerd.run('--name', 'foreign', '-v', '/data', 'ubuntu', 'sleep', '1d');
    demand(await dockerd.cli('network', 'create', 'foreign'), 'docker network create');
    const before = await lifetimes(dockerd, ['foreign']);
    const volumes = demand(await dockerd.cli('volume', 'ls', '-q'), 'docker volume ls');
    writeLesson(
      lesson,
      [
        'docker network create nsview-e2e',
        'docker volume create nsview-e2e',
        'docker run --name c1 -v /own --network nsview-e2e -d ubuntu sleep 1d',
        `mkdir -p ${FOLDER}`,
        `printf 'FROM ubuntu\\nRUN true\\n' > ${FOLDER}/Dockerfile`,
        `docker build -t nsview-e2e ${FOLDER}`,
        'docker exec c1 sleep 55',
      ],
      'sh, sleep',
    );
    const log = new DockerLog(dockerd.socket);
    await log.listen();
    try {
      const options = { docker: log.endpoint, args: ['--lab', '--lesson', lesson] };
      const killed = await ownNsview(options);
      const lab = new LabClient(killed);
      const nth = (command: number) => ({ lesson: 'own', step: 'all', command });
      for (const command of [0, 1, 2, 3, 4, 5]) {
        const came = outcomeOf(await lab.run(nth(command)));
        expect([command, came.exit, came.text]).toEqual([command, 0, came.text]);
      }
      const sleeping = lab.run(nth(6));
      await until('it sleeps', async () => (await lab.state()).running !== null, 5000);
      expect(await lab.run(nth(0))).toMatchObject({ status: 409, code: 'busy' });
      expect(await lab.stop()).toEqual({ stopped: nth(6) });
      expect(outcomeOf(await sleeping)).toMatchObject({ exit: null, because: 'stopped', ends: 1 });
      expect(await lab.stop()).toEqual({ stopped: null });

      const cut = lab.run(nth(6)).catch(() => null);
      await until('it sleeps again', async () => (await lab.state()).running !== null, 5000);
      await killed.stop('SIGKILL');
      await cut;
      const next = await ownNsview(options);
      const after = new LabClient(next);
      await until('it says so', () => next.stdout.includes('lessons have left 5 things'), 15_000);
      const { left } = await after.state();
      expect(left).toMatchObject({
        containers: [{ name: 'c1', lesson: 'own' }],
        images: [{ name: 'nsview-e2e:latest', lesson: 'own' }],
        networks: [{ name: 'nsview-e2e', lesson: 'own' }],
        volumes: [{ name: 'nsview-e2e', lesson: 'own' }],
        folders: [FOLDER],
      });
      expect(await after.clean('another')).toMatchObject({ removed: { containers: [] } });
      expect(await after.clean('own')).toEqual({ removed: left, kept: [] });
      expect(await labelledThings(dockerd)).toEqual([]);
      expect(existsSync(FOLDER)).toBe(false);
      expect(log.unlabelled(LABEL)).toEqual([]);
    } finally {
      log.close();
    }
    expect(await lifetimes(dockerd, ['foreign'])).toBe(before);
    expect(demand(await dockerd.cli('volume', 'ls', '-q'), 'docker volume ls')).toBe(volumes);
    const networks = demand(await dockerd.cli('network', 'ls', '-q', '-f', 'name=foreign'), 'ls');
    expect(networks).not.toBe('');
    demand(await dockerd.cli('image', 'inspect', 'ubuntu'), 'docker image inspect');
  });

  test('makes an image of this machine where none is to be had', async ({
    ownDockerd,
    ownNsview,
  }) => {
    const dockerd = await ownDockerd();
    demand(await dockerd.cli('rmi', 'ubuntu'), 'docker rmi');
    const nsview = await ownNsview({ docker: dockerd.endpoint, args: ['--lab'] });
    const lab = new LabClient(nsview);
    const run = async (step: string) =>
      outcomeOf(await lab.run({ lesson: 'isolation', step, command: 0 }));
    const first = await run('start-c1');
    expect(first).toMatchObject({ exit: 0 });
    expect(first.said).toEqual(['pull-failed', 'image-made', 'labelled', 'runs']);
    expect(await run('ps-in-c1')).toMatchObject({
      exit: 0,
      text: expect.stringMatching(/sleep 1d/),
    });
    const again = await run('start-c2');
    expect(again.said).toEqual(['image-instead', 'labelled', 'runs']);
    expect((await dockerd.cli('exec', 'c1', 'ps', '-aux')).stdout).toContain('sleep 1d');
    const { images } = (await lab.clean('isolation')).removed;
    expect(images.map(({ name, lesson: of }) => [name, of])).toEqual([
      ['nsview-lesson:latest', 'lab'],
    ]);
    expect(await labelledThings(dockerd)).toEqual([]);
  });
});
