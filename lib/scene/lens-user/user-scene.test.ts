import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import type { Insides } from '../../inside/insides';
import { nearestInDirection } from '../../layout/nearest';
import { containerKey } from '../../model/ids';
import type { Namespace } from '../../model/namespace';
import { courseMachine } from '../../select/course-machine';
import { dotKey } from '../lens-dot';
import type { LensSubject } from '../lens-picture';
import type { Mark } from '../mark';
import { UserScenes } from './user-scene';
import { userAnswer, whoIsWho } from './who-is-who';

const messages = messagesFor('en');
const vault = courseMachine.containers.find(({ name }) => name === 'vault');
const c1 = courseMachine.containers.find(({ name }) => name === 'c1');
if (vault === undefined || c1 === undefined) throw new Error('the course has both');
const user = vault.namespaces.user;
if (user === null) throw new Error('vault has a user namespace');

const subject = (changes: Partial<LensSubject> = {}): LensSubject => ({
  ...{ snapshot: courseMachine, whole: courseMachine, type: 'user', insides: new Map() },
  colours: new Map(courseMachine.containers.map((each) => [containerKey(each), '#123456'])),
  ...{ chosen: new Set(), opened: new Set(), opens: true },
  ...{ room: { width: 1000, height: 600 }, messages, ...changes },
});
const draw = (changes: Partial<LensSubject> = {}) => new UserScenes().draw(subject(changes));

/** All marks, also those in groups. */
function flat(marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...flat(mark.children)] : [mark]));
}
const marksOf = (changes: Partial<LensSubject> = {}) =>
  draw(changes).parts.flatMap(({ ground, things }) =>
    flat([...ground, ...things.map(({ drawing }) => drawing)]),
  );
const textsOf = (changes: Partial<LensSubject> = {}) =>
  marksOf(changes).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

/** Where a process of vault's is a user of its own, and what that is called. */
const snapshot = {
  ...courseMachine,
  processes: courseMachine.processes.map((each) =>
    each.pid === 9001 ? { ...each, uid: 231_173 } : each,
  ),
};
const named: Insides = new Map([
  [
    user,
    {
      is: 'answered',
      answer: {
        ...{ type: 'user', uidMap: [[0, 231_072, 65_536]], gidMap: [], setgroups: 'allow' },
        names: { inside: { '101': 'nginx' }, outside: {} },
        ...{ through: 'pid 9000', unreadable: {} },
      },
    },
  ],
]);

/** What is told of maps: which fact, in which state, whether scripts and eyes find that it is unknown. */
const factsIn = (changes: Partial<LensSubject>) =>
  marksOf(changes).flatMap((mark) => {
    if (mark.kind !== 'group' || mark.data?.fact === undefined) return [];
    const { fact, state, unreadable } = mark.data;
    return [[fact, state, unreadable, flat(mark.children).every(isAmber)]];
  });
const isAmber = ({ is }: Mark) => is?.includes('notKnown') === true;

