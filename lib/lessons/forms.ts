import * as z from 'zod/mini';
import { ARGUMENT_KINDS, type ArgumentKind } from '../i18n/lesson-mistake';
import { HOST } from '../model/host-word';
import { ARGUMENTS, KINDS, type Name, type Predicate } from './predicate';

/** One of what stands after a predicate. */
interface Argument {
  /** What has to stand there, or one of which. */
  expected: ArgumentKind | readonly string[];
  schema: z.core.$ZodType;
}

/** A way to write what stands after a predicate: `running: container`, `own: [container, type]`. */
export interface Form {
  isList: boolean;
  parts: Argument[];
}

/** The ways in which a predicate can be written. */
export function formsOf(name: Name): Form[] {
  return formsIn(ARGUMENTS[name]);
}

function formsIn(schema: z.core.$ZodType): Form[] {
  const expected = ARGUMENT_KINDS.find((kind) => KINDS[kind] === schema) ?? choicesIn(schema);
  if (expected !== null) return [{ isList: false, parts: [{ expected, schema }] }];
  if (schema instanceof z.ZodMiniUnion) return schema.def.options.flatMap(formsIn);
  if (schema instanceof z.ZodMiniTuple) {
    const parts = schema.def.items.flatMap((item) => formsIn(item).flatMap((form) => form.parts));
    return [{ isList: true, parts }];
  }
  throw new Error('something after a predicate that nobody could be told of');
}

function choicesIn(schema: z.core.$ZodType): string[] | null {
  if (schema instanceof z.ZodMiniEnum) return Object.values(schema.def.entries).map(String);
  return schema instanceof z.ZodMiniLiteral ? schema.def.values.map(String) : null;
}

/** As the table of predicates has it. */
export function formText({ isList, parts }: Form): string {
  const words = parts.map(({ expected }) =>
    typeof expected === 'string' ? expected : expected.join('|'),
  );
  return isList ? `[${words.join(', ')}]` : words.join(', ');
}

/** The form that a value has; undefined: none of them. */
export function formOf(name: Name, value: unknown): Form | undefined {
  const isList = Array.isArray(value);
  const count = valuesIn(value).length;
  return formsOf(name).find((form) => form.isList === isList && form.parts.length === count);
}

export function isName(name: string): name is Name {
  return Object.hasOwn(ARGUMENTS, name);
}

/** A predicate that is not joined of others, and where it stands in the whole. */
interface LeafAt {
  path: (string | number)[];
  name: Name;
  /** What stands after it. */
  value: unknown;
}

/** All of them that a predicate is made of. */
export function leavesIn(predicate: Predicate): LeafAt[] {
  if ('not' in predicate) return below(['not'], predicate.not);
  if ('all' in predicate) return predicate.all.flatMap((each, nth) => below(['all', nth], each));
  if ('any' in predicate) return predicate.any.flatMap((each, nth) => below(['any', nth], each));
  return Object.entries(predicate).flatMap(([name, value]) =>
    isName(name) ? [{ path: [name], name, value }] : [],
  );
}

function below(step: (string | number)[], predicate: Predicate): LeafAt[] {
  return leavesIn(predicate).map((leaf) => ({ ...leaf, path: [...step, ...leaf.path] }));
}

/** One value stands for itself: `running: c1`. */
export function valuesIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The containers that it names, as often as it does; the host is none. */
export function containersIn({ name, value }: LeafAt): string[] {
  const parts = formOf(name, value)?.parts ?? [];
  return valuesIn(value).flatMap((each, nth) => {
    const schema = parts[nth]?.schema;
    const named = schema === KINDS.container || schema === KINDS.place;
    return named && typeof each === 'string' && each !== HOST ? [each] : [];
  });
}
