import * as z from 'zod/mini';
import { namespaceSetSchema } from './namespace-set';
import { unreadableSchema } from './unreadable';

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
