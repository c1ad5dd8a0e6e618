import * as z from 'zod/mini';
import { containerSchema } from '../model/container';
import { engineSchema, hostSchema } from '../model/host';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import type { Namespace } from '../model/namespace';
import { areNamespaces } from '../model/namespace-guard';
import type { Process } from '../model/process';
import { areProcesses } from '../model/process-guard';
import { snapshotHeadSchema } from '../model/snapshot-head';

/** Both ends must speak the same; raise it with every change of a message. */
export const PROTOCOL_VERSION = 9;

/** What there may be thousands of: by guards, for the first picture waits for it (decision 19). */
const records = {
  namespaces: z.custom<Namespace[]>(areNamespaces),
  processes: z.custom<Process[]>(areProcesses),
};

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
    containers: z.array(containerSchema),
    ...records,
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

/**
 * The answer to every hello: where the server is in the series of pictures. One who is there already
 * has missed nothing; to any other what is missing is sent as well.
 */
export const welcomeSchema = z.object({ version: z.int(), epoch: z.string(), seq: z.int() });
export type Welcome = z.infer<typeof welcomeSchema>;

export const snapshotMessageSchema = z.object({
  epoch: z.string(),
  snapshot: z.extend(snapshotHeadSchema, records),
});
export type SnapshotMessage = z.infer<typeof snapshotMessageSchema>;
