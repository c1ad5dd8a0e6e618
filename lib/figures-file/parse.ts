import * as z from 'zod/mini';
import type { FigureMistake } from '../i18n/figure-mistake';
import { meant, shown } from '../lessons/file/found';
import { readSource, type Path } from '../lessons/file/source';
import type { Language } from '../model/language';
import {
  figuresSchema,
  type FigureAsked,
  type FiguresAsked,
  type SourceAsked,
  type Words,
} from './form';
import { shapeMistakes, valueAt, type Found } from './shape';
import { viewStateOf } from './view';

/** A mistake in a file of figures, and where. */
export interface Problem {
  /** From 1. */
  line: number;
  /** The figure by its name, or by its number, from 1, where it has none; null: it is in no figure. */
  figure: string | number | null;
  /** Within the figure or else the file, such as `crop.to[1]`, lists from 1; null: the whole of it. */
  field: string | null;
  mistake: FigureMistake;
}

/** A figure as it is asked for, with what the file says for all of them. */
export interface FigureEntry extends Omit<FigureAsked, 'from'> {
  source: SourceAsked;
  /** Says where in the file a mistake in it is that is found later. @param path within the figure */
  problem: (path: Path, mistake: FigureMistake) => Problem;
}

/** What of a file can be drawn, and all that is wrong about the rest, in the order of its lines. */
export interface ParsedFigures {
  /** The folder of what is drawn, from that of the file. */
  out: string;
  figures: FigureEntry[];
  problems: Problem[];
}

const listsSchema = z.object({
  figures: z.array(z.unknown()),
  out: z.catch(z.optional(z.string()), undefined),
});
const namedSchema = z.object({ output: z.string().check(z.minLength(1), z.maxLength(60)) });

/** Reads a file of figures (docs/figures.md). A mistake in one figure is no reason not to draw the others. */
export function parseFigures(text: string): ParsedFigures {
  const source = readSource(text);
  if ('unreadable' in source) {
    const problems = source.unreadable.map(({ line, mistake }) => ({
      ...{ line, figure: null, field: null },
      mistake: { code: 'as-in-lessons' as const, mistake },
    }));
    return { out: '.', figures: [], problems };
  }
  const { value, lineOf } = source;
  const located = ({ path, mistake }: Found): Problem => ({
    line: lineOf(path),
    ...placeOf(path, value),
    mistake,
  });
  const read = figuresSchema.safeParse(value);
  const shape = shapeMistakes(read.error?.issues ?? [], value);
  const lists = listsSchema.safeParse(value);
  const ofFile = shape.filter(({ path }) => path[0] !== 'figures' || path.length < 2);
  // What is wrong for all of them leaves nothing to draw.
  if (ofFile.length > 0 || !lists.success) {
    return { out: '.', figures: [], problems: inOrder(shape.map(located)) };
  }
  const broken = new Set(shape.map(({ path }) => path[1]));
  const whole = lists.data.figures.flatMap((_, nth) => (broken.has(nth) ? [] : [nth]));
  const file = figuresSchema.safeParse({
    ...Object(value),
    figures: whole.map((nth) => lists.data.figures[nth]),
  });
  const found: Found[] = [...shape, ...twice(lists.data.figures)];
  const figures: FigureEntry[] = [];
  for (const [at, nth] of whole.entries()) {
    const asked = file.data?.figures[at];
    if (asked === undefined || file.data === undefined) continue;
    const figure = { ...file.data.defaults, ...asked };
    const rules = [
      ...ruleMistakes(figure, file.data),
      ...found.filter((each) => isTwice(each, nth)),
    ];
    const within = (path: Path) => ['figures', nth, ...path];
    found.push(
      ...rules.flatMap((each) =>
        isTwice(each, nth) ? [] : [{ ...each, path: within(each.path) }],
      ),
    );
    const from = file.data.sources[figure.from ?? ''];
    if (rules.length > 0 || from === undefined) continue;
    figures.push({
      ...figure,
      source: from,
      problem: (path, mistake) => located({ path: within(path), mistake }),
    });
  }
  return { out: lists.data.out ?? '.', figures, problems: inOrder(found.map(located)) };
}

/** The languages that a figure is drawn in. */
export function languagesOf({ lang = 'en' }: Pick<FigureAsked, 'lang'>): readonly Language[] {
  return Array.isArray(lang) ? lang : [lang];
}

/** What is said in a language; null: it is not said in that. */
export function saidIn(words: Words, language: Language): string | null {
  return typeof words === 'string' ? words : (words[language] ?? null);
}

function ruleMistakes(figure: FigureAsked, { sources }: FiguresAsked): Found[] {
  const { from, view, caption, alt, callouts = [] } = figure;
  const names = Object.keys(sources);
  const state = viewStateOf(view);
  const words: [Path, Words | undefined][] = [
    [['caption'], caption],
    [['alt'], alt],
    ...callouts.map(({ text }, nth): [Path, Words] => [['callouts', nth, 'text'], text]),
  ];
  return [
    ...(from === undefined
      ? [{ path: ['from'], mistake: { code: 'missing' as const, example: 'from: talk' } }]
      : names.includes(from)
        ? []
        : [
            {
              path: ['from'],
              mistake: {
                code: 'unknown-source' as const,
                given: shown(from),
                ...{ meant: meant(from, names), sources: names },
              },
            },
          ]),
    ...(Array.isArray(state) ? state.map((mistake) => ({ path: ['view'], mistake })) : []),
    ...words.flatMap(([path, said]) =>
      languagesOf(figure).flatMap((language) =>
        said === undefined || saidIn(said, language) !== null
          ? []
          : [{ path, mistake: { code: 'no-language' as const, language } }],
      ),
    ),
  ];
}

function twice(figures: readonly unknown[]): Found[] {
  const names = figures.map((each) => namedSchema.safeParse(each).data?.output ?? null);
  return names.flatMap((given, nth): Found[] => {
    const first = names.indexOf(given);
    if (given === null || first === nth) return [];
    return [
      { path: ['figures', nth, 'output'], mistake: { code: 'twice', given, first: first + 1 } },
    ];
  });
}

function isTwice({ path, mistake }: Found, nth: number): boolean {
  return mistake.code === 'twice' && path[1] === nth;
}

function placeOf(path: Path, file: unknown): Pick<Problem, 'figure' | 'field'> {
  const [first, nth, ...inFigure] = path;
  if (first !== 'figures' || typeof nth !== 'number') {
    return { figure: null, field: fieldText(path) };
  }
  const named = namedSchema.safeParse(valueAt(file, ['figures', nth]));
  return { figure: named.data?.output ?? nth + 1, field: fieldText(inFigure) };
}

function fieldText(path: Path): string | null {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? null : text;
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((one, other) => one.line - other.line);
}
