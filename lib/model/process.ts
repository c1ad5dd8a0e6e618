import * as z from 'zod/mini';
import { namespaceIdSchema } from './namespace-id-schema';
import { NAMESPACE_TYPES } from './namespace-type';

/** For a field that is null because it could not be read: its name and the errno, e.g. `EACCES`. */
export const unreadableSchema = z.record(z.string(), z.string());
export type Unreadable = z.infer<typeof unreadableSchema>;

/** The namespace of each type; null where it could not be read (or there is no process). */
export const namespaceSetSchema = z.object(
  Object.fromEntries(NAMESPACE_TYPES.map((type) => [type, z.nullable(namespaceIdSchema)])) as {
    [T in (typeof NAMESPACE_TYPES)[number]]: z.ZodMiniNullable<typeof namespaceIdSchema>;
  },
);
export type NamespaceSet = z.infer<typeof namespaceSetSchema>;

/**
 * A process as the snapshot tells it. What changes all the time (state, CPU, memory) is not here.
 * `pid` is the number in the reader's PID namespace. Identity: boot id, pid, startTicks.
 */
export const processSchema = z.object({
  pid: z.int(),
  /** Clock ticks after boot; a string, for it can pass 2^53. */
  startTicks: z.string(),
  /** ISO 8601; null where it is not known when the machine was started. */
  startedAt: z.nullable(z.string()),
  ppid: z.int(),
  /** NSpid of /proc/PID/status: the PID in each nested PID namespace, outermost first. */
  nsPids: z.nullable(z.array(z.int())),
  comm: z.string(),
  args: z.nullable(z.array(z.string())),
  argsTruncated: z.boolean(),
  /** Effective ids, as `ps` shows them. */
  uid: z.nullable(z.int()),
  gid: z.nullable(z.int()),
  zombie: z.boolean(),
  kernelThread: z.boolean(),
  threads: z.int(),
  cgroup: z.nullable(z.string()),
  /** The id of the container that it belongs to, and the engine whose that is; null: none. */
  container: z.nullable(z.string()),
  engine: z._default(z.nullable(z.string()), null),
  namespaces: namespaceSetSchema,
  /** Keys: a field's name, or `namespaces.pid` for one link. */
  unreadable: unreadableSchema,
});
export type Process = z.infer<typeof processSchema>;
