import * as z from 'zod/mini';
import { engineSchema } from '../model/host';
import { usageRowSchema } from '../protocol/usage';

/** What `/healthz` answers. */
export const healthSchema = z.object({
  status: z.literal('ok'),
  /** Of nsview. */
  version: z.string(),
  engines: z.array(z.pick(engineSchema, { id: true, state: true, message: true })),
  lastScanMs: z.nullable(z.number()),
  viewers: z.number(),
});
export type Health = z.infer<typeof healthSchema>;

/** What `/api/v1/usage` answers: the question's answer without the rest. */
export const usageListSchema = z.object({ processes: z.array(usageRowSchema) });
