import * as z from 'zod/mini';
import { containerSchema } from './container';
import { engineSchema, hostSchema } from './host';

export const SCHEMA_VERSION = 1;

/**
 * A snapshot without what there may be thousands of, which its readers check in different ways: all by
 * schemas, or for a first picture by guards (decision 19).
 */
export const snapshotHeadSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  bootId: z.string(),
  seq: z.int(),
  takenAt: z.string(),
  host: hostSchema,
  engines: z.array(engineSchema),
  containers: z.array(containerSchema),
});
