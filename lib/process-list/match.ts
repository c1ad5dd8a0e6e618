import type { Messages } from '../i18n/messages';
import { commandOf } from '../model/command';
import { userOf } from '../select/user';
import type { SeenProcess } from '../select/vantage';

/**
 * What a filter means: every word of it must be met by the beginning of a number (the PID at the vantage
 * or on the host), by the beginning of the user there, or by any part of the command. Capitals don't count.
 *
 * @returns null when the text filters nothing
 */
export function matcher(
  text: string,
  messages: Messages['processes'],
): ((seen: SeenProcess) => boolean) | null {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  return ({ process, pid, uid }) => {
    const beginnings = [String(pid), String(process.pid), userOf(uid, messages)];
    const command = commandOf(process).toLowerCase();
    return words.every(
      (word) => command.includes(word) || beginnings.some((each) => each.startsWith(word)),
    );
  };
}
