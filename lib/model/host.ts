import { z } from 'zod';
import { namespaceSetSchema } from './process';

/** Something about the environment that a person should know; `text` is the English sentence. */
export const noticeSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.string()),
  text: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const hostSchema = z.object({
  hostname: z.string(),
  kernel: z.string(),
  cgroups: z.enum(['v1', 'v2', 'hybrid']).nullable(),
  namespaces: namespaceSetSchema,
  /** Which process the host's namespaces were read from. */
  namespacesFrom: z.enum(['pid1', 'kthreadd', 'initial', 'self']),
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

export const engineSchema = z.object({
  /** `docker:unix:///run/docker.sock` */
  id: z.string(),
  kind: z.enum(['docker', 'podman']),
  endpoint: z.string(),
  version: z.string().nullable(),
  apiVersion: z.string().nullable(),
  minApiVersion: z.string().nullable(),
  state: engineStateSchema,
  /** What was tried and why it failed. */
  message: z.string().nullable(),
  /** The daemon process, found through the listening socket; null when not found. */
  pid: z.int().nullable(),
  namespaces: namespaceSetSchema,
});
export type Engine = z.infer<typeof engineSchema>;
