import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { dockerSize } from '@lib/images/size';
import { image as imageQuestion } from '@lib/questions/image';
import { images as imagesQuestion } from '@lib/questions/images';
import { written as writtenQuestion } from '@lib/questions/written';
import { freshSnapshot } from './harness/api';
import { barriers } from './harness/axe';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { readRecording } from '../server/source/recording-file';
import { spawnNsview, type Nsview } from './harness/nsview';
import { openNsview } from './harness/pages';
import { until } from './harness/until';

/* What images are made of and what containers have written, against what docker says of them. */

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsv-build-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** With layers of bytes and of none, and instructions that make no layer: the last folder is there already. */
const DOCKERFILE = `FROM ubuntu
ENV COURSE=namespaces
COPY a /srv/a
RUN mkdir -p /var/data
RUN true
WORKDIR /srv
ARG TOKEN=none
RUN dd if=/dev/zero of=/var/data/zeros bs=1k count=300
COPY empty /srv/empty
LABEL part=web
CMD ["sleep", "1d"]
`;

async function build(dockerd: Dockerd, tag: string): Promise<void> {
  writeFileSync(join(folder, 'a'), 'hello\n');
  writeFileSync(join(folder, 'empty'), '');
  writeFileSync(join(folder, 'Dockerfile'), DOCKERFILE);
  demand(await dockerd.cli('build', '--quiet', '--tag', tag, folder), 'docker build');
}

