import type { Messages } from '../../i18n/messages';
import type { LensBox } from '../../layout/lens/lens-boxes';
import type { Process } from '../../model/process';
import { shownUid, uidThere } from '../../select/user-numbers';

/** As whom a process runs: by its number inside and by the one on the host. */
export function userSaid(
  { uid }: Process,
  { namespace }: LensBox,
  { as }: Messages['lensUser'],
): string {
  if (uid === null) return as.unread;
  const there = uidThere(uid, namespace);
  const shown = shownUid(there);
  if (shown === null) return as.unknown(uid);
  return there.is === 'unmapped' ? as.unmapped(shown, uid) : as.known(shown, uid);
}
