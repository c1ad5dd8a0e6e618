import type { Messages } from '../i18n/messages';
import { HOST } from '../model/host-word';
import { isName } from './forms';
import type { Name, Predicate } from './predicate';

/**
 * What a predicate asks, as a sentence that is so or is not so.
 *
 * @param named puts the names that the lesson's containers have here into a text
 */
export function said(
  predicate: Predicate,
  messages: Pick<Messages, 'lessonFacts' | 'joinedFacts'>,
  named: (text: string) => string,
): string {
  const { joinedFacts, lessonFacts } = messages;
  const each = (inner: Predicate) => said(inner, messages, named);
  if ('all' in predicate) return joinedFacts.all(predicate.all.map(each));
  if ('any' in predicate) return joinedFacts.any(predicate.any.map(each));
  if ('not' in predicate) return joinedFacts.not(each(predicate.not));
  for (const [name, value] of Object.entries(predicate)) {
    if (!isName(name)) continue;
    const words = [value]
      .flat()
      .map((word) => (word === HOST ? joinedFacts.host : named(String(word))));
    return saying(lessonFacts)[name](...words);
  }
  throw new Error(`no predicate: ${JSON.stringify(predicate)}`);
}

/** Each says as much as it is told. */
function saying(
  facts: Messages['lessonFacts'],
): Readonly<Record<Name, (...words: string[]) => string>> {
  return facts;
}
