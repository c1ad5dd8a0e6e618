import type { LessonMistake } from '../../i18n/lesson-mistake';
import type { Step, Text } from '../lesson';
import { within, type Found } from './found';
import { tooLongIn } from './length';
import type { Path } from './source';

/** What is wrong about what a step says: not said, or too much of it for a screen. */
export function textMistakes(step: Step): Found[] {
  const { title, why, predict, hints } = step;
  const answers = predict?.answers ?? [];
  const before = [title, step.say, predict?.ask, ...answers.map(({ text }) => text), step.watch];
  const alone: [Path, Text][] = [
    ...answers.map((answer, nth): [Path, Text] => [['predict', 'answers', nth, 'why'], answer.why]),
    ...hints.map((hint, nth): [Path, Text] => [['hints', nth, 'say'], hint.say]),
    ...(step.podman === undefined ? [] : [[['podman'], step.podman] satisfies [Path, Text]]),
  ];
  return [
    ...textsIn(step).flatMap(([path, text]) => within(path, unsaid(text))),
    ...tooLong([], 'before', before.filter(isSaid)),
    ...tooLong(['why'], 'after', [title, why].filter(isSaid)),
    ...alone.flatMap(([path, text]) => tooLong(path, 'text', [text])),
  ];
}

/** Is it said in no language, or is nothing said in one? */
export function unsaid(text: Text): Found[] {
  if (Object.keys(text).length === 0) return [{ path: [], mistake: { code: 'no-language' } }];
  return Object.entries(text).flatMap(([language, said]) =>
    said.trim() === '' ? [{ path: [language], mistake: { code: 'empty' as const } }] : [],
  );
}

type Screen = Extract<LessonMistake, { code: 'too-long' }>['of'];

function tooLong(path: Path, of: Screen, texts: readonly Text[]): Found[] {
  return tooLongIn(texts).map((by) => ({ path, mistake: { code: 'too-long', of, ...by } }));
}

function textsIn({ title, say, predict, watch, why, hints, podman }: Step): [Path, Text][] {
  const all: [Path, Text | undefined][] = [
    [['title'], title],
    [['say'], say],
    [['predict', 'ask'], predict?.ask],
    ...(predict?.answers ?? []).flatMap((answer, nth): [Path, Text][] => [
      [['predict', 'answers', nth, 'text'], answer.text],
      [['predict', 'answers', nth, 'why'], answer.why],
    ]),
    [['watch'], watch],
    [['why'], why],
    [['podman'], podman],
    ...hints.map((hint, nth): [Path, Text] => [['hints', nth, 'say'], hint.say]),
  ];
  return all.flatMap(([path, text]): [Path, Text][] => (text === undefined ? [] : [[path, text]]));
}

function isSaid(text: Text | undefined): text is Text {
  return text !== undefined;
}
