import type { Text } from '../lessons/lesson';
import { textIn, textParts } from '../lessons/text';
import type { Language } from '../model/language';
import { Html, markup } from './html';

/** What a lesson says, with what a machine knows by that name as code. */
export function wordsOf(text: Text, language: Language): Html {
  const parts = textParts(textIn(text, language)).map((part) =>
    part.isCode ? markup`<code>${part.text}</code>` : markup`${part.text}`,
  );
  return new Html(parts.map(({ source }) => source).join(''));
}
