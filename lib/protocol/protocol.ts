import * as z from 'zod/mini';
import { containerSchema } from '../model/container';
import { engineSchema, hostSchema } from '../model/host';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import { namespaceSchema } from '../model/namespace';
import { processSchema } from '../model/process';
import { snapshotSchema } from '../model/snapshot';
import { SHIPPED_RECORDINGS } from './shipped';

/** Both ends must speak the same; raise it with every change of a message. */
export const PROTOCOL_VERSION = 4;

/** What changed between two snapshots, as whole records. The rules are in lib/diff/SPEC.md. */
export const deltaSchema = z.object({
  /** One run of the server; a gap or another epoch means a fresh snapshot. */
  epoch: z.string(),
  /** The seq of the snapshot that results; applies to seq - 1. */
  seq: z.int(),
  put: z.object({
    takenAt: z.string(),
    host: z.optional(hostSchema),
    engines: z.array(engineSchema),
    namespaces: z.array(namespaceSchema),
    containers: z.array(containerSchema),
    processes: z.array(processSchema),
  }),
  remove: z.object({
    engines: z.array(z.string()),
    namespaces: z.array(namespaceIdSchema),
    /** By engine and id: `ENGINE/ID`. */
    containers: z.array(z.string()),
    processes: z.array(z.int()),
  }),
});
export type Delta = z.infer<typeof deltaSchema>;

/** What any version's hello says of itself. */
export const helloVersionSchema = z.object({ version: z.int() });

export const helloSchema = z.object({
  version: z.int(),
  epoch: z.nullable(z.string().check(z.maxLength(64))),
  lastSeq: z.nullable(z.int()),
  /** A recording to watch instead of what the server shows to all, and where to begin. */
  recording: z.nullable(
    z.object({
      name: z.enum(SHIPPED_RECORDINGS),
      at: z.int().check(z.nonnegative()),
      playing: z.boolean(),
    }),
  ),
});
export type Hello = z.infer<typeof helloSchema>;

/** What a viewer has on screen. */
export const watchSchema = z.object({
  /** In detail: their processes are looked at more often. */
  containers: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(64)),
  /** As rows, by PID: of these `usage` comes. `all`: of every process, for one looks for the largest. */
  rows: z.union([z.array(z.int().check(z.positive())).check(z.maxLength(512)), z.literal('all')]),
});
export type Watch = z.infer<typeof watchSchema>;

/**
 * The answer to every hello: where the server is in the series of pictures. One who is there already
 * has missed nothing; to any other what is missing is sent as well.
 */
export const welcomeSchema = z.object({ version: z.int(), epoch: z.string(), seq: z.int() });
export type Welcome = z.infer<typeof welcomeSchema>;

export const snapshotMessageSchema = z.object({ epoch: z.string(), snapshot: snapshotSchema });
export type SnapshotMessage = z.infer<typeof snapshotMessageSchema>;
