import * as z from 'zod/mini';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import { unreadableSchema } from '../model/unreadable';
import type { Limit } from '../proc/limits';
import { SECCOMP_MODES, type Ids } from '../proc/status';

/** Names without `CAP_`, in the order of their numbers; of one that is newer than nsview the number. */
const namesSchema = z.nullable(z.array(z.string()));

const capabilitiesSchema = z.object({
  /** What it may do now. */
  effective: namesSchema,
  /** What it may make effective. */
  permitted: namesSchema,
  /** What it hands to a program that it becomes, where that asks for it. */
  inheritable: namesSchema,
  /** What it can still get, by a program that is set-user-ID or has capabilities of its own. */
  bounding: namesSchema,
  /** What it hands to any program that it becomes. */
  ambient: namesSchema,
  /** The effective ones that no container has which asks for nothing. */
  beyondDefault: namesSchema,
  /** Those of such a container that are not effective. */
  withoutDefault: namesSchema,
});

const idsSchema: z.ZodMiniType<Ids> = z.object({
  real: z.int(),
  effective: z.int(),
  saved: z.int(),
  fileSystem: z.int(),
});

/** The system call that its first thread waits in. `running`: it runs just now; `none`: it waits in no call. */
const callSchema = z.union([
  z.object({ number: z.int(), name: z.nullable(z.string()) }),
  z.enum(['running', 'none']),
]);
const limitSchema: z.ZodMiniType<Limit> = z.object({
  name: z.string(),
  soft: z.string(),
  hard: z.string(),
  unit: z.nullable(z.string()),
});

/** What a process may do, and what it does now. What could not be read is null and in `unreadable`. */
export const privilegesSchema = z.object({
  pid: z.int(),
  /** With the PID, which process it is. */
  startTicks: z.string(),
  capabilities: capabilitiesSchema,
  seccomp: z.nullable(z.enum(SECCOMP_MODES)),
  noNewPrivileges: z.nullable(z.boolean()),
  /** As the security module labels it; null and readable: none does. */
  lsm: z.nullable(z.string()),
  call: z.nullable(callSchema),
  /** The function of the kernel that it waits in; null and readable: it waits nowhere. */
  wchan: z.nullable(z.string()),
  /** Namespaces of which it has a file open, by which it can go in, or keep them. */
  namespaceFiles: z.nullable(z.array(z.object({ fd: z.int(), namespace: namespaceIdSchema }))),
  limits: z.nullable(z.array(limitSchema)),
  uids: z.nullable(idsSchema),
  gids: z.nullable(idsSchema),
  /** Keys: a field's name, `capabilities.effective`, or `call.name` where the number alone is known. */
  unreadable: unreadableSchema,
});
export type Privileges = z.infer<typeof privilegesSchema>;

/** Which process a reader is to look at: the number alone may be another's by now. */
export interface ProcessRequest {
  pid: number;
  startTicks: string;
}
