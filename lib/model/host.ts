import * as z from 'zod/mini';
import { namespaceSetSchema } from './namespace-set';
import { namespaceTypeSchema } from './namespace-type-schema';

/** Something about the environment that a person should know; `text` is the English sentence. */
export const noticeSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.string()),
  text: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** What names a host in addresses and messages: nothing that could be a path or a subject. */
export const hostIdSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,62}$/));
export type HostId = z.infer<typeof hostIdSchema>;

/** The machine that nsview itself reads. */
export const LOCAL_HOST: HostId = 'local';

export const hostSchema = z.object({
  /** Which host, among all that a server shows. Recordings made before there was one are of a local one. */
  id: z._default(hostIdSchema, LOCAL_HOST),
  hostname: z.string(),
  kernel: z.string(),
  cgroups: z.nullable(z.enum(['v1', 'v2', 'hybrid'])),
  namespaces: namespaceSetSchema,
  /** The types of which this kernel has none; a recording made before this was told has none of these. */
  lacks: z._default(z.array(namespaceTypeSchema), []),
  /** Which process the host's namespaces were read from. */
  namespacesFrom: z.enum(['pid1', 'kthreadd', 'initial', 'self']),
  /** Is it a virtual machine itself? Left out where nothing tells it, or the recording is older than this. */
  guest: z.optional(z.boolean()),
  reader: z.enum(['direct', 'container', 'recording']),
  notices: z.array(noticeSchema),
});
export type Host = z.infer<typeof hostSchema>;

export const engineStateSchema = z.enum([
  'connected',
  'connecting',
  'disconnected',
  'denied',
  'absent',
]);
export type EngineState = z.infer<typeof engineStateSchema>;

/**
 * Why an endpoint was no use: nobody there, not for us to open, no answer in time, an answer that is
 * not Docker's, an error status, of a kind that nsview cannot use, or a containerd without containers, as every
 * Docker has one.
 */
export const attemptProblemSchema = z.enum([
  'absent',
  'denied',
  'hanging',
  'protocol',
  'http',
  'unsupported',
  'empty',
]);
export type AttemptProblem = z.infer<typeof attemptProblemSchema>;

/** An endpoint that was tried in vain. */
export const attemptSchema = z.object({
  url: z.string(),
  /** The rule that named it: `DOCKER_HOST`, `default`… */
  from: z.string(),
  problem: attemptProblemSchema,
  /** In the words of the system: for the one who looks into it. */
  reason: z.string(),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const engineSchema = z.object({
  /** `docker:unix:///run/docker.sock` */
  id: z.string(),
  kind: z.enum(['docker', 'podman', 'containerd', 'cri-o']),
  endpoint: z.string(),
  /** `DOCKER_HOST` or a context names it, where nsview was started: the docker command finds it there without being told. */
  byEnvironment: z.exactOptional(z.literal(true)),
  version: z.nullable(z.string()),
  apiVersion: z.nullable(z.string()),
  minApiVersion: z.nullable(z.string()),
  state: engineStateSchema,
  /** What was tried and why it failed, in English; `tried` has the parts. */
  message: z.nullable(z.string()),
  /** Empty while connected. */
  tried: z.array(attemptSchema),
  /** The daemon process, found through the listening socket; null when not found. */
  pid: z.nullable(z.int()),
  namespaces: namespaceSetSchema,
});
export type Engine = z.infer<typeof engineSchema>;
