import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import type { Image, Layer } from '../../images/image';
import { NO_LAYERS_TOLD, type LayersTold } from '../../images/layers-told';
import { HOST_ROOT, overlayRoot, told } from '../../layout/lens-mnt/fixtures/mounts';
import { containerKey, namespaceId, type NamespaceId } from '../../model/ids';
import { courseMachine } from '../../select/course-machine';
import type { Mark } from '../mark';
import { MntScenes } from './mnt-scene';

/* What layers say in the picture of mounts. */

const HOST = courseMachine.host.namespaces.mnt ?? namespaceId('mnt', '0');

function containerOf(name: string) {
  const container = courseMachine.containers.find((each) => each.name === name);
  if (container === undefined) throw new Error(name);
  return container;
}

const layer = (digest: string, bytes: number | null, instruction: string | null): Layer => ({
  ...{ digest, bytes, instruction, sharedWith: [] },
});

function imageOf(name: string, ...layers: Layer[]): Image {
  const { engine, id } = containerOf(name);
  const unreadable = layers.some((each) => each.instruction === null)
    ? { 'layers.instruction': 'unclear' }
    : undefined;
  const image = { engine, id: name, tags: [], bytes: 1, layers, steps: null, containers: [id] };
  return { ...image, unreadable: unreadable ?? {} };
}

const asTold = (...images: Image[]): LayersTold => ({
  ...NO_LAYERS_TOLD,
  images: { is: 'answered', answer: { images, unreadable: {}, about: null } },
});

/** Two containers on one layer, each with one more of its own. */
function drawn(layers: LayersTold | undefined, height = 700, snapshot = courseMachine) {
  const idOf = (name: string): NamespaceId =>
    containerOf(name).namespaces.mnt ?? namespaceId('mnt', '0');
  const insides = told(
    new Map([
      [idOf('c1'), [overlayRoot('base', 'one')]],
      [idOf('c2'), [overlayRoot('base', 'two')]],
      [HOST, [HOST_ROOT]],
    ]),
  );
  return new MntScenes().draw({
    ...{ snapshot, whole: snapshot, type: 'mnt', insides, layers },
    ...{ colours: new Map(), chosen: new Set(), opened: new Set(), opens: true },
    ...{ room: { width: 1400, height }, messages: messagesFor('en') },
  });
}

type Picture = ReturnType<typeof drawn>;

function marksOf({ parts }: Picture): Mark[] {
  const within = (mark: Mark): Mark[] =>
    mark.kind === 'group' ? [mark, ...mark.children.flatMap(within)] : [mark];
  return parts.flatMap(({ ground, things }) =>
    [...ground, ...things.map(({ drawing }) => drawing)].flatMap(within),
  );
}
const textsOf = (picture: Picture) =>
  marksOf(picture).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const sentenceOf = (picture: Picture, directory: string) =>
  picture.parts.flatMap(({ things }) => things).find(({ key }) => key.endsWith(`/${directory}`))
    ?.sentence;

const BASE = layer('b', 77_900_000, '/bin/sh -c #(nop) ADD file:ab in / ');
const ALL = asTold(
  imageOf('c1', BASE, layer('1', 4_200_000, 'COPY site /www # buildkit')),
  imageOf('c2', BASE, layer('2', 0, '/bin/sh -c mkdir /a')),
);

