import * as z from 'zod/mini';
import { namespaceSchema } from './namespace';
import { processSchema } from './process';
import { snapshotHeadSchema } from './snapshot-head';

/** What there may be thousands of. */
export const recordsSchema = z.object({
  namespaces: z.array(namespaceSchema),
  processes: z.array(processSchema),
});

/**
 * One immutable picture of the machine. Lists are in a fixed order: engines and containers by id,
 * namespaces by type and inode, processes by pid.
 */
export const snapshotSchema = z.extend(snapshotHeadSchema, recordsSchema.shape);
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What a source sees: a snapshot before the hub gives it its place in the series. */
export type Sight = Omit<Snapshot, 'seq'>;
