import type { Messages } from '../i18n/messages';

/** How a uid shows: as ps shows it where no other user has a name. */
export function userOf(uid: number | null, messages: Messages['processes']): string {
  return uid === null ? messages.uidUnknown : uid === 0 ? messages.root : String(uid);
}
