import type { Messages } from '../../i18n/messages';
import { isSameMap, OVERFLOW_ID } from '../../model/id-map';
import type { IdMapRow } from '../../model/namespace';
import type { Insides } from '../../inside/insides';
import type { FactState } from '../lens/fact-line';
import type { LensBox } from '../lens/lens-boxes';
import type { Stack } from './stacks';

/** So many rows of a map are told in words. */
const ROWS = 4;

/** What is told in words of how ids are mapped. */
export interface UserFact {
  /** As the answer names it: what scripts find it by. */
  field: 'uidMap' | 'gidMap' | 'setgroups';
  state: FactState;
  /** A sentence or two. */
  text: string;
}

/**
 * What the picture says in words of a stack; of the host's own nothing.
 *
 * @param insides what is known of what namespaces isolate; of one that is not in it nobody asks
 */
export function factsOf(stack: Stack, insides: Insides, words: Messages['lensUser']): UserFact[] {
  return [...mapsSaid(stack, words), ...setgroupsSaid(stack, insides, words)];
}

function mapsSaid({ boxes: [box], map, host }: Stack, words: Messages['lensUser']): UserFact[] {
  if (host || box === undefined || box.namespace === null) return [];
  const { gidMap, unreadable } = box.namespace;
  if (map === null) {
    const text = words.unknownMap(unreadable.uidMap ?? null);
    // That says it of groups as well, unless their map is known.
    return [uids('unknown', text), ...(gidMap === null ? [] : [groupsOf(box, words)])];
  }
  if (map.length === 0) {
    const text = words.nothingMapped(OVERFLOW_ID);
    // No id: that says it of groups as well.
    return [uids('none', text), ...(gidMap?.length === 0 ? [] : [groupsOf(box, words)])];
  }
  const count = map.reduce((sum, [, , length]) => sum + length, 0);
  const text = words.lent(count, rowsSaid(map, words), OVERFLOW_ID);
  return [uids('known', text), groupsOf(box, words)];
}

function uids(state: FactState, text: string): UserFact {
  return { field: 'uidMap', state, text };
}

/** May processes change their groups? The same for all of a stack, or it is not said. */
function setgroupsSaid(
  { boxes, host }: Stack,
  insides: Insides,
  words: Messages['lensUser'],
): UserFact[] {
  if (host) return [];
  const said = boxes.map((box) => setgroupsOf(box, insides, words));
  const [first] = said;
  const same = said.every((each) => each?.text === first?.text);
  return first === undefined || first === null || !same ? [] : [first];
}

/** @returns null: nobody asks */
function setgroupsOf(
  { namespace }: LensBox,
  insides: Insides,
  words: Messages['lensUser'],
): UserFact | null {
  const asked = namespace === null ? undefined : insides.get(namespace.id);
  if (asked === undefined) return null;
  const field = 'setgroups';
  if (asked.is === 'asked') return { field, state: 'asked', text: words.setgroupsAsked };
  if (asked.is === 'refused') {
    return { field, state: 'unknown', text: words.setgroupsRefused(asked.code) };
  }
  const { answer } = asked;
  if (answer.type !== 'user' || answer.setgroups === null) {
    const text = words.setgroupsUnknown(answer.unreadable.setgroups ?? null);
    return { field, state: 'unknown', text };
  }
  return { field, state: 'known', text: words.setgroups[answer.setgroups] };
}

function groupsOf({ namespace }: LensBox, words: Messages['lensUser']): UserFact {
  const field = 'gidMap';
  const { uidMap = null, gidMap = null, unreadable = {} } = namespace ?? {};
  if (gidMap === null) {
    return { field, state: 'unknown', text: words.unknownGroups(unreadable.gidMap ?? null) };
  }
  if (gidMap.length === 0) return { field, state: 'none', text: words.noGroups };
  const same = uidMap !== null && isSameMap(uidMap, gidMap);
  const text = same ? words.sameGroups : words.otherGroups(rowsSaid(gidMap, words));
  return { field, state: 'known', text };
}

function rowsSaid(map: readonly IdMapRow[], words: Messages['lensUser']): string[] {
  const told = map
    .slice(0, ROWS)
    .map(([inside, outside, length]) =>
      words.lends(inside, inside + length - 1, outside, outside + length - 1),
    );
  return map.length > ROWS ? [...told, words.moreRows(map.length - ROWS)] : told;
}