describe('the picture of user namespaces', () => {
  it('has a box for each, with its map, and dots by the keys that they have in every lens', () => {
    const { parts, dots } = draw();
    const box = parts.find(({ key }) => key === user);
    expect(box?.frame.data).toEqual({ box: user, count: 2, 'id-map': '0 231072 65536' });
    expect(box?.dots.map(({ key }) => key)).toEqual([9000, 9001].map(dotKey));
    expect(dots.filter(({ process }) => process.container === vault.id)).toHaveLength(2);
    const [known, unmapped] = box?.dots.map(({ sentence }) => sentence) ?? [];
    expect(known).toMatch(/, in vault, user 0 here, 231072 on the host$/);
    expect(unmapped).toMatch(/user 1000 on the host, not mapped here: looks like 65534$/);
  });

  it('says on the ruler that 0 inside is 231072 outside, and draws the band there', () => {
    const data = marksOf().flatMap((mark) => (mark.data === undefined ? [] : [mark.data]));
    expect(data).toContainEqual({ id: 0, outside: 231_072 });
    expect(data).toContainEqual({ band: '0 231072 65536', of: user });
    expect(data).toContainEqual({
      band: '0 0 4294967295',
      of: courseMachine.host.namespaces.user,
    });
  });

  it('calls nobody by a name but root, until it is told', () => {
    expect(textsOf()).toContain('root');
    const [before, after] = [textsOf({ snapshot }), textsOf({ snapshot, insides: named })];
    expect(before).not.toContain('nginx');
    expect(before).not.toContain('no name');
    expect(after).toContain('nginx');
    // Of these the machine's own file has no line; of 65534 it was not asked.
    expect(after.filter((text) => text === 'no name')).toHaveLength(2);
    expect(after).toContain(messages.lensUser.setgroups.allow);
    const part = draw({ snapshot, insides: named }).parts.find(({ key }) => key === user);
    expect(part?.things[0]?.sentence).toContain(messages.lensUser.called(['101 nginx']));
  });

  it('says why what is asked for is not there', () => {
    const { setgroupsAsked, setgroupsRefused } = messages.lensUser;
    expect(textsOf({ insides: new Map([[user, { is: 'asked' }]]) })).toContain(setgroupsAsked);
    const refused = { is: 'refused', code: 'not-in-recording' } as const;
    expect(textsOf({ insides: new Map([[user, refused]]) })).toContain(
      `? ${setgroupsRefused('not-in-recording')}`,
    );
    for (const text of textsOf()) expect(text).not.toContain('setgroups');
  });

  it('says that a map is not known, and stands its processes beside any ruler', () => {
    const namespaces = courseMachine.namespaces.map((each) =>
      each.id === user ? { ...each, uidMap: null, unreadable: { uidMap: 'EACCES' } } : each,
    );
    const snapshot = { ...courseMachine, namespaces };
    const texts = textsOf({ snapshot, whole: snapshot });
    expect(texts).toContain(`? ${messages.lensUser.unknownMap('EACCES')}`);
    expect(texts).toContain(messages.lensUser.unknown);
    const amber = marksOf({ snapshot, whole: snapshot }).filter(({ is }) =>
      is?.includes('notKnown'),
    );
    expect(amber.map(({ role }) => role)).toEqual(['mapFact', 'slot']);
    const { parts } = draw({ snapshot, whole: snapshot });
    expect(parts.find(({ key }) => key === user)?.dots).toHaveLength(2);
  });

  it('says in amber what of it is not known, and in no other colour what there is none of', () => {
    const withVault = (changes: Partial<Namespace>) => {
      const namespaces = courseMachine.namespaces.map((each) =>
        each.id === user ? { ...each, ...changes } : each,
      );
      const snapshot = { ...courseMachine, namespaces };
      const refused: Insides = new Map([[user, { is: 'refused', code: 'gone' }]]);
      return factsIn({ snapshot, whole: snapshot, insides: refused });
    };
    expect(withVault({ gidMap: null, unreadable: { gidMap: 'EACCES' } })).toEqual([
      ['uidMap', 'known', null, false],
      ['gidMap', 'unknown', 'gidMap', true],
      ['setgroups', 'unknown', 'setgroups', true],
    ]);
    expect(withVault({ gidMap: [] })).toEqual([
      ['uidMap', 'known', null, false],
      ['gidMap', 'none', null, false],
      ['setgroups', 'unknown', 'setgroups', true],
    ]);
    // The one sentence says it of both.
    expect(withVault({ uidMap: null, gidMap: null, unreadable: { uidMap: 'EACCES' } })).toEqual([
      ['uidMap', 'unknown', 'uidMap', true],
      ['setgroups', 'unknown', 'setgroups', true],
    ]);
  });

  it('says in the sentence of a box what is written in it', () => {
    const insides: Insides = new Map([[user, { is: 'asked' }]]);
    const part = draw({ insides }).parts.find(({ key }) => key === user);
    const { sameGroups, setgroupsAsked, lends } = messages.lensUser;
    for (const sentence of [part?.sentence, part?.things[0]?.sentence]) {
      expect(sentence).toContain(lends(0, 65_535, 231_072, 296_607));
      expect(sentence).toContain(sameGroups);
      expect(sentence).toContain(setgroupsAsked);
    }
  });

  it('lets arrows walk to all that is said, also between boxes', () => {
    const { parts, places } = draw();
    const keys = parts.flatMap(({ things, dots }) => [...things, ...dots].map(({ key }) => key));
    const reached = new Set(keys.slice(0, 1));
    for (const from of reached) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = nearestInDirection(places, from, direction);
        if (next !== null) reached.add(next);
      }
    }
    expect(keys.filter((key) => !reached.has(key))).toEqual([]);
    const between = parts.flatMap(({ frame, sentence, things }) =>
      frame.role === 'between' ? [{ sentence, things }] : [],
    );
    expect(between).toHaveLength(1);
    expect(between[0]?.sentence).toContain('Hatched');
    const { rootIs, rootIsRoot } = messages.lensUser;
    expect(between[0]?.things.map((thing) => thing.sentence)).toEqual([
      whoIsWho(userAnswer(courseMachine, new Set()), Infinity, messages.lensUser),
      rootIsRoot(3, []),
      rootIs(['vault'], 231_072, 231_072),
    ]);
  });

  it('draws a box that is not chosen as it was when another is chosen', () => {
    const scenes = new UserScenes();
    const before = scenes.draw(subject());
    const after = scenes.draw(subject({ chosen: new Set([containerKey(c1)]) }));
    const dots = ({ parts }: typeof before) => parts.flatMap((part) => part.dots);
    const anew = dots(after).filter((dot, nth) => dot !== dots(before)[nth]);
    expect(anew.map(({ drawing }) => drawing.data?.process)).toEqual(
      courseMachine.processes.filter(({ container }) => container === c1.id).map(({ pid }) => pid),
    );
  });
});

describe('the sentence above it', () => {
  const said = (...chosen: string[]) =>
    whoIsWho(userAnswer(courseMachine, new Set(chosen)), 9, messages.lensUser);

  it('has the same number in all containers, those alike together', () => {
    expect(said()).toBe(
      'User 0 in c1, c2 and metrics is 0 on the host; user 0 in vault is 231072 on the host.',
    );
    expect(userAnswer(courseMachine, new Set()).warns).toBe(true);
  });

  it('answers what is selected: two containers, one, a namespace', () => {
    expect(said(containerKey(c1), containerKey(vault))).toBe(
      'User 0 in c1 is 0 on the host; user 0 in vault is 231072 on the host.',
    );
    expect(said(containerKey(vault))).toBe('User 0 in vault is 231072 on the host.');
    expect(said(user)).toBe('User 0 in vault is 231072 on the host.');
    expect(userAnswer(courseMachine, new Set([user])).warns).toBe(false);
  });

  it('asks for the user that the first of them runs as', () => {
    const processes = courseMachine.processes.map((each) =>
      each.pid === c1.pid ? { ...each, uid: 101 } : each,
    );
    const both = new Set([containerKey(c1), containerKey(vault)]);
    const answer = userAnswer({ ...courseMachine, processes }, both);
    expect(whoIsWho(answer, 9, messages.lensUser)).toBe(
      'User 101 in c1 is 101 on the host; user 101 in vault is 231173 on the host.',
    );
    expect(answer.warns).toBe(false);
  });
});
