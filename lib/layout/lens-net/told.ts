import type { Inside } from '../../inside/inside';
import type { Insides } from '../../inside/insides';
import type { Asked } from '../../protocol/asked';
import type { LensBox } from '../lens/lens-boxes';

/** What a network was told to isolate. */
export type NetAnswer = Extract<Inside, { type: 'net' }>;

/**
 * What is known of a network; `untold`: nobody asked, as where a recording has no answer; `unknown`: it is
 * not known which network it is.
 */
export type NetTold = Asked<NetAnswer> | { is: 'untold' } | { is: 'unknown' };

const UNTOLD: NetTold = { is: 'untold' };

export function toldOf({ namespace }: LensBox, insides: Insides): NetTold {
  if (namespace === null) return { is: 'unknown' };
  const asked = insides.get(namespace.id);
  if (asked === undefined) return UNTOLD;
  if (asked.is !== 'answered') return asked;
  const { answer } = asked;
  return answer.type === 'net' ? { is: 'answered', answer } : UNTOLD;
}

/** Null where nothing was answered. */
export function answerOf(box: LensBox, insides: Insides): NetAnswer | null {
  const told = toldOf(box, insides);
  return told.is === 'answered' ? told.answer : null;
}
