import { describe, expect, it } from 'vitest';
import { announcement } from '../facts/announcement';
import { toldDifferences } from '../facts/differences';
import { endings } from '../facts/endings';
import { toldGone } from '../facts/gone';
import { happenings } from '../facts/happenings';
import { inShort } from '../facts/in-short';
import { tipLines } from '../facts/picture-tip';
import { hopText } from '../facts/reach';
import { containerFacts } from '../facts/container';
import { pidLines } from '../facts/sight/pid-lines';
import { messagesFor } from '../i18n/messages';
import { pidInside } from '../inside/pid';
import { goneRows } from '../matrix/gone-rows';
import type { Snapshot } from '../model/snapshot';
import { kernelScene } from '../scene/kernel/kernel-scene';
import { MntScenes } from '../scene/lens-mnt/mnt-scene';
import { NetScenes } from '../scene/lens-net/net-scene';
import { UserScenes } from '../scene/lens-user/user-scene';
import { LensScenes } from '../scene/lens-scene';
import type { LensPainter, LensSubject } from '../scene/lens-picture';
import { container, courseMachine } from '../select/course-machine';
import { sharingGraph } from '../sharing/graph';
import { compare } from '../timeline/compare';
import { EventTeller } from '../timeline/events';

/* A Docker and a Podman have a c1 each: wherever one of them is named alone, its engine is told. */

const messages = messagesFor('en');
const [docker = expect.fail('an engine')] = courseMachine.engines;
const PODMAN = 'podman:unix:///run/podman/podman.sock';
const namesake = container({ name: 'c1', engine: PODMAN, state: 'exited' });
const machine: Snapshot = {
  ...courseMachine,
  engines: [docker, { ...docker, id: PODMAN, kind: 'podman' }],
  containers: [...courseMachine.containers, namesake].map((each) =>
    each.engine === PODMAN ? each : { ...each, labels: { 'com.docker.compose.project': 'course' } },
  ),
};
const of = (name: string, { containers }: Snapshot = machine) =>
  containers.find((each) => each.name === name) ?? expect.fail(name);
const c1 = of('c1');
const c2 = of('c2');
const without = (name: string): Snapshot => ({
  ...machine,
  containers: machine.containers.filter((each) => each.name !== name || each === namesake),
});

function happened(before: Snapshot, after: Snapshot): string[] {
  return happenings(new EventTeller(before).tell(1000, after), messages.timeline);
}

/** All that a picture says, also to who does not see it, but for what scripts find it by. */
function saidBy(picture: unknown): string[] {
  if (Array.isArray(picture)) return picture.flatMap(saidBy);
  if (typeof picture !== 'object' || picture === null) return [];
  return Object.entries(picture).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? (['text', 'sentence'].includes(key) ? [value] : []) : saidBy(value),
  );
}

function lens(painter: LensPainter, type: LensSubject['type']): string[] {
  const snapshot = machine;
  return saidBy(
    painter.draw({
      ...{ snapshot, whole: machine, type, insides: new Map(), messages },
      ...{ colours: new Map(), chosen: new Set(), opened: new Set(), opens: true },
      room: { width: 1400, height: 900 },
    }),
  );
}

const PLACES: Record<string, () => string[]> = {
  'an announcement of one that is gone': () => announcement(machine, without('c1'), messages),
  'an announcement of a joining': () => announcement(without('c2'), machine, messages),
  'with whom it ends': () => endings(c2, machine, messages),
  'who ends with it': () => endings(c1, machine, messages),
  'what its PID namespace isolates, in short': () => {
    const inside = pidInside(c1.namespaces.pid ?? expect.fail('pid'), machine);
    return [...inShort({ ...inside, through: null }, machine, messages).parts];
  },
  'whose processes another sees': () => {
    const facts = containerFacts(machine, c2);
    const fact = facts.namespaces.find(({ type }) => type === 'pid') ?? expect.fail('a fact');
    const sees = facts.sees ?? expect.fail('processes');
    return saidParts(
      pidLines({ snapshot: machine, container: c2, fact, sees, now: 0, messages }).headline,
    );
  },
  'what it is called in full': () => [containerFacts(machine, c1).named],
  'that it came': () => happened(without('c1'), machine),
  'that it went': () => happened(machine, without('c1')),
  'whose namespace another joined': () => happened(without('c2'), machine),
  'what is different of it': () =>
    toldDifferences(compare(machine, without('c1')), messages.timeline).map(({ title }) => title),
  'with whom another was': () =>
    toldDifferences(compare(machine, without('c1')), messages.timeline).flatMap(
      ({ facts }) => facts,
    ),
  'what is gone, in a line': () =>
    toldGone(compare(machine, without('c1')), without('c1'), null, messages).map(
      ({ name }) => name,
    ),
  'what is gone, in a row': () =>
    goneRows(compare(machine, without('c1')), without('c1'), messages).map(({ name }) => name),
  'a hop on the way through networks': () => [
    hopText(
      { where: c1.namespaces.net, back: false, says: { code: 'nobody-listens', port: 80 } },
      machine,
      messages,
    ),
  ],
  'the members of a project': () =>
    tipLines(
      { kind: 'project', project: 'course' },
      sharingGraph(machine),
      machine,
      messages,
      false,
    ).map(({ text }) => text),
  'the picture of the kernel': () =>
    saidBy(
      kernelScene({
        ...{ snapshot: machine, whole: machine, chosen: new Set(), process: null, messages },
        ...{ colours: new Map(), isOpen: false, brief: false, opens: true },
        room: { width: 1400, height: 900 },
      }),
    ),
  'the lens of PIDs': () => lens(new LensScenes(), 'pid'),
  'the lens of names': () => lens(new LensScenes(), 'uts'),
  'the lens of networks': () => lens(new NetScenes(), 'net'),
  'the lens of mounts': () => lens(new MntScenes(), 'mnt'),
  'the lens of users': () => lens(new UserScenes(), 'user'),
};

function saidParts(parts: readonly (string | { code: string })[]): string[] {
  return parts.map((part) => (typeof part === 'string' ? part : part.code));
}

/** The name, and nothing that tells which of those that have it. */
const BARE = /(^|[^\w-])c1(?![\w@-])/;

describe('what two engines both have a container of the name of', () => {
  it.each(Object.entries(PLACES))('is told with its engine: %s', (_, said) => {
    const texts = said();
    expect(texts.filter((text) => text.includes('c1@docker'))).not.toEqual([]);
    expect(texts.filter((text) => BARE.test(text))).toEqual([]);
  });

  it('needs no engine where one engine has it alone', () => {
    const alone = { ...machine, containers: courseMachine.containers };
    expect(announcement(without('c1'), alone, messages).join()).not.toContain('@');
    expect(endings(c2, alone, messages).join()).not.toContain('@');
  });
});
