import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import { sampleMount } from '../../inside/fixtures/sample-mount';
import type { Insides } from '../../inside/insides';
import type { MountInside } from '../../inside/mnt';
import { HOST_ROOT, overlayRoot, told } from '../../layout/lens-mnt/fixtures/mounts';
import { monoWidth } from '../../layout/mono-text';
import { containerKey, namespaceId, type NamespaceId } from '../../model/ids';
import { courseMachine } from '../../select/course-machine';
import type { LensSubject } from '../lens-picture';
import { LensScenes } from '../lens-scene';
import type { Mark } from '../mark';
import { MntScenes } from './mnt-scene';

const idOf = (name: string): NamespaceId =>
  courseMachine.containers.find((each) => each.name === name)?.namespaces.mnt ??
  namespaceId('mnt', '0');
const HOST = courseMachine.host.namespaces.mnt ?? namespaceId('mnt', '0');

function subject(insides: Insides, changes: Partial<LensSubject> = {}): LensSubject {
  return {
    ...{ snapshot: courseMachine, whole: courseMachine, type: 'mnt', insides },
    colours: new Map(courseMachine.containers.map((each) => [containerKey(each), '#123456'])),
    ...{ chosen: new Set(), opened: new Set(), opens: true, room: { width: 1200, height: 600 } },
    ...{ messages: messagesFor('en'), ...changes },
  };
}

const draw = (mounts: Record<string, MountInside[]>, changes: Partial<LensSubject> = {}) => {
  const known = Object.entries(mounts).map(([name, all]) => [idOf(name), all] as const);
  const landmarks = new Map([[HOST, ['/etc/shadow', '/home']]]);
  const insides = told(new Map([...known, [HOST, [HOST_ROOT]]]), landmarks);
  return new MntScenes().draw(subject(insides, changes));
};

type Picture = ReturnType<MntScenes['draw']>;

/** All marks of a picture, with those in groups. */
function marksOf({ parts }: Picture): Mark[] {
  const within = (mark: Mark): Mark[] =>
    mark.kind === 'group' ? [mark, ...mark.children.flatMap(within)] : [mark];
  return parts.flatMap(({ frame, ground, things, dots }) =>
    within({
      ...frame,
      children: [...ground, ...[...things, ...dots].map(({ drawing }) => drawing)],
    }),
  );
}
const dataOf = (picture: Picture, name: string) =>
  marksOf(picture).flatMap(({ data }) => (data?.[name] === undefined ? [] : [data[name]]));
const textsOf = (picture: Picture) =>
  marksOf(picture).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

const ubuntu = (...more: MountInside[]) => [overlayRoot('base'), ...more];
const volume = sampleMount({
  ...{ target: '/data', kind: 'volume', hostPath: '/v/volumes/kept/_data' },
});

