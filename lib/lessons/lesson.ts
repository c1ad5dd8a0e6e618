import * as z from 'zod/mini';
import { ARGUMENTS, type Predicate } from './predicate';

/**
 * A lesson: a file that a teacher writes (lib/lessons/README.md), read by `parseLesson` and sent to the page as it
 * is here. It holds no code: what it can ask is the list in predicate.ts, what it can show is an address of the
 * page, and what it can have typed is copied by a person, or run in the lab.
 */

/** What a person reads, by language tag; where one's own is not there the first stands in. */
export const textSchema = z.record(
  z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  z.string(),
);
export type Text = z.infer<typeof textSchema>;

const leaves = Object.entries(ARGUMENTS).map(([name, schema]) =>
  z.strictObject({ [name]: schema }),
);
/** Any one of the leaves, or several joined; parse.ts says in words which of them is wrong, and where. */
export const predicateSchema: z.ZodMiniType<Predicate> = z.lazy(
  () =>
    z.union([
      ...leaves,
      z.strictObject({ all: z.array(predicateSchema).check(z.minLength(1)) }),
      z.strictObject({ any: z.array(predicateSchema).check(z.minLength(1)) }),
      z.strictObject({ not: predicateSchema }),
    ]) as unknown as z.ZodMiniType<Predicate>,
);

export const STEP_KINDS = [
  'predict',
  'do',
  'observe',
  'explain',
  'contrast',
  'vary',
  'recap',
] as const;

const idSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));

const answerChoiceSchema = z.strictObject({
  id: idSchema,
  text: textSchema,
  /** One of a question's answers is. */
  right: z._default(z.boolean(), false),
  /** Why it is so, or why it is not: told once the result was seen. */
  why: textSchema,
});

/** How a command of `run` ends, where it is not by exit code 0. */
const endSchema = z.strictObject({
  /** Which of them, from 1. */
  command: z.int(),
  /** Left out: whichever, for programs differ in it. */
  exit: z.optional(z.int()),
  /** What is in its output, letter by letter. */
  prints: z.optional(z.string().check(z.minLength(1))),
});

export const stepSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(STEP_KINDS),
  /** The one idea, in a sentence; the largest thing on the screen. */
  title: textSchema,
  /** What is told before anything is done; short, with the title at most 60 words or 120 characters. */
  say: z.optional(textSchema),
  predict: z.optional(
    z.strictObject({
      ask: textSchema,
      answers: z.array(answerChoiceSchema).check(z.minLength(2), z.maxLength(4)),
    }),
  ),
  /** What is typed, a line of a shell each, in this order. */
  run: z._default(z.array(z.string().check(z.minLength(1))), []),
  /** How those end that do not end with exit code 0: in the lab, a step that an answer completes is checked by it. */
  ends: z._default(z.array(endSchema), []),
  /** What completes a step that leaves the commands to the learner: for its test, and for the answers of a handout. */
  solve: z._default(z.array(z.string().check(z.minLength(1))), []),
  /** The one part of the commands that makes the difference; it is marked there. */
  mark: z.optional(z.string().check(z.minLength(1))),
  /** What to look at while it happens. */
  watch: z.optional(textSchema),
  /** Seen false first, then true: then the step is done. */
  done: predicateSchema,
  /** Facts that are told once it is done, each with its command; they may stop being so. */
  evidence: z._default(z.array(predicateSchema), []),
  /** Why it was so; told after what was seen. */
  why: z.optional(textSchema),
  /** What else may have happened, by its cause; the first that is true is told. Never the command. */
  hints: z._default(z.array(z.strictObject({ when: predicateSchema, say: textSchema })), []),
  /** Commands that come near and do not complete the step: two or more, for its test. */
  near: z._default(z.array(z.string().check(z.minLength(1))), []),
  /** What has to be so of this machine; else the step says why it cannot be done here. */
  requires: z._default(
    z.array(
      z.enum([
        'remapped-daemon',
        'host-users',
        'registry',
        'cgroup-memory',
        'cgroup-cpu',
        'cgroup-pids',
        'cgroup-io',
        'bridge',
        'docker',
      ]),
    ),
    [],
  ),
  /** What is typed in another way where Podman answers, in a sentence; told there alone. */
  podman: z.optional(textSchema),
  /** Programs that its image must have. */
  programs: z._default(z.array(z.string()), []),
  /** What is shown beside it: the query of an address of the page, such as `view=lens&lens=pid&vantages=:host,c1`. */
  focus: z.optional(z.string()),
  /** Does that answer the question before anything is typed? Then a class is shown it once somebody has answered. */
  veil: z.optional(z.boolean()),
});
export type Step = z.infer<typeof stepSchema>;

export const lessonSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** What it is about, in a sentence. */
  about: textSchema,
  /** The containers that its commands make and its predicates name; all have to be in one of them. */
  containers: z.array(z.string().check(z.regex(/^[a-z][a-z0-9]{0,20}$/))),
  steps: z.array(stepSchema).check(z.minLength(1), z.maxLength(40)),
});
export type Lesson = z.infer<typeof lessonSchema>;
