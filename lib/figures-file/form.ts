import * as z from 'zod/mini';
import { LARGEST, LEAST } from '../figure/figure-size';
import { TEXTS } from '../figure/outlined';
import { SIDES } from '../figure/callout';
import { predicateSchema } from '../lessons/lesson';
import { LANGUAGES } from '../model/language';
import { SHIPPED_RECORDINGS } from '../protocol/shipped';
import { THEMES } from '../view-state/view-state';

/**
 * A file of figures (docs/figures.md): what is drawn of which moment, and what is written beside it. Nothing in it is
 * executed; what it can show is an address of the page.
 */

const oneOrMore = <T>(schema: z.ZodMiniType<T>) =>
  z.union([schema, z.array(schema).check(z.minLength(1))]);

const side = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

/** What is read, in each language that the figure is drawn in; a text alone is said in all of them. */
const wordsSchema = z.union([
  z.string().check(z.minLength(1)),
  z.strictObject({ en: z.optional(z.string()), 'zh-CN': z.optional(z.string()) }),
]);
export type Words = z.infer<typeof wordsSchema>;

/** A second, or what happened then and how long after it: `{event: c2-recreated, then: 1s}`. */
const momentSchema = z.union([
  z.number().check(z.nonnegative()),
  z.strictObject({
    event: z.string(),
    then: z.optional(z.string().check(z.regex(/^\d{1,7}(\.\d{1,3})?(ms|s)$/))),
  }),
]);
export type MomentAsked = z.infer<typeof momentSchema>;

/** The parameters of an address of the page, as its query or by their names. */
const viewSchema = z.union([
  z.string(),
  z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]),
  ),
]);
export type ViewAsked = z.infer<typeof viewSchema>;

const common = {
  /** One of the sources. */
  from: z.optional(z.string()),
  at: z.optional(momentSchema),
  /** Width and height that it is laid out in, in pixels. */
  size: z.optional(z.tuple([side(LEAST.width, LARGEST.width), side(LEAST.height, LARGEST.height)])),
  /** As PNG as well, so many pixels for each of the figure. */
  png: z.optional(z.number().check(z.minimum(1), z.maximum(4))),
  /** A list makes a file for each, and puts it into the file's name. */
  lang: z.optional(oneOrMore(z.enum(LANGUAGES))),
  theme: z.optional(oneOrMore(z.enum(THEMES))),
  text: z.optional(z.enum(TEXTS)),
};

export const sourceSchema = z.union([
  /** A file, from the folder of the file of figures. */
  z.strictObject({ recording: z.string() }),
  z.strictObject({ shipped: z.enum(SHIPPED_RECORDINGS) }),
  /** Another nsview, as it is now. */
  z.strictObject({ url: z.string().check(z.regex(/^https?:\/\/./)) }),
  /** This machine, as it is now. */
  z.strictObject({ machine: z.literal(true) }),
]);
export type SourceAsked = z.infer<typeof sourceSchema>;

export const calloutSchema = z.strictObject({
  at: z.string(),
  side: z.enum(SIDES),
  text: wordsSchema,
  /** Pixels from what it is about. */
  distance: z.optional(z.number().check(z.minimum(8), z.maximum(1000))),
});

export const cropSchema = z.strictObject({
  to: z.array(z.string()).check(z.minLength(1)),
  margin: z.optional(z.number().check(z.nonnegative(), z.maximum(1000))),
});

export const figureSchema = z.strictObject({
  /** Its name: that of its files, without what they end with. */
  output: z.string().check(z.regex(/^[A-Za-z0-9][\w-]*(\/[A-Za-z0-9][\w-]*)*$/)),
  ...common,
  view: z.optional(viewSchema),
  crop: z.optional(cropSchema),
  /** What stands for numbers of namespaces, by whose they are: `"container:c1/pid": PID-A`. */
  names: z.optional(z.record(z.string(), z.string().check(z.minLength(1)))),
  /** What has to be so, in the predicates of lessons: no figure that says something wrong. */
  expect: z.optional(z.union([predicateSchema, z.array(predicateSchema)])),
  callouts: z.optional(z.array(calloutSchema)),
  caption: z.optional(wordsSchema),
  /** What is read aloud: `auto`, what is to be seen told in sentences, or a text. */
  alt: z.optional(wordsSchema),
});
export type FigureAsked = z.infer<typeof figureSchema>;

export const defaultsSchema = z.strictObject(common);

export const figuresSchema = z.strictObject({
  /** The version of this form. */
  nsview: z.literal(1),
  /** The folder of what is drawn, from that of this file. */
  out: z.optional(z.string()),
  defaults: z.optional(defaultsSchema),
  sources: z.record(z.string(), sourceSchema),
  figures: z.array(figureSchema).check(z.minLength(1)),
});
export type FiguresAsked = z.infer<typeof figuresSchema>;

/** The schema of such a file, for editors. */
export function figuresJsonSchema(): object {
  return z.toJSONSchema(figuresSchema, { io: 'input' });
}
