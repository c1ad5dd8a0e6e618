import * as z from 'zod/mini';

/** What starting the reader in a container takes, in this order. */
export const readerStepSchema = z.enum(['engine', 'image', 'create', 'start', 'look']);
export type ReaderStep = z.infer<typeof readerStepSchema>;

/**
 * Why there is no reader in a container: the engine is not reached, runs on another machine, or has
 * no more rights than nsview (rootless); the engine refused; no node runs in a container there; the
 * reader ended, did not answer in time, or answered what no reader says; its program was not built.
 */
export const readerProblemSchema = z.enum([
  'unreachable',
  'remote',
  'rootless',
  'refused',
  'no-node',
  'ended',
  'silent',
  'garbled',
  'not-built',
]);
export type ReaderProblem = z.infer<typeof readerProblemSchema>;

const starting = z.object({ state: z.literal('starting'), step: readerStepSchema });

const failed = {
  state: z.literal('failed'),
  step: readerStepSchema,
  problem: readerProblemSchema,
  /** In the words of the system: for the one who looks into it. */
  reason: z.string(),
};

/** Lines for a shell that do by hand what nsview does to start the reader. */
const commandsSchema = z.array(z.string());

/**
 * What reads /proc. `direct`: nsview itself, and there is nothing to decide. `offered`: nsview itself,
 * which may not read all; a container could, if a person agrees. `failed`: nsview itself, since there
 * is no reader in a container though it was asked for; `again`: it is tried again by itself.
 */
export const readerStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('direct') }),
  z.object({
    state: z.literal('offered'),
    /** A person said "not now" to this server. */
    declined: z.boolean(),
    commands: commandsSchema,
    /** It would go into namespaces as well: the command line said so. */
    enters: z.boolean(),
  }),
  starting,
  z.object({
    state: z.literal('container'),
    name: z.string(),
    commands: commandsSchema,
    /** It may go into namespaces as well: the command line or a person said so. */
    enters: z.boolean(),
    /** What becomes of another that is to take its place, with that right or without. */
    next: z.nullable(z.discriminatedUnion('state', [starting, z.object(failed)])),
  }),
  z.object({ ...failed, again: z.boolean() }),
]);
export type ReaderState = z.infer<typeof readerStateSchema>;

/** Yes or no: to the reader in a container, or to one that may go into namespaces as well. */
export const readerDecisionSchema = z.object({ agree: z.boolean() });
