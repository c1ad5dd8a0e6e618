import * as z from 'zod/mini';
import { namespaceSetSchema } from './namespace-set';
import { NAMESPACE_TYPES } from './namespace-type';
import { namespaceTypeSchema } from './namespace-type-schema';
import { publishedPortSchema } from './published-port';
import { unreadableSchema } from './unreadable';

export const CONTAINER_STATES = [
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
] as const;
export const containerStateSchema = z.enum(CONTAINER_STATES);
export type ContainerState = z.infer<typeof containerStateSchema>;

/**
 * How a container's namespace of one type relates to the others', compared between leaders:
 * `none` no process now; `absent` this kernel has no namespaces of the type; `unknown` could not be
 * read; `host` equal to the host's or its engine's;
 * `shared` equal to another running container's; else `own`.
 */
export const sharingSchema = z.enum(['own', 'shared', 'host', 'unknown', 'none', 'absent']);
export type Sharing = z.infer<typeof sharingSchema>;

export const sharingSetSchema = z.object(
  Object.fromEntries(NAMESPACE_TYPES.map((type) => [type, sharingSchema])) as {
    [T in (typeof NAMESPACE_TYPES)[number]]: typeof sharingSchema;
  },
);
export type SharingSet = z.infer<typeof sharingSetSchema>;

export const containerSchema = z.object({
  id: z.string(),
  engine: z.string(),
  /** The namespace of containerd's that it is in; left out of other engines', which have none. */
  within: z.optional(z.string()),
  /** The pod of Podman's that it is in; left out of those that are in none, and of pods of Kubernetes, which labels tell. */
  pod: z.optional(z.string()),
  /** The path of its cgroup as its engine tells it, which can be the end of one; left out where that tells none. */
  cgroup: z.optional(z.string()),
  name: z.string(),
  image: z.string(),
  command: z.array(z.string()),
  state: containerStateSchema,
  /**
   * The leader: Docker's State.Pid, in the numbers of the processes here where it was found among
   * them; 0 when it has no process.
   */
  pid: z.int(),
  startedAt: z.nullable(z.string()),
  /** What its first process ended with; left out where it has not, or it is not told, as in old recordings. */
  exitCode: z.optional(z.int()),
  namespaces: namespaceSetSchema,
  sharing: sharingSetSchema,
  /** What the configuration says it joins, e.g. `{ pid: "container:<id>" }`; the id may be gone. Or the file of a namespace. */
  joins: z.partialRecord(namespaceTypeSchema, z.string()),
  /** Left out where the engine did not tell them, or the recording is older than they are. */
  ports: z.optional(z.array(publishedPortSchema)),
  labels: z.record(z.string(), z.string()),
  /** `reader`: nsview's own; `pause`: it runs nothing, and holds the namespaces that those of its pod share. */
  role: z.nullable(z.enum(['reader', 'pause'])),
  unreadable: unreadableSchema,
});
export type Container = z.infer<typeof containerSchema>;
