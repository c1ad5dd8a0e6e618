import type { Text } from './lesson';

/** What a lesson says, in a language; where it does not speak that, in its first. */
export function textIn(text: Text, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}