describe('a layer', () => {
  it('tells what made it and what it takes, and to who points at it all of that', () => {
    const picture = drawn(ALL);
    expect(textsOf(picture)).toEqual(
      expect.arrayContaining(['COPY site /www', '4.2MB', 'RUN mkdir /a', '0B']),
    );
    expect(textsOf(picture)).toContain('77.9MB · on disk once, read by 2');
    expect(sentenceOf(picture, 'one')).toBe('COPY site /www; 4.2MB; read by c1');
    expect(sentenceOf(picture, 'base')).toBe('ADD file:ab in /; 77.9MB; read by c1, c2');
  });

  it('is left out where Docker alone makes it, and no other engine', () => {
    expect(sentenceOf(drawn(ALL), 'INIT')).toBeUndefined();
    const engines = courseMachine.engines.map((each) => ({ ...each, kind: 'podman' as const }));
    const ofPodman = drawn(undefined, 700, { ...courseMachine, engines });
    expect(sentenceOf(ofPodman, 'INIT')).toContain('read by c1, c2');
  });

  it('counts once what two read, and says what it would be', () => {
    expect(textsOf(drawn(ALL))).toEqual(
      expect.arrayContaining(['82.1MB · 3 layers, each once', '160MB if each had a copy']),
    );
  });

  it('is not clear where it is not, with its size where that is', () => {
    const one = imageOf('c1', BASE, layer('1', 5, null));
    const picture = drawn(asTold(one, imageOf('c2', BASE, layer('2', null, null))));
    expect(textsOf(picture).filter((text) => text === '? not clear')).toHaveLength(2);
    expect(textsOf(picture)).toEqual(expect.arrayContaining(['5B']));
    // That nothing is clear is said once, and in its own colour only where that can be read.
    expect(textsOf(picture).filter((text) => text === '' || text.startsWith('? ·'))).toEqual([]);
    expect(marksOf(picture).filter(({ role }) => role === 'unknownGround')).toHaveLength(2);
    expect(sentenceOf(picture, 'two')).toBe(
      'which instruction made it is not clear; what it takes is not clear; read by c2',
    );
    expect(textsOf(picture)).toContain('3 layers, each once');
    expect(textsOf(picture)).toContain('? no sizes: of some layers not clear');
    expect(textsOf(drawn(ALL)).join()).not.toContain('no sizes');
  });

  it('is told of nothing where the image has another number of layers', () => {
    const picture = drawn(asTold(imageOf('c1', BASE), imageOf('c2', BASE, layer('2', 1, 'RUN a'))));
    expect(sentenceOf(picture, 'one')).toMatch(/nothing is known of it/);
    const column = picture.parts.find(({ sentence }) => sentence?.includes('c1') === true);
    expect(column?.sentence).toContain('layers: 1 in its image, 2 mounted');
    expect(textsOf(picture).join()).toContain('? no sizes');
  });

  it('is told of nothing where one directory would be two layers', () => {
    const other = { ...BASE, digest: 'another', bytes: 1 };
    const picture = drawn(
      asTold(
        imageOf('c1', BASE, layer('1', 1, 'RUN a')),
        imageOf('c2', other, layer('2', 1, 'RUN b')),
      ),
    );
    expect(sentenceOf(picture, 'base')).toMatch(/nothing is known of it/);
    expect(sentenceOf(picture, 'one')).toBe('RUN a; 1B; read by c1');
  });

  it('says that sizes are on their way, or why there are none; and nothing where nobody asks', () => {
    expect(textsOf(drawn(NO_LAYERS_TOLD))).toContain('sizes are being read…');
    const refused = {
      ...NO_LAYERS_TOLD,
      images: { is: 'refused', code: 'not-in-recording' },
    } as const;
    expect(textsOf(drawn(refused)).join()).toContain('? no sizes: it was not recorded');
    expect(textsOf(drawn(undefined)).join()).not.toContain('sizes');
    expect(textsOf(drawn(undefined))).not.toContain('…');
  });
});

describe('what a container has written', () => {
  const written = (bytes: number | null): LayersTold => {
    const { engine, id } = containerOf('c1');
    const row = {
      engine,
      container: id,
      bytes,
      unreadable: bytes === null ? { bytes: 'ENODATA' } : {},
    };
    return {
      ...ALL,
      written: new Map([[containerKey(containerOf('c1')), { is: 'answered', answer: row }]]),
    };
  };
  const dataOf = (picture: Picture) =>
    marksOf(picture).flatMap(({ role, data }) =>
      role === 'written' && data !== undefined ? [data.written] : [],
    );

  it('is in its layer, and in the sentence', () => {
    const picture = drawn(written(12_288));
    expect(textsOf(picture)).toContain('12.3kB');
    expect(dataOf(picture)).toEqual([12_288, null]);
    expect(picture.parts.some(({ sentence }) => sentence?.includes('it has written 12.3kB'))).toBe(
      true,
    );
  });

  it('is a question mark where it is not told, with the reason in the sentence', () => {
    const picture = drawn(written(null));
    expect(dataOf(picture)).toEqual([null, null]);
    expect(textsOf(picture)).toContain('?');
    expect(
      picture.parts.some(({ sentence }) => sentence?.includes('what it has written: unknown')),
    ).toBe(true);
  });

  it.each([
    [5, 'the 2 have written 12.3kB together'],
    [null, 'what the 2 have written: unknown'],
  ])('of two in one column is said as of two: %s', (ofSecond, said) => {
    const [first, second] = [containerOf('c1'), containerOf('c2')];
    const { mnt } = first.namespaces;
    const snapshot = {
      ...courseMachine,
      containers: courseMachine.containers.map((each) =>
        each === second ? { ...each, namespaces: { ...each.namespaces, mnt } } : each,
      ),
    };
    const ofFirst = written(12_288);
    const row = { engine: second.engine, container: second.id, bytes: ofSecond, unreadable: {} };
    const both = new Map([
      ...ofFirst.written,
      [containerKey(second), { is: 'answered' as const, answer: row }],
    ]);
    const picture = drawn({ ...ofFirst, written: both }, 700, snapshot);
    expect(picture.parts.map(({ sentence }) => sentence).join()).toContain(said);
  });
});
