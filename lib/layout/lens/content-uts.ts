import type { Messages } from '../../i18n/messages';
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

/** What the kernel has where a name was never set. */
const NEVER_SET = '(none)';

/** The names that a UTS namespace isolates. */
export function utsLines(
  inside: Inside | null,
  _members: readonly Member[],
  messages: Messages,
): BoxContent {
  const line = (field: 'hostname' | 'domainname'): FactLine => {
    const label = messages.inside[field];
    if (inside?.type !== 'uts') return notYet(field, label);
    const { [field]: name, unreadable } = inside;
    if (name === null) return unknown({ field, label, unreadable, messages });
    return name === NEVER_SET || name === ''
      ? none(field, label, messages.lensContent.notSet)
      : known(field, label, [name]);
  };
  const [host, domain] = [line('hostname'), line('domainname')];
  // One that was set is rare, and then worth its room.
  return { full: [host, domain], brief: domain.state === 'known' ? [host, domain] : [host] };
}
