import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import type { Insides } from '../../inside/insides';
import { containerKey } from '../../model/ids';
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
    const processes = courseMachine.processes.map((each) =>
      each.pid === 9001 ? { ...each, uid: 231_173 } : each,
    );
    const snapshot = { ...courseMachine, processes };
    const [before, after] = [textsOf({ snapshot }), textsOf({ snapshot, insides: named })];
    expect(before).not.toContain('nginx');
    expect(before).not.toContain('no name');
    expect(after).toContain('nginx');
    // Of these the machine's own file has no line; of 65534 it was not asked.
    expect(after.filter((text) => text === 'no name')).toHaveLength(2);
    expect(after).toContain(messages.lensUser.setgroups.allow);
  });

  it('says why what is asked for is not there', () => {
    const { setgroupsAsked, setgroupsRefused } = messages.lensUser;
    expect(textsOf({ insides: new Map([[user, { is: 'asked' }]]) })).toContain(setgroupsAsked);
    const refused = { is: 'refused', code: 'not-in-recording' } as const;
    expect(textsOf({ insides: new Map([[user, refused]]) })).toContain(
      setgroupsRefused('not-in-recording'),
    );
    for (const text of textsOf()) expect(text).not.toContain('setgroups');
  });

  it('says that a map is not known, and stands its processes beside any ruler', () => {
    const namespaces = courseMachine.namespaces.map((each) =>
      each.id === user ? { ...each, uidMap: null, unreadable: { uidMap: 'EACCES' } } : each,
    );
    const snapshot = { ...courseMachine, namespaces };
    const texts = textsOf({ snapshot, whole: snapshot });
    expect(texts).toContain(messages.lensUser.unknownMap('EACCES'));
    expect(texts).toContain(messages.lensUser.unknown);
    const amber = marksOf({ snapshot, whole: snapshot }).filter(({ is }) =>
      is?.includes('notKnown'),
    );
    expect(amber.map(({ role }) => role)).toEqual(['mapFact', 'slot']);
    const { parts } = draw({ snapshot, whole: snapshot });
    expect(parts.find(({ key }) => key === user)?.dots).toHaveLength(2);
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
