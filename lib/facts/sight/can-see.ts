import type { Inside } from '../../inside/inside';
import type { Asked } from '../../protocol/asked';
import { inShort } from '../in-short';
import { mntLines } from './mnt-lines';
import { netLines } from './net-lines';
import { cgroupLines, ipcLines, timeLines, userLines, utsLines } from './other-lines';
import { pidLines } from './pid-lines';
import type { SeenLines, Sight } from './sight';

/** What a container sees by one of its namespaces, in words. */
export interface CanSee extends SeenLines {
  /** What of it should be known as well. */
  warnings: readonly string[];
  /** Why something of it is not told, in words; null: all is. */
  unknown: string | null;
  /** It is being read. */
  waiting: boolean;
}

const NOTHING: CanSee = { headline: [], detail: [], warnings: [], unknown: null, waiting: false };

/** What a container sees by a namespace. @param asked what that isolates, as far as it is known */
export function canSee(sight: Sight, asked: Asked<Inside>): CanSee {
  const { fact, messages, snapshot } = sight;
  const { inFull, inside: words, inspector } = messages;
  if (fact.sharing === 'absent') return { ...NOTHING, headline: [inFull.noSuchType] };
  if (fact.id === null) return { ...NOTHING, unknown: inspector.unknown(fact.reason) };
  // Of processes the snapshot tells all.
  if (fact.type === 'pid') return { ...NOTHING, ...pidLines(sight) };
  if (asked.is === 'asked') return { ...NOTHING, waiting: true };
  if (asked.is === 'refused') return { ...NOTHING, unknown: words.refused(asked.code) };
  const { warnings, unknown } = inShort(asked.answer, snapshot, messages);
  return {
    ...{ ...NOTHING, ...linesOf(sight, asked.answer), warnings },
    unknown: unknown === null ? null : words.unknown(unknown),
  };
}

function linesOf(sight: Sight, inside: Inside): SeenLines {
  switch (inside.type) {
    case 'pid':
      return pidLines(sight);
    case 'net':
      return netLines(sight, inside);
    case 'mnt':
      return mntLines(sight, inside);
    case 'user':
      return userLines(sight, inside);
    case 'ipc':
      return ipcLines(sight, inside);
    case 'uts':
      return utsLines(sight, inside);
    case 'cgroup':
      return cgroupLines(sight, inside);
    case 'time':
      return timeLines(sight, inside);
  }
}
