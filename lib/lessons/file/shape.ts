import * as z from 'zod/mini';
import type { LessonMistake, ValueKind } from '../../i18n/lesson-mistake';
import { lessonSchema, predicateSchema } from '../lesson';
import { meant, shown, within, type Found } from './found';
import { predicateMistakes } from './predicate-shape';
import type { Path } from './source';

type Issue = z.core.$ZodIssue;

/** What is wrong about a file's fields and their values. @param issues of the schema of lessons */
export function shapeMistakes(issues: readonly Issue[], lesson: unknown): Found[] {
  const predicates = new Map<string, Path>();
  const found = issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const value = valueAt(lesson, path);
    const predicate = predicateAround(path);
    if (predicate === null || value === undefined) {
      return within(path, mistakesOf(issue, path, value));
    }
    predicates.set(predicate.join(), predicate);
    return [];
  });
  return [
    ...found,
    ...[...predicates.values()].flatMap((path) =>
      within(path, predicateMistakes(valueAt(lesson, path))),
    ),
  ];
}

/** The whole predicate that something is, or is in; null: it is in none. */
function predicateAround(path: Path): Path | null {
  const length = [...path.keys(), path.length].find(
    (upTo) => schemaAt(path.slice(0, upTo)) === predicateSchema,
  );
  return length === undefined ? null : path.slice(0, length);
}

function mistakesOf(issue: Issue, path: Path, value: unknown): Found[] {
  const here = (mistake: LessonMistake): Found[] => [{ path: [], mistake }];
  const field = path.at(-1);
  if (value === undefined && typeof field === 'string') {
    return here({ code: 'missing', field, expected: expectedBy(issue) });
  }
  const given = shown(value);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const fields = fieldsAt(path);
      return issue.keys.map((key) => ({
        path: [key],
        mistake: { code: 'unknown-field', given: shown(key), meant: meant(key, fields), fields },
      }));
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      return here({ code: 'not-one-of', given, meant: meant(given, allowed), allowed });
    }
    case 'invalid_format':
      return here({ code: path[0] === 'containers' ? 'bad-container' : 'bad-id', given });
    case 'invalid_key':
      return here({ code: 'bad-language', given: shown(field) });
    case 'too_small':
    case 'too_big':
      // Of a number: it is one that cannot be told from the next.
      if (typeof value !== 'number') return here(sizeMistake(issue, value));
      return here({ code: 'wrong-kind', given, expected: 'number' });
    default:
      return here({ code: 'wrong-kind', given, expected: expectedBy(issue) });
  }
}

function sizeMistake(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  value: unknown,
): LessonMistake {
  const given = Array.isArray(value) ? value.length : 0;
  if (issue.code === 'too_big') {
    return { code: 'too-many', given, limit: Number(issue.maximum) };
  }
  if (issue.origin === 'string') return { code: 'empty' };
  return { code: 'too-few', given, limit: Number(issue.minimum) };
}

const KIND_OF_TYPE: Readonly<Record<string, ValueKind>> = {
  object: 'mapping',
  record: 'text',
  array: 'list',
  number: 'number',
  int: 'number',
  boolean: 'boolean',
};

function expectedBy(issue: Issue): ValueKind {
  if (issue.code === 'invalid_union') return 'predicate';
  return issue.code === 'invalid_type' ? (KIND_OF_TYPE[issue.expected] ?? 'string') : 'string';
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Object.entries(value).find(([key]) => key === String(step))?.[1]
        : undefined,
    root,
  );
}

/** The fields that a mapping can have. */
function fieldsAt(path: Path): string[] {
  const schema = schemaAt(path);
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
}

function schemaAt(path: Path): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>(below, lessonSchema);
}

function below(schema: z.core.$ZodType | undefined, step: string | number) {
  if (schema instanceof z.ZodMiniArray) return unwrapped(schema.def.element);
  return schema instanceof z.ZodMiniObject ? unwrapped(schema.def.shape[step]) : undefined;
}

function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  const wrapped = schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault;
  return wrapped ? unwrapped(schema.def.innerType) : schema;
}
