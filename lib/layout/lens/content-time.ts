import type { Messages } from '../../i18n/messages';
import { clockOf } from '../../inside/clock';
import type { Inside } from '../../inside/inside';
import {
  known,
  none,
  notYet,
  unknown,
  type BoxContent,
  type FactLine,
  type Member,
} from './fact-line';

/** How far the clocks of a time namespace are ahead. */
export function timeLines(
  inside: Inside | null,
  _members: readonly Member[],
  messages: Messages,
): BoxContent {
  const line = (field: 'boottimeNs' | 'monotonicNs', label: string): FactLine => {
    if (inside?.type !== 'time') return notYet(field, label);
    const { [field]: offset, unreadable } = inside;
    if (offset === null) return unknown({ field, label, unreadable, messages });
    const clock = clockOf(offset);
    const text = messages.inside.clock(clock);
    return clock.ahead === null ? none(field, label, text) : known(field, label, [text], false);
  };
  const boot = line('boottimeNs', messages.inside.boottime);
  const monotonic = line('monotonicNs', messages.inside.monotonic);
  return { full: [boot, monotonic], brief: [boot, monotonic] };
}
