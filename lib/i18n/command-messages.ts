import type { Language } from '../model/language';
import { cli as english } from './en/cli';
import { messagesFor, type Messages } from './messages';
import { cli as chinese } from './zh-CN/cli';

/** Every sentence that a command prints: those of the page, and those that no page needs. */
export type CommandMessages = Messages & { cli: typeof english };

const CLI: Record<Language, typeof english> = { en: english, 'zh-CN': chinese };

export function commandMessagesFor(language: Language): CommandMessages {
  return { ...messagesFor(language), cli: CLI[language] };
}
