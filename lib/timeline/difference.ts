import * as z from 'zod/mini';
import { containerSchema, containerStateSchema } from '../model/container';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import { namespaceTypeSchema } from '../model/namespace-type-schema';
import { NAME_SOURCES } from '../sandboxes/name';

const names = z.array(z.string());

/** Where a container is in one type. */
const placeSchema = z.object({
  id: namespaceIdSchema,
  how: z.enum(['own', 'shared', 'host']),
  /** The names of the other containers there. */
  others: names,
});
export type SpaceThen = z.infer<typeof placeSchema>;

/** Something of a container that is another at the second moment than at the first. */
export const factSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('state'), from: containerStateSchema, to: containerStateSchema }),
  /** It was started again meanwhile. */
  z.object({ is: z.literal('run') }),
  /** It is in another namespace; null: in none, or that is not known. `isSameNumber`: another that has the number. */
  z.object({
    is: z.literal('space'),
    type: namespaceTypeSchema,
    from: z.nullable(placeSchema),
    to: z.nullable(placeSchema),
    isSameNumber: z.boolean(),
  }),
  /** Others are with it in the namespace in which it was. */
  z.object({ is: z.literal('company'), type: namespaceTypeSchema, came: names, went: names }),
  /** How many processes it sees, where others came to its PID namespace or went. */
  z.object({ is: z.literal('sees'), from: z.int(), to: z.int() }),
]);
export type Fact = z.infer<typeof factSchema>;

/** `appeared`: only at the second moment; `went`: only at the first; `changed`: at both, and not the same. */
export const DIFFERENCES = ['appeared', 'went', 'changed'] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** A container that is not at the second moment what it was at the first. */
export const differentSchema = z.object({
  difference: z.enum(DIFFERENCES),
  /** As it was when it was there last. */
  container: containerSchema,
  /** What it is called where its name stands alone. */
  name: z.string(),
  /** One of its name was there, or is: it was made again. */
  again: z.boolean(),
  facts: z.array(factSchema),
});
export type Different = z.infer<typeof differentSchema>;

/** A sandbox that is known to be at one of the two moments alone. */
const differentSandboxSchema = z.object({
  difference: z.enum(['appeared', 'went']),
  /** What pictures know it by. */
  key: z.string(),
  name: z.string(),
  /** What tells its name. */
  named: z.enum(NAME_SOURCES),
  /** Of its topmost process, when it was there last. */
  pid: z.int(),
  processes: z.int(),
});
export type DifferentSandbox = z.infer<typeof differentSandboxSchema>;

export const comparisonSchema = z.object({
  /** Those that appeared, then those that went, then those that changed; each by name. */
  different: z.array(differentSchema),
  /** The same of what no engine knows: those that appeared, then those that went; each by name. */
  sandboxes: z.array(differentSandboxSchema),
  /** Containers that are as they were. */
  asBefore: z.int(),
});
export type Comparison = z.infer<typeof comparisonSchema>;
