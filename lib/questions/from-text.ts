import type { AskedQuestion } from '../protocol/ask';
import { isQuestionName, QUESTIONS } from './questions';

/**
 * A question as an address or a command line puts it. What is wrong with it is for who answers to say:
 * a field that is not one of the question's stays text, and of one that comes twice all is kept.
 */
export function questionFromText(
  name: string,
  fields: Iterable<readonly [field: string, text: string]>,
): AskedQuestion {
  const texts: Readonly<Record<string, (text: string) => unknown>> = isQuestionName(name)
    ? QUESTIONS[name].texts
    : {};
  const read = new Map<string, unknown>();
  for (const [field, text] of fields) {
    const parse = Object.hasOwn(texts, field) ? texts[field] : undefined;
    read.set(field, read.has(field) ? [read.get(field), text] : (parse?.(text) ?? text));
  }
  return { ...Object.fromEntries(read), name };
}
