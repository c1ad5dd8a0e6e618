import type { Text } from './lesson';

/** What a lesson says, in a language; where it does not speak that, in its first. */
export function textIn(text: Text, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}

/** A part of a text: words, or what a machine knows by this name: a program, an option, a file. */
export interface TextPart {
  text: string;
  isCode: boolean;
}

/** A text in its parts, for it stands in backticks what a machine knows by that name. One that stands alone is a letter. */
export function textParts(text: string): TextPart[] {
  const parts = text.split(/`([^`]+)`/);
  return parts
    .map((part, nth) => ({ text: part, isCode: nth % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** A text of letters alone, for who cannot be shown more: a label, a title. */
export function plainText(text: string): string {
  return textParts(text)
    .map((part) => part.text)
    .join('');
}
