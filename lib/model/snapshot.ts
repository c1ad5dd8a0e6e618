import * as z from 'zod/mini';
import { containerSchema } from './container';
import { engineSchema, hostSchema } from './host';
import { namespaceSchema } from './namespace';
import { processSchema } from './process';

export const SCHEMA_VERSION = 1;

/**
 * One immutable picture of the machine. Lists are in a fixed order: engines and containers by id,
 * namespaces by type and inode, processes by pid.
 */
export const snapshotSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  bootId: z.string(),
  seq: z.int(),
  takenAt: z.string(),
  host: hostSchema,
  engines: z.array(engineSchema),
  namespaces: z.array(namespaceSchema),
  containers: z.array(containerSchema),
  processes: z.array(processSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What a source sees: a snapshot before the hub gives it its place in the series. */
export type Sight = Omit<Snapshot, 'seq'>;
