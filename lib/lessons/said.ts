import type { Messages } from '../i18n/messages';
import { HOST } from '../model/host-word';
import { isName } from './forms';
import type { Name, Predicate } from './predicate';

type Said = Pick<Messages, 'lessonFacts' | 'lessonDenials' | 'joinedFacts'>;
/** Each says as much as it is told. */
type Sayings = Readonly<Record<Name, (...words: string[]) => string>>;
/** A name of letters is set apart from Chinese around it; the host's word is Chinese itself. */
const BETWEEN_CHARACTERS = /(\p{Script=Han}) (?=\p{Script=Han})/gu;

/**
 * What a predicate asks, as a sentence that is so or is not so.
 *
 * @param named puts the names that the lesson's containers have here into a text
 */
export function said(
  predicate: Predicate,
  messages: Said,
  named: (text: string) => string,
): string {
  const { joinedFacts, lessonFacts, lessonDenials } = messages;
  const each = (inner: Predicate) => said(inner, messages, named);
  const leaf = (inner: Predicate, sayings: Partial<Sayings>) => {
    for (const [name, value] of Object.entries(inner)) {
      const saying = isName(name) ? sayings[name] : undefined;
      if (saying === undefined) continue;
      const words = [value].flat().map(String);
      return saying(
        ...words.map((word) => (word === HOST ? joinedFacts.host : named(word))),
      ).replaceAll(BETWEEN_CHARACTERS, '$1');
    }
    return null;
  };
  if ('all' in predicate) return joinedFacts.all(predicate.all.map(each));
  if ('any' in predicate) {
    return joinedFacts.any(predicate.any.map(each)).replaceAll(BETWEEN_CHARACTERS, '$1');
  }
  if ('not' in predicate) {
    return leaf(predicate.not, lessonDenials) ?? joinedFacts.not(each(predicate.not));
  }
  const sentence = leaf(predicate, lessonFacts);
  if (sentence === null) throw new Error(`no predicate: ${JSON.stringify(predicate)}`);
  return sentence;
}
