import * as z from 'zod/mini';
import { holderSchema } from './holder';
import { namespaceIdSchema } from './namespace-id-schema';
import { namespaceTypeSchema } from './namespace-type-schema';
import { RELATIONS } from './relation';
import { unreadableSchema } from './unreadable';

/** A row of /proc/PID/uid_map: `length` ids from `inside` on are `outside` and following in the parent. */
export const idMapRowSchema = z.tuple([z.int(), z.int(), z.int()]);
export type IdMapRow = z.infer<typeof idMapRowSchema>;

export const namespaceSchema = z.object({
  id: namespaceIdSchema,
  /**
   * What tells it from others that had or will have its number: a number is given out again at once.
   * The kernel's own id of it where that can be asked, else `@`, the PID of the process through which it
   * was met, and when that began, in clock ticks after boot; empty in recordings made before this was told.
   */
  lifetime: z._default(z.string(), ''),
  type: namespaceTypeSchema,
  /** Is it one of the host's own? */
  host: z.boolean(),
  /** Null at the root, for types without parents, and where not known. */
  parent: z.nullable(namespaceIdSchema),
  /** The owning user namespace; null for user namespaces, which their parent owns. */
  owner: z.nullable(namespaceIdSchema),
  /** The uid that made it; user namespaces only. */
  ownerUid: z.nullable(z.int()),
  relation: z.enum(RELATIONS),
  /** The lowest PID in it; null when no process is. */
  leader: z.nullable(z.int()),
  processes: z.int(),
  containers: z.array(z.string()),
  /** Some of what holds it besides the processes in it: enough to tell why it is still there. */
  heldBy: z.array(holderSchema),
  uidMap: z.nullable(z.array(idMapRowSchema)),
  gidMap: z.nullable(z.array(idMapRowSchema)),
  unreadable: unreadableSchema,
});
export type Namespace = z.infer<typeof namespaceSchema>;
