import type { Messages } from '../../i18n/messages';
import { isSameMap, OVERFLOW_ID } from '../../model/id-map';
import type { IdMapRow } from '../../model/namespace';
import type { Insides } from '../../inside/insides';
import type { LensBox } from '../lens/lens-boxes';
import type { Stack } from './stacks';

/** So many rows of a map are told in words. */
const ROWS = 4;

/**
 * What the picture says in words of a stack; of the host's own nothing.
 *
 * @param insides what is known of what namespaces isolate; of one that is not in it nobody asks
 */
export function factsOf(stack: Stack, insides: Insides, words: Messages['lensUser']): string[] {
  return [...mapsSaid(stack, words), ...setgroupsSaid(stack, insides, words)];
}

function mapsSaid({ boxes: [box], map, host }: Stack, words: Messages['lensUser']): string[] {
  if (host || box === undefined || box.namespace === null) return [];
  const { namespace } = box;
  if (map === null) return [words.unknownMap(namespace.unreadable.uidMap ?? null)];
  if (map.length === 0)
    return [
      words.nothingMapped(OVERFLOW_ID),
      ...(namespace.gidMap?.length === 0 ? [] : groupsOf(box, words)),
    ];
  const count = map.reduce((sum, [, , length]) => sum + length, 0);
  return [
    words.lent(count, rowsSaid(map, words)),
    ...groupsOf(box, words),
    words.notMapped(OVERFLOW_ID),
  ];
}

/** May processes change their groups? The same for all of a stack, or it is not said. */
function setgroupsSaid(
  { boxes, host }: Stack,
  insides: Insides,
  words: Messages['lensUser'],
): string[] {
  if (host) return [];
  const said = boxes.map(({ namespace }) => {
    const asked = namespace === null ? undefined : insides.get(namespace.id);
    if (asked === undefined) return null;
    if (asked.is === 'asked') return words.setgroupsAsked;
    if (asked.is === 'refused') return words.setgroupsRefused(asked.code);
    const { answer } = asked;
    if (answer.type !== 'user' || answer.setgroups === null) {
      return words.setgroupsUnknown(answer.unreadable.setgroups ?? null);
    }
    return words.setgroups[answer.setgroups];
  });
  const [first = null, ...others] = new Set(said);
  return first === null || others.length > 0 ? [] : [first];
}

function groupsOf({ namespace }: LensBox, words: Messages['lensUser']): string[] {
  if (namespace === null) return [];
  const { uidMap, gidMap, unreadable } = namespace;
  if (gidMap === null) return [words.unknownGroups(unreadable.gidMap ?? null)];
  if (uidMap !== null && isSameMap(uidMap, gidMap)) return [words.sameGroups];
  return [words.otherGroups(rowsSaid(gidMap, words))];
}

function rowsSaid(map: readonly IdMapRow[], words: Messages['lensUser']): string[] {
  const told = map
    .slice(0, ROWS)
    .map(([inside, outside, length]) =>
      words.lends(inside, inside + length - 1, outside, outside + length - 1),
    );
  return map.length > ROWS ? [...told, words.moreRows(map.length - ROWS)] : told;
}