/** Two containers of an image that was built from another one, and one of that. */
async function runThree(dockerd: Dockerd, nsview: Nsview): Promise<void> {
  await build(dockerd, 'web');
  await dockerd.run('--name', 'one', 'web');
  await dockerd.run('--name', 'two', 'web');
  await dockerd.run('--name', 'plain', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
}

const entrySchema = z.object({ CreatedBy: z.string(), Size: z.string(), Comment: z.string() });

/** What `docker history` prints, the oldest first. */
async function historyOf(dockerd: Dockerd, image: string) {
  const said = await dockerd.cli('history', '--no-trunc', '--format', '{{json .}}', image);
  const lines = demand(said, 'docker history').trim().split('\n');
  return lines.map((line) => entrySchema.parse(JSON.parse(line))).reverse();
}

/** The overlay of a container's root: its lower directories, without the one that docker puts over the image's. */
async function lowerDirectories(dockerd: Dockerd, container: string): Promise<string[]> {
  const mounts = readFileSync(`/proc/${await dockerd.leader(container)}/mountinfo`, 'utf8');
  const root = mounts.split('\n').find((line) => line.split(' ')[4] === '/') ?? '';
  const lower = /lowerdir=([^, ]+)/.exec(root)?.[1] ?? '';
  return lower.split(':').slice(1);
}

/** What `docker images` lists: repository → id. */
async function idsOf(dockerd: Dockerd): Promise<ReadonlyMap<string, string>> {
  const listed = await dockerd.cli('images', '--no-trunc', '--format', '{{.Repository}} {{.ID}}');
  const lines = demand(listed, 'docker images').trim().split('\n');
  return new Map(lines.map((line) => line.split(' ') as [string, string]));
}

const dfSchema = z.array(
  z.object({
    ...{ Repository: z.string(), SharedSize: z.string(), UniqueSize: z.string() },
    Containers: z.string(),
  }),
);

const POWERS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** A size, or as docker prints one: four digits of its bytes. */
function fourDigits(size: string | number): number {
  const [, number = '', unit = ''] = /^([\d.]+)(\w+)$/.exec(String(size)) ?? [];
  const bytes = typeof size === 'number' ? size : Number(number) * (POWERS[unit] ?? NaN);
  return Number(bytes.toPrecision(4));
}

async function answerOf<T>(nsview: Nsview, path: string, schema: z.ZodMiniType<T>): Promise<T> {
  const response = await fetch(`${nsview.url}/api/v1/${path}`);
  return schema.parse(await response.json());
}

test('layers: sizes and instructions as docker history has them, as many as the overlay has', async ({
  dockerd,
  nsview,
}) => {
  await runThree(dockerd, nsview);
  const web = await answerOf(nsview, 'images/web', imageQuestion.answer);
  const history = await historyOf(dockerd, 'web');
  const made = history.filter(
    ({ CreatedBy }) => !/#\(nop\) +(ENV|ARG|LABEL|CMD|WORKDIR)|-c true$/.test(CreatedBy),
  );
  expect(made).toHaveLength(5);
  // Step by step as the history has it, and those that made no layer told apart.
  expect(web.steps?.map(({ instruction }) => instruction)).toEqual(
    history.map(({ CreatedBy, Comment }) =>
      (CreatedBy || Comment).replace(/^\|1 TOKEN=none/, '|1 TOKEN=•••'),
    ),
  );
  expect(web.steps?.map(({ makes, layer }) => [makes, layer])).toEqual(
    history.map((entry) =>
      made.includes(entry) ? ['layer', made.indexOf(entry)] : ['nothing', null],
    ),
  );
  expect(
    web.layers?.map(({ instruction, bytes }) => [instruction, dockerSize(bytes ?? -1)]),
  ).toEqual(
    made.map(({ CreatedBy, Comment, Size }) => [
      // Whatever a build was given, its value is not told.
      (CreatedBy || Comment).replace('TOKEN=none', 'TOKEN=•••'),
      Size,
    ]),
  );
  expect(web.layers).toHaveLength((await lowerDirectories(dockerd, 'one')).length);
  expect(web.unreadable).toEqual({});

  const format = ['--format', '{{json .RootFS.Layers}}'];
  const digests = demand(await dockerd.cli('image', 'inspect', ...format, 'web'), 'inspect');
  expect(web.layers?.map(({ digest }) => digest)).toEqual(JSON.parse(digests));
  const ids = demand(
    await dockerd.cli('ps', '-q', '--no-trunc', '-f', 'ancestor=web'),
    'docker ps',
  );
  expect(web.containers).toEqual(ids.trim().split('\n').sort());

  // What the others are that are there decides whom layers are shared with: only these are compared.
  const { images } = await answerOf(nsview, 'images?used=1', imagesQuestion.answer);
  expect(images.map(({ tags }) => tags.join()).sort()).toEqual(['ubuntu:latest', 'web:latest']);
  const plain = images.find(({ tags }) => tags.includes('ubuntu:latest'));
  expect(plain?.layers?.[0]?.sharedWith).toEqual([web.id]);
  const missing = await fetch(`${nsview.url}/api/v1/images/elsewhere`);
  expect(missing.status).toBe(404);
});

test('an image that was loaded: never another instruction than its layer’s, and what is unclear says so', async ({
  dockerd,
  nsview,
}) => {
  await build(dockerd, 'web');
  await dockerd.run('--name', 'built', 'web');
  await freshSnapshot(nsview);
  const built = await answerOf(nsview, 'images/web', imageQuestion.answer);
  const packed = join(folder, 'web.tar');
  demand(await dockerd.cli('save', '-o', packed, 'web'), 'docker save');
  await dockerd.clear();
  demand(await dockerd.cli('rmi', '-f', 'web'), 'docker rmi');
  // How it was made is kept while somebody runs from it, or the engine lists it.
  await expect
    .poll(async () => {
      const { images } = await answerOf(nsview, 'images', imagesQuestion.answer);
      return images.some(({ id, containers }) => id === built.id || containers.length > 0);
    })
    .toBe(false);
  demand(await dockerd.cli('load', '-i', packed), 'docker load');
  await dockerd.run('--name', 'loaded', 'web');
  await freshSnapshot(nsview);
  const loaded = await answerOf(nsview, 'images/web', imageQuestion.answer);
  expect(loaded.layers).toHaveLength(5);
  const known = loaded.layers?.filter(({ instruction }) => instruction !== null) ?? [];
  expect(known.length).toBeGreaterThan(0);
  expect(known.length).toBeLessThan(5);
  expect(loaded.unreadable).toMatchObject({ 'layers.instruction': 'unclear' });
  // A step is not said to have made another layer than it has, or one where it made none.
  expect(loaded.steps).toHaveLength(built.steps?.length ?? NaN);
  loaded.steps?.forEach(({ makes, layer }, nth) => {
    if (makes !== 'unclear') expect(makes).toBe(built.steps?.[nth]?.makes);
    if (layer !== null) expect(layer).toBe(built.steps?.[nth]?.layer);
  });
  expect(loaded.steps?.some(({ makes }) => makes === 'unclear')).toBe(true);
  loaded.layers?.forEach((layer, nth) => {
    const truth = built.layers?.[nth];
    expect(layer.digest).toBe(truth?.digest);
    expect([null, truth?.instruction]).toContain(layer.instruction);
    expect([null, truth?.bytes]).toContain(layer.bytes);
  });
});

test('on the page: all images, their layers the lowest first, and what they share', async ({
  dockerd,
  nsview,
  page,
}) => {
  await runThree(dockerd, nsview);
  await openNsview(page, nsview, 'select=container:one');
  await page.getByRole('button', { name: 'All images' }).click();
  const dialog = page.getByRole('dialog', { name: 'Images and their layers' });
  await expect(page).toHaveURL(/images=1/);

  const ids = await idsOf(dockerd);
  await expect(dialog.locator('[data-image-id]').first()).toBeVisible();
  const shown = await dialog
    .locator('[data-image-id]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-image-id')));
  expect(shown.slice(0, 2)).toEqual([ids.get('ubuntu'), ids.get('web')]);

  const web = dialog.locator(`[data-image-id="${ids.get('web') ?? ''}"]`);
  for (const summary of await web.locator('summary').all()) await summary.click();
  const came = await web
    .locator('[data-step]')
    .evaluateAll((all) =>
      all.map((each) => each.getAttribute('data-made') ?? each.getAttribute('data-step')),
    );
  const none = 'nothing';
  expect(came).toEqual(['0', none, '1', '2', none, none, none, '3', '4', none, none]);
  await expect(web.locator('[data-step="nothing"]').first()).toContainText('no layer');
  const digests = await web
    .locator('[data-layer]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-layer')));
  const format = ['--format', '{{json .RootFS.Layers}}'];
  const told = demand(await dockerd.cli('image', 'inspect', ...format, 'web'), 'inspect');
  expect(digests).toEqual(JSON.parse(told));
  // What the one from which it was built has as well, and nothing else: others that were built before may have it too.
  await expect(web.locator('[data-shared]')).toHaveCount(1);
  await expect(web.locator('[data-shared]')).toContainText(/shared with .*ubuntu:latest/);
  await expect(web.locator('[data-layer]').first().locator('[data-shared]')).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  const answer = await answerOf(nsview, 'images/web', imageQuestion.answer);
  const shared = (answer.layers ?? []).filter(({ sharedWith }) => sharedWith.length > 0);
  const sizes = await dockerd.cli('system', 'df', '-v', '--format', '{{json .Images}}');
  const rows = z
    .array(z.object({ Repository: z.string(), SharedSize: z.string() }))
    .parse(JSON.parse(demand(sizes, 'docker system df')));
  const bytes = shared.reduce((sum, layer) => sum + (layer.bytes ?? NaN), 0);
  // It prints four digits where the history has three.
  expect(rows.find(({ Repository }) => Repository === 'web')?.SharedSize).toBe(
    `${Number((bytes / 1e6).toPrecision(4))}MB`,
  );

  await web.getByRole('button', { name: 'two' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/select=container:two/);
  await expect(page).not.toHaveURL(/images=1/);
});

