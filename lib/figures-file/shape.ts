import type * as z from 'zod/mini';
import type { FigureMistake } from '../i18n/figure-mistake';
import { meant, shown } from '../lessons/file/found';
import { predicateMistakes } from '../lessons/file/predicate-shape';
import type { Path } from '../lessons/file/source';
import { calloutSchema, cropSchema, defaultsSchema, figureSchema, figuresSchema } from './form';

/** A mistake, and where in the file it is. */
export interface Found {
  path: Path;
  mistake: FigureMistake;
}

/** How each field is written, by its name. */
const EXAMPLES: Readonly<Record<string, string>> = {
  nsview: 'nsview: 1',
  out: 'out: docs/figures',
  defaults: 'defaults: {size: [960, 540], lang: [en, zh-CN]}',
  sources: 'sources: {talk: {recording: ./talk.nsvrec}}',
  recording: 'recording: ./talk.nsvrec',
  shipped: 'shipped: course',
  url: 'url: http://127.0.0.1:3000',
  machine: 'machine: true',
  figures: 'figures: [{output: joined, from: talk}]',
  output: 'output: joined-pid',
  from: 'from: talk',
  at: 'at: 12.5, or at: {event: c2-recreated, then: 1s}',
  event: 'event: c2-recreated',
  then: 'then: 1s',
  view: 'view: {view: lens, lens: pid}',
  size: 'size: [960, 540], from [480, 320] to [4096, 4096]',
  png: 'png: 2, from 1 to 4',
  lang: 'lang: [en, zh-CN]',
  theme: 'theme: [light, dark]',
  text: 'text: outlines, or of what is said {en: …, zh-CN: …}',
  crop: 'crop: {to: ["container:c1"], margin: 24}',
  to: 'to: ["container:c1", "namespace:c1/pid"]',
  margin: 'margin: 24',
  names: 'names: {"container:c1/pid": PID-A}',
  expect: 'expect: {shares: [c1, c2, pid]}',
  callouts: 'callouts: [{at: "container:c2/pid", side: right, text: {en: …}}]',
  side: 'side: right',
  distance: 'distance: 40',
  caption: 'caption: {en: …, zh-CN: …}',
  alt: 'alt: auto, or {en: …, zh-CN: …}',
};

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(figuresSchema.shape),
  defaults: Object.keys(defaultsSchema.shape),
  figures: Object.keys(figureSchema.shape),
  crop: Object.keys(cropSchema.shape),
  callouts: Object.keys(calloutSchema.shape),
  at: ['event', 'then'],
  sources: ['recording', 'shipped', 'url', 'machine'],
};

type Issue = z.core.$ZodIssue;

/** What is wrong about a file's fields and their values. */
export function shapeMistakes(issues: readonly Issue[], file: unknown): Found[] {
  const found = withoutWhatFollows(issues.flatMap((issue) => mistakesOf(issue, [], file)));
  // Whatever else is said of a predicate says less.
  const predicates = new Map(
    found.flatMap(({ path }) => {
      const at = path.indexOf('expect');
      const whole = path.slice(0, at + 1);
      return at < 0 ? [] : [[whole.join(), whole] as const];
    }),
  );
  return [
    ...found.filter(({ path }) => !path.includes('expect')),
    ...[...predicates.values()].flatMap((path) => expectMistakes(path, valueAt(file, path))),
  ];
}

function expectMistakes(path: Path, value: unknown): Found[] {
  const all = Array.isArray(value)
    ? value.map((each: unknown, nth) => ({ at: [...path, nth], each }))
    : [{ at: path, each: value }];
  return all.flatMap(({ at, each }) =>
    predicateMistakes(each).map((found) => ({
      path: [...at, ...found.path],
      mistake: { code: 'as-in-lessons' as const, mistake: found.mistake },
    })),
  );
}

function mistakesOf(issue: Issue, around: Path, file: unknown): Found[] {
  const path = [
    ...around,
    ...issue.path.map((each) => (typeof each === 'number' ? each : String(each))),
  ];
  const value = valueAt(file, path);
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const inner = nearest(issue.errors, value);
    if (inner !== null) return inner.flatMap((each) => mistakesOf(each, path, file));
  }
  const example = EXAMPLES[fieldOf(path)] ?? EXAMPLES[fieldOf(path.slice(0, -1))] ?? '';
  if (issue.code === 'unrecognized_keys') {
    const fields = FIELDS[fieldOf(path)] ?? ['en', 'zh-CN'];
    return issue.keys.map((key) => ({
      path: [...path, key],
      mistake: { code: 'unknown-field', given: shown(key), meant: meant(key, fields), fields },
    }));
  }
  if (value === undefined) return [{ path, mistake: { code: 'missing', example } }];
  if (issue.code === 'invalid_value' && issue.values.length > 1) {
    const allowed = issue.values.map(String);
    const given = shown(value);
    return [
      { path, mistake: { code: 'not-one-of', given, meant: meant(given, allowed), allowed } },
    ];
  }
  return [{ path, mistake: { code: 'wrong-form', given: shown(value), example } }];
}

/** Of the forms that something may have, the mistakes in the one that it comes nearest to; null: to none. */
function nearest(forms: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | null {
  const others = typeof value === 'object' ? ['invalid_type', 'invalid_value'] : ['invalid_type'];
  const begun = forms.filter((issues) =>
    issues.every(({ path, code }) => path.length > 0 || !others.includes(code)),
  );
  const [best] = begun.toSorted((one, other) => one.length - other.length);
  return best ?? null;
}

/** Without fields that are missing because their names were written another way. */
function withoutWhatFollows(found: readonly Found[]): Found[] {
  const isWritten = ({ path, mistake }: Found) =>
    mistake.code === 'missing' &&
    found.some(
      (each) =>
        each.mistake.code === 'unknown-field' &&
        [...each.path.slice(0, -1), each.mistake.meant].join() === path.join(),
    );
  return found.filter((each) => !isWritten(each));
}

/** The name of a field, or of the list that it is an item of. */
function fieldOf(path: Path): string {
  const names = path.filter((each) => typeof each === 'string');
  // A source goes by the name that its author gave it.
  return names[0] === 'sources' && names.length === 2 ? 'sources' : (names.at(-1) ?? '');
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Object.entries(value).find(([key]) => key === String(step))?.[1]
        : undefined,
    root,
  );
}
