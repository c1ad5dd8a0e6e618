import type { LessonMistake } from '../../i18n/lesson-mistake';
import { leavesIn } from '../forms';
import type { Step } from '../lesson';
import type { Found } from './found';
import { twice } from './twice';

/** So many commands that come near have to leave a step undone, for its test. */
const LEAST_NEAR = 2;

/** What is wrong about what is typed in a step. */
export function commandMistakes(step: Step): Found[] {
  const { kind, run, solve, near, mark } = step;
  const found: Found[] = (['run', 'solve', 'near'] as const).flatMap((field) =>
    step[field].flatMap((command, nth): Found[] =>
      command.includes('\n') ? [{ path: [field, nth], mistake: { code: 'several-lines' } }] : [],
    ),
  );
  if (mark !== undefined && !run.some((command) => command.includes(mark))) {
    found.push({ path: ['mark'], mistake: { code: 'unmarked', given: mark } });
  }
  found.push(...endMistakes(step));
  if (!isDoneByHand(step)) return found;
  if (run.length + solve.length === 0) {
    found.push({ path: [kind === 'do' ? 'run' : 'solve'], mistake: { code: 'nothing-to-type' } });
  }
  if (kind === 'do' && near.length < LEAST_NEAR) {
    const mistake = { code: 'few-near' as const, given: near.length, least: LEAST_NEAR };
    found.push({ path: ['near'], mistake });
  }
  return found;
}

/** What is wrong about how its commands are said to end. */
function endMistakes({ ends, run }: Step): Found[] {
  const count = run.length;
  return [
    ...ends.flatMap(({ command, exit }, nth): Found[] => [
      ...(command < 1 || command > count
        ? [at(nth, 'command', { code: 'no-command', given: command, count })]
        : []),
      ...(exit !== undefined && (exit < 0 || exit > 255)
        ? [at(nth, 'exit', { code: 'bad-exit', given: exit })]
        : []),
    ]),
    ...twice(
      ends.map(({ command }) => String(command)),
      (nth) => ['ends', nth, 'command'],
    ),
  ];
}

function at(nth: number, field: string, mistake: LessonMistake): Found {
  return { path: ['ends', nth, field], mistake };
}

/** Is it a step that something typed completes, and not the answer to its question? */
function isDoneByHand({ kind, done }: Step): boolean {
  return (
    (kind === 'do' || kind === 'vary') && leavesIn(done).some(({ name }) => name !== 'answered')
  );
}
