import * as z from 'zod/mini';

/** What of a process changes all the time. */
export const usageRowSchema = z.object({
  pid: z.int(),
  /** With the PID: which process. */
  startTicks: z.string(),
  /** The letter of /proc/PID/stat: `R`, `S`, `D`, `Z`… */
  state: z.string().check(z.maxLength(1)),
  rssBytes: z.number(),
  /** CPU time used so far, milliseconds. */
  cpuMs: z.number(),
});
export type UsageRow = z.infer<typeof usageRowSchema>;

/** Rows that are not the same as when they were last sent; the others on screen are as they were. */
export const usageMessageSchema = z.object({
  /** When they were read, by a clock that never goes back: milliseconds. */
  at: z.number(),
  rows: z.array(usageRowSchema),
});
export type UsageMessage = z.infer<typeof usageMessageSchema>;
