import type { Snapshot } from '../model/snapshot';
import type { Lesson } from './lesson';
import type { Run } from './run';

/** How a container of the lesson is named on this machine: `c1`, or `c1-SUFFIX` where that was taken. */
export function nameHere({ suffix }: Pick<Run, 'suffix'>, name: string): string {
  return suffix === '' ? name : `${name}-${suffix}`;
}

/** A text of the lesson, a command, or an address, with the containers as they are named on this machine. */
export function withNames(run: Pick<Run, 'suffix'>, lesson: Lesson, text: string): string {
  if (run.suffix === '' || lesson.containers.length === 0) return text;
  // Whole words: neither `c10` nor `/only-in-c1`; but with the full stop of a sentence behind it.
  const names = new RegExp(
    String.raw`(?<![\w.-])(${lesson.containers.join('|')})(?![\w-]|\.\w)`,
    'g',
  );
  return text.replace(names, (name) => nameHere(run, name));
}

/** A suffix with which none of the lesson's names is taken now. */
export function freeSuffix({ containers }: Lesson, snapshot: Snapshot): string {
  const taken = new Set(snapshot.containers.map(({ name }) => name));
  const isFree = (suffix: string) =>
    containers.every((name) => !taken.has(nameHere({ suffix }, name)));
  let [suffix, nth] = ['mine', 1];
  while (!isFree(suffix)) {
    nth += 1;
    suffix = `mine${nth}`;
  }
  return suffix;
}
