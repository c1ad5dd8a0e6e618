import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DockerImages } from './docker-images';
import { createDockerFacade, type DockerFacade } from './facade';
import { misbehaviours, TestEngine, type Misbehaviour } from './test-engine';

/* What an engine was recorded to tell of an image, and what it can fail to tell. */

const recorded: unknown = JSON.parse(
  readFileSync(new URL('../../lib/docker/fixtures/image-loaded.json', import.meta.url), 'utf8'),
);
const { history, image } = recorded as { history: { Id: string }[]; image: { Id: string } };
const ID = image.Id;

let folder: string;
let engine: TestEngine;
let facade: DockerFacade;
let images: DockerImages;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  engine = await TestEngine.listen(join(folder, 'd.sock'));
  engine.misbehaves.set('/containers/json', says([{ Id: 'c1', ImageID: ID }, { Id: 'c2' }]));
  engine.misbehaves.set(`/images/${encodeURIComponent(ID)}/json`, says(image));
  engine.misbehaves.set(`/images/${encodeURIComponent(ID)}/history`, says(history));
  facade = createDockerFacade({ kind: 'unix', path: engine.path });
  images = new DockerImages(facade);
});
afterEach(async () => {
  facade.close();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

function says(json: unknown): Misbehaviour {
  return (_request, response) => response.end(JSON.stringify(json));
}

const used = async (running: string[]) => (await images.images(running, 'used')).images;

const asked = (what: string) => engine.requests.filter((each) => each.endsWith(what)).length;

it('one image for all who run from it; how it was made is asked once', async () => {
  const [told, ...others] = await used(['c1', 'c2']);
  expect(others).toEqual([]);
  expect(told).toMatchObject({ id: ID, containers: ['c1'] });
  expect(told?.layers).toHaveLength(5);
  expect(await used(['c1', 'c2'])).toEqual([told]);
  expect(asked('/history')).toBe(1);
  // Nobody runs from it meanwhile: it is not kept.
  expect(await used(['c2'])).toEqual([]);
  await used(['c1']);
  expect(asked('/history')).toBe(2);
});

it('one that was removed while a container runs from it', async () => {
  engine.misbehaves.delete(`/images/${encodeURIComponent(ID)}/json`);
  const [told] = await used(['c1']);
  expect(told).toMatchObject({ id: ID, layers: null, unreadable: { layers: /./ } });
});

it('a history that may not be asked for is said to be forbidden, and the image told all the same', async () => {
  engine.misbehaves.set(`/images/${encodeURIComponent(ID)}/history`, misbehaviours.forbids);
  const [told] = await used(['c1']);
  expect(told?.layers?.map(({ instruction }) => instruction)).toEqual(Array(5).fill(null));
  expect(told?.unreadable['layers.instruction']).toContain('403');
});

it('how one was made is asked again the next time where that failed', async () => {
  engine.misbehaves.set(`/images/${encodeURIComponent(ID)}/history`, misbehaviours.closesAtOnce);
  const [first] = await used(['c1']);
  expect(first?.layers?.map(({ instruction }) => instruction)).toEqual(Array(5).fill(null));
  expect(first?.unreadable['layers.instruction']).toMatch(/./);
  engine.misbehaves.set(`/images/${encodeURIComponent(ID)}/history`, says(history));
  const [second] = await used(['c1']);
  expect(second?.layers?.map(({ instruction }) => instruction)).not.toEqual(Array(5).fill(null));
});

it('where nothing runs, nothing is asked, and how one was made is forgotten', async () => {
  await used(['c1']);
  const before = engine.requests.length;
  expect(await used([])).toEqual([]);
  expect(engine.requests).toHaveLength(before);
  await used(['c1']);
  expect(asked('/history')).toBe(2);
});

it('an odd image hides no others', async () => {
  const odd = 'sha256:0dd';
  const list = says([
    { Id: 'c1', ImageID: ID },
    { Id: 'c2', ImageID: odd },
  ]);
  engine.misbehaves.set('/containers/json', list);
  engine.misbehaves.set(`/images/${encodeURIComponent(odd)}/json`, misbehaviours.closesAtOnce);
  const told = await used(['c1', 'c2']);
  expect(told.map(({ id, layers }) => [id, layers === null])).toEqual([
    [odd, true],
    [ID, false],
  ]);
});

it('a removed image that another was made from takes nothing from that', async () => {
  const [first] = history.filter(({ Id }) => Id !== ID && Id.startsWith('sha256:'));
  const base = first?.Id ?? 'sha256:ba5e';
  const named = history.map((entry, nth) =>
    nth === history.length - 1 ? { ...entry, Id: base } : entry,
  );
  const [whole] = await used(['c1']);
  engine.misbehaves.set(`/images/${encodeURIComponent(ID)}/history`, says(named));
  await used([]);
  const [told] = await used(['c1']);
  expect(told).toEqual(whole);
});

it('what was written is a number, or not told', async () => {
  engine.misbehaves.set('/containers/c1/json?size=', says({ Id: 'c1', SizeRw: 12_288 }));
  engine.misbehaves.set('/containers/c2/json', says({ Id: 'c2' }));
  expect(await images.written('c1')).toBe(12_288);
  expect(await images.written('c2')).toBeNull();
});

const OTHER = 'sha256:07e4';

describe('all that there are', () => {
  beforeEach(() => {
    engine.misbehaves.set(
      '/images/json',
      says([
        { Id: ID, RepoTags: ['web:latest'], Size: 5 },
        { Id: OTHER, RepoTags: ['<none>:<none>'], Size: 7 },
      ]),
    );
    const path = `/images/${encodeURIComponent(OTHER)}`;
    engine.misbehaves.set(`${path}/json`, says({ ...image, Id: OTHER, RepoTags: [] }));
    engine.misbehaves.set(`${path}/history`, says(history));
  });

  it('those that nobody runs from after those of containers, with layers as well, and whom they share these with', async () => {
    const { images: told, unused } = await images.images(['c1'], 'all');
    expect(unused).toBeNull();
    expect(told.map(({ id, containers }) => [id, containers])).toEqual([
      [ID, ['c1']],
      [OTHER, []],
    ]);
    expect(told[1]?.layers?.map(({ sharedWith }) => sharedWith)).toEqual(Array(5).fill([ID]));
    // Those of containers alone leave out what they share with others.
    const [one] = await used(['c1']);
    expect(one?.layers?.map(({ sharedWith }) => sharedWith)).toEqual(Array(5).fill([]));
  });

  it('how they were made is asked once, whoever is asked about between', async () => {
    await images.images(['c1'], 'all');
    await used(['c1']);
    await used([]);
    await images.images(['c1'], 'all');
    expect(asked('/history')).toBe(2);
  });

  it('where nothing runs as well', async () => {
    const { images: told } = await images.images([], 'all');
    expect(told.map(({ id }) => id)).toEqual([ID, OTHER]);
    expect(asked('/containers/json?all=true')).toBe(0);
  });

  it('of those that are too many, what their list tells', async () => {
    images = new DockerImages(facade, 1);
    const { images: told } = await images.images([], 'all');
    expect(told.map(({ layers }) => layers?.length)).toEqual([5, undefined]);
    expect(told[1]).toEqual({
      ...{ id: OTHER, tags: [], bytes: 7, layers: null, steps: null, containers: [] },
      unreadable: { layers: 'too-many', steps: 'too-many' },
    });
  });

  it('a list that may not be asked for costs those of containers nothing', async () => {
    engine.misbehaves.set('/images/json', misbehaviours.forbids);
    const { images: told, unused } = await images.images(['c1'], 'all');
    expect(told.map(({ id }) => id)).toEqual([ID]);
    expect(unused).toContain('403');
  });
});
