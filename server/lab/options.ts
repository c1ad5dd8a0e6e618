import type { LabReason } from '@lib/lab/word';
import type { Word } from './words';

/** Option → what its value may be; null: it has none. Short and long names of one each have an entry. */
export type OptionTable = Readonly<Record<string, RegExp | null>>;

export interface Option {
  name: string;
  value: string | null;
}

export interface Options {
  options: Option[];
  /** What is no option, in its order. */
  rest: Word[];
}

/**
 * Reads the words after a command of docker: an option that the table has not, or a value that it does not allow,
 * is refused.
 *
 * @param command as it is named to a person: `docker run`
 * @param first options end at the first word that is none, as where the words of another program follow
 */
export function readOptions(
  command: string,
  words: readonly Word[],
  table: OptionTable,
  first = false,
): Options | { because: LabReason } {
  const read: Options = { options: [], rest: [] };
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!word.value.startsWith('-')) {
      read.rest.push(word);
      if (first) {
        read.rest.push(...left);
        return read;
      }
      continue;
    }
    for (const { name, given } of namesIn(word.value)) {
      const allowed = Object.hasOwn(table, name) ? table[name] : undefined;
      if (allowed === undefined || (allowed === null && given !== null)) {
        return { because: { code: 'option', command, option: word.value } };
      }
      const value = allowed === null ? null : (given ?? left.shift()?.value ?? '');
      if (allowed !== null && !allowed.test(value ?? '')) {
        return { because: { code: 'value', option: name, value: value ?? '' } };
      }
      read.options.push({ name, value });
    }
  }
  return read;
}

/** `--name=c1`, or several of one letter in one: `-di`. */
function namesIn(word: string): { name: string; given: string | null }[] {
  if (!word.startsWith('--')) {
    return [...word.slice(1)].map((letter) => ({ name: `-${letter}`, given: null }));
  }
  const [name = '', ...given] = word.split('=');
  return [{ name, given: given.length === 0 ? null : given.join('=') }];
}

/** The option as it is handed on. */
export function handedOn({ name, value }: Option): string[] {
  return value === null ? [name] : [name, value];
}