describe('the picture of mounts', () => {
  it('without any answer is that of boxes, and asks about all', () => {
    const nothing = subject(new Map());
    const { asks, ...picture } = new MntScenes().draw(nothing);
    const { asks: _, ...boxes } = new LensScenes().draw(nothing);
    expect(picture).toEqual(boxes);
    expect(asks.map(({ id }) => id)).toEqual(expect.arrayContaining([HOST, idOf('c1')]));
  });

  it('is that of boxes where all is refused, and says why once', () => {
    const ids = courseMachine.namespaces.filter(({ type }) => type === 'mnt').map(({ id }) => id);
    const refused: Insides = new Map(
      ids.map((id) => [id, { is: 'refused', code: 'not-in-recording' }]),
    );
    const picture = new MntScenes().draw(subject(refused));
    expect(dataOf(picture, 'box')).toContain(idOf('c1'));
    expect(textsOf(picture)).not.toContain('/');
    const { inside, lensMnt } = messagesFor('en');
    const note = `? ${lensMnt.nothingKnown} ${inside.refused('not-in-recording')}`;
    const said = picture.parts.filter(({ sentence }) => sentence?.includes(note));
    expect(said).toHaveLength(1);
    expect(textsOf(picture).join(' ').split(lensMnt.nothingKnown)).toHaveLength(2);
    expect(dataOf(picture, 'unreadable')).toEqual(['mounts']);
  });

  it('has each namespace, each process, and a place for whatever can be walked to', () => {
    const picture = draw({ c1: ubuntu(), c2: ubuntu(volume), metrics: ubuntu() });
    const ids = courseMachine.namespaces.filter(({ type }) => type === 'mnt').map(({ id }) => id);
    expect(dataOf(picture, 'box').toSorted()).toEqual(expect.arrayContaining(ids.toSorted()));
    const things = picture.parts.flatMap((part) => [...part.things, ...part.dots]);
    for (const { key } of things) expect([...picture.places.keys()]).toContain(key);
    const inContainers = courseMachine.processes.filter(({ container }) => container !== null);
    const dots = picture.dots.map(({ process }) => process.pid);
    for (const { pid } of inContainers) expect(dots).toContain(pid);
  });

  it('draws a layer once under all that read it', () => {
    const picture = draw({
      c1: [overlayRoot('base', 'one')],
      c2: [overlayRoot('base', 'two')],
      metrics: [overlayRoot('other')],
      vault: ubuntu(),
    });
    const kept = '/var/lib/docker/overlay2/l';
    expect(dataOf(picture, 'layer').toSorted()).toEqual(
      ['base', 'one', 'other', 'two'].map((name) => `${kept}/${name}`),
    );
    expect(dataOf(picture, 'readers').toSorted()).toEqual([1, 1, 1, 3]);
    expect(textsOf(picture)).toContain('4 layers, each once');
    expect(textsOf(picture)).toContain('6 if each container had its own');
  });

  it('ties what several have of the host together', () => {
    const also = { ...volume, target: '/also', options: ['ro'] };
    const picture = draw({ c1: ubuntu(volume), c2: ubuntu(also) });
    expect(dataOf(picture, 'wire')).toEqual([volume.hostPath]);
    expect(dataOf(picture, 'to')).toEqual([`${idOf('c1')} ${idOf('c2')}`]);
    const plugs = marksOf(picture).filter(({ role }) => role === 'plug');
    expect(plugs.map(({ is }) => is?.includes('ro'))).toEqual(
      expect.arrayContaining([true, false]),
    );
  });

  it('does not draw to the host what was mounted by an engine that sees other files', () => {
    const engines = courseMachine.engines.map((each) => ({
      ...each,
      namespaces: { ...each.namespaces, mnt: namespaceId('mnt', '99') },
    }));
    const snapshot = { ...courseMachine, engines };
    const picture = draw({ c1: ubuntu(volume) }, { snapshot, whole: snapshot });
    expect(dataOf(picture, 'wire')).toEqual([]);
    expect(dataOf(picture, 'mount')).toEqual(['/data']);
  });

  it('says of a path that no container has mounted it only as far as that is known', () => {
    const one = draw({ c1: ubuntu(sampleMount({ hostPath: '/home/me' })) });
    expect(dataOf(one, 'unseen')).toEqual(['/etc/shadow']);
    expect(textsOf(one)).toContain('Not mounted, as far as is known');
    expect(dataOf(one, 'unreadable')).toContain('unseen');
    const all = Object.fromEntries(
      courseMachine.containers.filter(({ pid }) => pid > 0).map(({ name }) => [name, ubuntu()]),
    );
    expect(textsOf(draw(all))).toContain('No container has mounted');
  });

  it('says so of all containers, also of those that a filter hides', () => {
    const all = Object.fromEntries(
      courseMachine.containers.filter(({ pid }) => pid > 0).map(({ name }) => [name, ubuntu()]),
    );
    const mounts = { ...all, c2: ubuntu(sampleMount({ hostPath: '/home/me' })) };
    const hidden = courseMachine.containers.filter(({ name }) => name !== 'c2');
    const namespaces = courseMachine.namespaces.filter(({ id }) => id !== idOf('c2'));
    const snapshot = { ...courseMachine, containers: hidden, namespaces };
    const picture = draw(mounts, { snapshot });
    expect(dataOf(picture, 'box')).not.toContain(idOf('c2'));
    expect(dataOf(picture, 'unseen')).toEqual(['/etc/shadow']);
    expect(picture.asks.map(({ id }) => id)).toContain(idOf('c2'));
  });

  it('says why nothing is known of one, and that another is being read', () => {
    const insides: Insides = new Map([
      ...told(new Map([[idOf('c1'), ubuntu()]])),
      [idOf('c2'), { is: 'refused', code: 'failed' }],
      [idOf('metrics'), { is: 'asked' }],
    ]);
    const picture = new MntScenes().draw(subject(insides));
    const said = textsOf(picture).join(' ');
    expect(said).toContain('? Not told');
    expect(said).toContain('Being read…');
    expect(dataOf(picture, 'unreadable')).toContain('mounts');
  });

  it('has one column for those that are alike where there is no room, until it is opened', () => {
    const narrow = { room: { width: 500, height: 600 } };
    const three = { c1: ubuntu(), c2: ubuntu(), metrics: ubuntu(), vault: ubuntu(volume) };
    const picture = draw(three, narrow);
    expect(dataOf(picture, 'alike')).toEqual([3]);
    expect(dataOf(picture, 'readers')).toEqual([4]);
    const key = [...picture.places.keys()].find((each) => each.startsWith('open alike')) ?? '';
    const opened = draw(three, { ...narrow, opened: new Set([key.replace('open ', '')]) });
    expect(dataOf(opened, 'alike')).toEqual([]);
    // What closes them is above them, and is reached by the same key.
    expect(dataOf(opened, 'opened')).toEqual([3]);
    expect(opened.places.has(key)).toBe(true);
    expect(textsOf(opened).join(' ')).toContain('show as one');
    expect(dataOf(draw(three, { ...narrow, chosen: new Set([idOf('c1')]) }), 'alike')).toEqual([]);
  });

  it('names with breaks in them stay on a line', () => {
    const odd = { ...volume, target: '/a\nb\u001b[2J' };
    for (const text of textsOf(draw({ c1: ubuntu(odd) }))) expect(text).not.toMatch(/\p{Cc}/u);
  });

  it('what is dangerous has a sign and is said, however many tags come before it', () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ ...volume, target: `/m${n}` }));
    const socket = sampleMount({ target: '/d.sock', hostPath: '/run/docker.sock' });
    const picture = draw({ c1: ubuntu(...many, socket) });
    expect(dataOf(picture, 'mount')[0]).toBe('/d.sock');
    const tag = marksOf(picture).find(({ data }) => data?.['mount'] === '/d.sock');
    const signs = tag?.kind === 'group' ? tag.children.filter(({ role }) => role === 'icon') : [];
    expect(signs).toHaveLength(1);
    const box = picture.parts.find(({ key }) => key === idOf('c1'));
    expect(box?.sentence).toContain(
      '/d.sock from /run/docker.sock (rw), dangerous: who may talk to it is root on the host',
    );
  });

  it('tags for which there is no room are named by one that opens them', () => {
    const many = Array.from({ length: 9 }, (_, n) => {
      return sampleMount({ target: `/m${n}`, hostPath: `/srv/${n}` });
    });
    const picture = draw({ c1: ubuntu(...many) });
    expect(dataOf(picture, 'more')).toEqual([3]);
    const key = `tags ${idOf('c1')}`;
    const thing = picture.parts
      .flatMap(({ things }) => things)
      .find((at) => at.key === `open ${key}`);
    expect(thing?.sentence).toMatch(/^\+3 more; \/m\d from \/srv\/\d \(rw\); /);
    expect(picture.places.has(`open ${key}`)).toBe(true);
    const opened = draw({ c1: ubuntu(...many) }, { opened: new Set([key]) });
    expect(dataOf(opened, 'mount')).toHaveLength(9);
    expect(textsOf(opened)).toContain('show fewer');
  });

  it('a cord to a folded tag ends at the one that stands for it, and says where', () => {
    const many = Array.from({ length: 9 }, (_, n) => {
      return sampleMount({ target: `/m${n}`, hostPath: `/srv/${n}` });
    });
    const picture = draw({ c1: ubuntu(...many) });
    const to = dataOf(picture, 'to');
    expect(to.length).toBeGreaterThan(6);
    expect(new Set(to)).toEqual(new Set([idOf('c1')]));
  });

  it.each([
    ['at 720 lines', 940, 490],
    ['from the back row', 752, 392],
  ])('however many cords there are, columns are seen %s', (_name, width, height) => {
    const many = Array.from({ length: 14 }, (_, n) => {
      return sampleMount({ target: `/m${n}`, hostPath: `/srv/${n}` });
    });
    const picture = draw({ c1: ubuntu(...many) }, { room: { width, height } });
    expect(dataOf(picture, 'wire').length).toBeGreaterThan(2);
    expect(picture.places.get(idOf('c1'))?.y).toBeLessThan(height / 2);
    // Above all cords, so that none goes through it.
    const cords = picture.parts.find(({ key }) => key === 'cords');
    const texts = cords?.ground.flatMap((mark) =>
      (mark.kind === 'group' ? mark.children : [mark]).filter(({ kind }) => kind === 'text'),
    );
    const [highest] = (texts ?? []).sort((a, b) => {
      return a.kind === 'text' && b.kind === 'text' ? a.y - b.y : 0;
    });
    expect(highest?.kind === 'text' ? highest.text : '').toMatch(
      /^\d+ more of the host, without a cord here$/,
    );
  });

  it('a long path is shortened inside, within what is seen', () => {
    const hostPath = `/srv/${'folder/'.repeat(30)}end`;
    const room = { width: 700, height: 600 };
    const long = sampleMount({ target: '/data', hostPath });
    const picture = draw({ c1: ubuntu(), c2: ubuntu(), vault: ubuntu(long) }, { room });
    expect(picture.size.width).toBeGreaterThan(room.width);
    const label = marksOf(picture).find((mark) => {
      return mark.kind === 'text' && mark.text.startsWith('/srv/folder');
    });
    if (label?.kind !== 'text') throw new Error('the path is not written');
    expect(label.text).toMatch(/^\/srv\/folder.*….*end$/);
    expect(label.x + monoWidth(label.text, 12)).toBeLessThanOrEqual(room.width);
  });

  it('names in full the column of what could not be read', () => {
    const [first, ...rest] = courseMachine.processes;
    if (first === undefined) throw new Error('there is no process');
    const unread = { ...first, namespaces: { ...first.namespaces, mnt: null } };
    const snapshot = { ...courseMachine, processes: [unread, ...rest] };
    const room = { width: 700, height: 600 };
    const texts = textsOf(draw({ c1: ubuntu() }, { snapshot, whole: snapshot, room }));
    expect(texts).toEqual(expect.arrayContaining(['could not be', 'read']));
  });

  it('thousands of mounts take few words', () => {
    const many = Array.from({ length: 3000 }, (_, n) => ({ ...volume, target: `/m${n}` }));
    const picture = draw({ c1: ubuntu(...many) });
    expect(textsOf(picture)).toContain('+2994 more');
    for (const { sentence } of picture.parts) expect(sentence?.length ?? 0).toBeLessThan(1000);
  });

  it('is the same whatever the order of lists', () => {
    const mounts = { c1: ubuntu(volume), c2: [overlayRoot('base', 'x')], metrics: ubuntu() };
    const turned = {
      ...courseMachine,
      namespaces: courseMachine.namespaces.toReversed(),
      containers: courseMachine.containers.toReversed(),
      processes: courseMachine.processes.toReversed(),
    };
    const { parts, size } = draw(mounts);
    const again = draw(mounts, { snapshot: turned, whole: turned });
    expect(again.size).toEqual(size);
    expect(again.parts.map(({ ground }) => ground)).toEqual(parts.map(({ ground }) => ground));
  });
});
