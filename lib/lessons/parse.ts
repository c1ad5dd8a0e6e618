import * as z from 'zod/mini';
import type { LessonMistake } from '../i18n/lesson-mistake';
import type { Found } from './file/found';
import { ruleMistakes } from './file/rules';
import { shapeMistakes } from './file/shape';
import { readSource, type Path } from './file/source';
import { lessonSchema, type Lesson } from './lesson';

/** A mistake in a lesson's file, and where. */
export interface Problem {
  /** From 1. */
  line: number;
  /** The step by its id, or by its number, from 1, where it has none; null: it is in no step. */
  step: string | number | null;
  /** Within the step or else the lesson, such as `predict.answers[1].why.en`, lists from 1; null: the whole of it. */
  field: string | null;
  mistake: LessonMistake;
}

/** Reads a lesson's file (lib/lessons/README.md), or says all that is wrong about it, in the order of its lines. */
export function parseLesson(text: string): { lesson: Lesson } | { problems: Problem[] } {
  const source = readSource(text);
  if ('unreadable' in source) {
    return { problems: source.unreadable.map((each) => ({ ...each, step: null, field: null })) };
  }
  const { value, lineOf } = source;
  const read = lessonSchema.safeParse(value);
  const found = [...shapeMistakes(read.error?.issues ?? [], value), ...ruleMistakes(value)];
  if (read.success && found.length === 0) return { lesson: read.data };
  const problems = found
    .map((each) => ({ line: lineOf(each.path), ...located(each, value) }))
    .sort((one, other) => one.line - other.line);
  return { problems };
}

function located({ path, mistake }: Found, lesson: unknown): Omit<Problem, 'line'> {
  const [first, nth, ...inStep] = path;
  if (first !== 'steps' || typeof nth !== 'number') {
    return { step: null, field: fieldText(path), mistake };
  }
  return { step: idOf(lesson, nth) ?? nth + 1, field: fieldText(inStep), mistake };
}

const idsSchema = z.object({ steps: z.array(z.unknown()) });
const idSchema = z.object({ id: z.string().check(z.minLength(1), z.maxLength(60)) });

function idOf(lesson: unknown, nth: number): string | undefined {
  return idSchema.safeParse(idsSchema.safeParse(lesson).data?.steps[nth]).data?.id;
}

function fieldText(path: Path): string | null {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? null : text;
}
