import { NAMESPACE_TYPES } from '../../model/namespace-type';
import type { ArgumentKind, LessonMistake, TextUnit, ValueKind } from '../lesson-mistake';

const KINDS: Record<ValueKind, string> = {
  mapping: 'fields, each a name and a colon',
  list: 'a list',
  string: 'a text, in quotes where YAML takes it for something else',
  number: 'a whole number',
  boolean: 'true or false',
  text: 'what is said by language, such as { en: … }',
  predicate: 'a predicate, such as running: c1',
};

const UNITS: Record<TextUnit, string> = {
  words: 'words',
  characters: 'characters (Latin letters count half)',
};

const SCREENS: Record<Extract<LessonMistake, { code: 'too-long' }>['of'], string> = {
  before: 'what is read before the step is done (title, say, question, answers, watch)',
  after: 'what is read after it is done (title, why)',
  text: 'this',
};

const ARGUMENTS: Record<ArgumentKind, string> = {
  container: "a container's name",
  place: "a container's name, or :host",
  type: `a type of namespaces: ${NAMESPACE_TYPES.join(', ')}`,
  number: 'a whole number from 0 on',
  count: 'a whole number from 1 on',
  port: 'a port from 1 to 65535',
  path: 'a path that begins with /',
  image: "an image's name",
  name: 'a name',
};

const oneOf = (names: readonly string[]) => `expected one of ${names.join(', ')}`;
/** What is there instead, where it cannot be guessed what was meant. */
const instead = (meant: string | null, names: readonly string[]) =>
  meant === null ? oneOf(names) : `did you mean "${meant}"?`;
const got = (given: string) => {
  if (given === 'null') return 'got nothing';
  return /^[[{]/.test(given) ? `got ${given}` : `got "${given}"`;
};

/** What is said of a lesson's file. */
export const lessonFile = {
  /** Where a mistake is, and what it is. @param step its id, or its number */
  problem: (
    file: string,
    line: number,
    step: string | number | null,
    field: string | null,
    what: string,
  ): string => {
    const place = [step === null ? null : `step ${step}`, field].filter((each) => each !== null);
    return `${file}:${line}: ${place.length === 0 ? '' : `${place.join(', ')}: `}${what}`;
  },
  mistake: (mistake: LessonMistake): string => {
    switch (mistake.code) {
      case 'not-yaml':
        return `this is not YAML: ${mistake.reason} (a text with a colon needs quotes, indentation needs spaces)`;
      case 'field-twice':
        return 'this field is in here already: leave it once';
      case 'documents':
        return 'a second document begins here (---): a file is one lesson, make two files of it';
      case 'tag':
        return 'this tag (!…) means nothing in a lesson: take it away';
      case 'too-large':
        return `the file has more than ${mistake.most} bytes, which is the most that a lesson may have: make two of it`;
      case 'not-utf8':
        return 'this is not written in UTF-8: save the file in that encoding';
      case 'too-deep':
        return `it is more than ${mistake.most} levels deep, or has itself within, and no lesson is: take levels away`;
      case 'too-many-aliases':
        return `its aliases (*name) stand for more than ${mistake.most} copies: write out what they stand for`;
      case 'unknown-alias':
        return `*${mistake.given} stands for nothing: mark what it stands for with &${mistake.given}, further up`;
      case 'unknown-field':
        return `there is no field "${mistake.given}": ${instead(mistake.meant, mistake.fields)}`;
      case 'missing':
        return `it is missing: expected ${KINDS[mistake.expected]}`;
      case 'wrong-kind':
        return `${got(mistake.given)}, expected ${KINDS[mistake.expected]}`;
      case 'not-one-of':
        return `${got(mistake.given)}: ${instead(mistake.meant, mistake.allowed)}`;
      case 'bad-id':
        return `${got(mistake.given)}, expected lower-case letters, digits and dashes, a letter first, 41 at most`;
      case 'bad-container':
        return `${got(mistake.given)}, expected lower-case letters and digits, a letter first, 21 at most`;
      case 'bad-language':
        return `"${mistake.given}" is no language: expected a tag such as en, de or zh-CN`;
      case 'no-language':
        return 'it is said in no language: give one at least, such as { en: … }';
      case 'empty':
        return 'there is nothing in it: fill it in, or leave it out';
      case 'too-few':
        return `got ${mistake.given} of them, expected ${mistake.limit} or more: add some`;
      case 'too-many':
        return `got ${mistake.given} of them, expected ${mistake.limit} or fewer: take some away`;
      case 'too-long':
        return `in ${mistake.language}, ${SCREENS[mistake.of]} has ${mistake.given} ${UNITS[mistake.unit]}, and ${mistake.limit} are read at a glance: say less, or make two steps of it`;
      case 'not-one-predicate':
        return `${got(mistake.given)}, expected one predicate, such as running: c1; several go into all or any`;
      case 'unknown-predicate':
        return `there is no predicate "${mistake.given}": ${instead(mistake.meant, mistake.names)}`;
      case 'wrong-form':
        return `${got(mistake.given)}, expected ${mistake.forms
          .map((form) => `${mistake.predicate}: ${form}`)
          .join(' or ')}`;
      case 'wrong-argument':
        return `${mistake.nth === null ? '' : `value ${mistake.nth}: `}${got(mistake.given)}, expected ${
          typeof mistake.expected === 'string'
            ? ARGUMENTS[mistake.expected]
            : mistake.expected.join(' or ')
        }`;
      case 'unknown-container':
        return `the lesson has no container "${mistake.given}": ${
          mistake.meant === null ? 'name it in containers' : `did you mean "${mistake.meant}"?`
        }`;
      case 'twice':
        return `"${mistake.given}" is there already, as number ${mistake.first}: give this one another name`;
      case 'right-answers':
        return mistake.given.length === 0
          ? 'no answer is right: mark one with right: true'
          : `${mistake.given.join(', ')} are all marked right: leave it at one`;
      case 'no-question':
        return mistake.for === 'answered'
          ? 'answered is true when a question was answered, and the step has none: give it predict'
          : 'a step of kind predict has a question: give it predict, or another kind';
      case 'nothing-to-type':
        return 'nothing completes the step: give it a command in run, or in solve where the learner is to find it';
      case 'several-lines':
        return 'it has several lines: one command a line, as it is typed; make several of it';
      case 'unmarked':
        return `"${mistake.given}" is in none of the commands of run: mark what is in one of them, letter by letter`;
      case 'no-command':
        return `got ${mistake.given}, expected the number of a command of run, from 1, and there ${mistake.count === 1 ? 'is' : 'are'} ${mistake.count}`;
      case 'bad-exit':
        return `got ${mistake.given}, expected an exit code from 0 to 255`;
      case 'few-near':
        return `${mistake.given} given, expected ${mistake.least} commands or more that come near and leave the step undone`;
      case 'focus-parameter':
        return `an address of the page has no "${mistake.given}": take view=, lens=, vantages=, select=…`;
      case 'focus-value':
        return `${mistake.parameter}: ${got(mistake.given)}, expected ${mistake.expected}`;
    }
  },
  /** Of a file without mistakes. */
  whole: (file: string, id: string, steps: number) =>
    `${file}: ${id}, ${steps} ${steps === 1 ? 'step' : 'steps'}: no mistakes`,
  unreadable: 'cannot be read',
  columns: { id: 'ID', title: 'TITLE', steps: 'STEPS', about: 'ABOUT' },
};