test('images that nobody runs from, by a key and by an address, as docker system df has them', async ({
  ownDockerd,
  ownNsview,
  page,
}) => {
  const dockerd = await ownDockerd();
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  await build(dockerd, 'web');
  demand(await dockerd.cli('tag', 'web', 'shop:2'), 'docker tag');
  await dockerd.run('--name', 'plain', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const ids = await idsOf(dockerd);
  const { images } = await answerOf(nsview, 'images', imagesQuestion.answer);
  expect(new Set(images.map(({ id }) => id))).toEqual(new Set(ids.values()));
  const web = images.find(({ id }) => id === ids.get('web'));
  expect(web).toMatchObject({ tags: ['shop:2', 'web:latest'], containers: [] });
  const { images: used } = await answerOf(nsview, 'images?used=1', imagesQuestion.answer);
  expect(used.map(({ id }) => id)).toEqual([ids.get('ubuntu')]);

  // What each shares and has alone, as the engine counts it itself.
  const said = await dockerd.cli('system', 'df', '-v', '--format', '{{json .Images}}');
  const rows = dfSchema.parse(JSON.parse(demand(said, 'docker system df')));
  // Of the names of one image it tells one.
  expect(rows).toHaveLength(2);
  for (const { Repository, SharedSize, UniqueSize, Containers } of rows) {
    const layers = images.find(({ id }) => id === ids.get(Repository))?.layers ?? [];
    const bytes = (isShared: boolean) =>
      layers
        .filter(({ sharedWith }) => sharedWith.length > 0 === isShared)
        .reduce((sum, layer) => sum + (layer.bytes ?? NaN), 0);
    expect([fourDigits(SharedSize), fourDigits(UniqueSize)], Repository).toEqual([
      fourDigits(bytes(true)),
      fourDigits(bytes(false)),
    ]);
    expect(Containers, Repository).toBe(Repository === 'ubuntu' ? '1' : '0');
  }

  await openNsview(page, nsview, '');
  await page.keyboard.press('m');
  const dialog = page.locator('[data-images]');
  const unused = dialog.locator('[data-unused]');
  await expect(unused).toHaveAttribute('data-unused', '1');
  await expect(unused).toContainText('No container runs from this one now');
  await expect(unused.locator('[data-image-id]')).toHaveAttribute(
    'data-image-id',
    ids.get('web') ?? '',
  );
  await expect(dialog.locator('[data-image-id]')).toHaveCount(2);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await openNsview(page, nsview, 'images=1&lang=zh-CN');
  await expect(page.getByRole('dialog', { name: '镜像与它们的层' })).toBeVisible();
  await expect(unused).toContainText('现在没有容器使用这个镜像');
});

test('what a container has written, as docker ps -s has it', async ({ dockerd, nsview }) => {
  await dockerd.run('--name', 'writer', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'other', 'ubuntu', 'sleep', '1d');
  demand(
    await dockerd.cli('exec', 'writer', 'dd', 'if=/dev/zero', 'of=/kept', 'bs=1k', 'count=12'),
    'docker exec',
  );
  await freshSnapshot(nsview);
  const path = 'ask/written?containers=writer,other,nobody';
  const { written } = await answerOf(nsview, path, writtenQuestion.answer);
  expect(written.map(({ bytes }) => bytes)).toEqual([12_288, 0]);
  const said = await dockerd.cli('ps', '-s', '-f', 'name=writer', '--format', '{{.Size}}');
  expect(demand(said, 'docker ps').trim()).toMatch(new RegExp(`^${dockerSize(12_288)} `));
});

test('record --inside: what was told of layers then is told again', async ({
  dockerd,
  nsview,
  ownNsview,
}) => {
  await dockerd.run('--name', 'kept', 'ubuntu', 'sleep', '1d');
  const write = ['dd', 'if=/dev/zero', 'of=/kept', 'bs=1k', 'count=3'];
  demand(await dockerd.cli('exec', 'kept', ...write), 'docker exec');
  await freshSnapshot(nsview);
  // Recorded is what is shown of images: those that containers run from.
  const now = await answerOf(nsview, 'images?used=1', imagesQuestion.answer);
  const file = join(folder, 'layers.gz');
  const recorder = spawnNsview(['record', '--inside', '-o', file, '--docker', dockerd.endpoint]);
  await until(
    'the recording has layers',
    async () => (await readRecording(file).catch(() => null))?.layers.at(0) ?? false,
    20_000,
  );
  expect(await recorder.stop('SIGINT').then(() => recorder.exitCode)).toBe(0);
  await dockerd.clear();

  const replayed = await ownNsview({ args: ['--open', file] });
  const then = await answerOf(replayed, 'images', imagesQuestion.answer);
  expect(then.images).toEqual(now.images);
  expect(then.images).toHaveLength(1);
  const path = 'ask/written?containers=kept';
  const { written } = await answerOf(replayed, path, writtenQuestion.answer);
  expect(written.map(({ bytes }) => bytes)).toEqual([3072]);
});
