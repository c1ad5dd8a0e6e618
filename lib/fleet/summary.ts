import * as z from 'zod/mini';
import { engineStateSchema } from '../model/host';
import { perType } from '../model/namespace-type';

/**
 * What an agent tells of its machine all the time, in few bytes: that whoever looks at a thousand machines knows where
 * to look. Each text and list has a limit, for it comes from elsewhere. Names of rules, notices and engines are not
 * held to those known here: an agent of a later version may have others.
 */

/** Raise it with every change that an older reader would take for something else. */
export const SUMMARY_VERSION = 1;

/** Bytes of a whole summary, as JSON. */
export const SUMMARY_BYTES = 2048;

/** How much there is at most of what has no limit by itself: bytes of a text as it stands in JSON, and entries of lists. */
export const MOST = { version: 32, text: 64, engines: 8, rules: 32, notices: 16 } as const;

const text = (most: number) => z.string().check(z.maxLength(most));
const count = z.int().check(z.nonnegative());
/** A word that programs have for something. */
const word = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/));

/** Of the containers that run, by how the sharing of one type is said; the others have their own, or are not known to. */
const sharedSchema = z.object({ shared: count, host: count, engine: count, unknown: count });
export type Shared = z.infer<typeof sharedSchema>;

const findingCountsSchema = z.object({
  high: count,
  medium: count,
  low: count,
  /** Rules that could not be decided, each counted once for each container: these are no "nothing found". */
  undecided: count,
  /** How often each rule found something, in the order in which rules are told. */
  rules: z.record(word, count).check(z.refine((rules) => Object.keys(rules).length <= MOST.rules)),
  /** Rules that found something and are left out. */
  moreRules: count,
});
export type FindingCounts = z.infer<typeof findingCountsSchema>;

const engineSchema = z.object({
  kind: word,
  state: engineStateSchema,
  version: z.nullable(text(MOST.version)),
});

export const summarySchema = z.object({
  version: z.literal(SUMMARY_VERSION),
  /** Of nsview, and of the messages that views of this machine are made of. */
  nsview: text(MOST.version),
  protocol: count,
  /** The series of pictures that this agent makes; another one has another. */
  epoch: text(MOST.text),
  /** When the machine was looked at, ISO 8601, by the agent's own clock. */
  at: z.iso.datetime().check(z.maxLength(MOST.version)),
  hostname: text(MOST.text),
  bootId: text(MOST.text),
  kernel: text(MOST.text),
  /** Null: no engine has told of any. Not complete: one has not told, or not anew. */
  containers: z.nullable(z.object({ running: count, all: count, complete: z.boolean() })),
  /** Not complete: others are kept from nsview. */
  processes: z.object({ all: count, complete: z.boolean() }),
  sandboxes: count,
  /** By type, of the containers that run; null as they are. A type that the kernel lacks is left out. */
  sharing: z.nullable(z.object(perType(() => z.optional(sharedSchema)))),
  /** Null: nobody has looked for any yet, or no engine tells of containers. */
  findings: z.nullable(findingCountsSchema),
  /** Those that do worst first. */
  engines: z.array(engineSchema).check(z.maxLength(MOST.engines)),
  moreEngines: count,
  /** What nsview says of its surroundings, by code, each once. */
  notices: z.array(word).check(z.maxLength(MOST.notices)),
  moreNotices: count,
});
export type Summary = z.infer<typeof summarySchema>;
