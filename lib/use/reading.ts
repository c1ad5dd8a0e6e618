import * as z from 'zod/mini';
import { controllerSchema } from './use';

const toldText = z.union([
  z.object({ value: z.string(), reason: z.null() }),
  z.object({ value: z.null(), reason: z.string() }),
]);

/** A cgroup, and what its files say. */
const groupSchema = z.object({ path: z.string(), files: z.record(z.string(), toldText) });
export type Group = z.infer<typeof groupSchema>;

/** What is read of one controller: the container's own cgroup, and those around it. */
const controllerReadingSchema = z.object({
  version: z.enum(['v1', 'v2']),
  own: groupSchema,
  /** Those that it is in, the nearest first. */
  above: z.array(groupSchema),
  /** Are these all, up to the one that all are in? */
  whole: z.boolean(),
  /** Was v2 mounted so that each cgroup counts refused forks by itself, as before Linux 6.11? */
  localPidsEvents: z.boolean(),
  /** Those in it; null: they are too many. */
  below: z.nullable(z.array(groupSchema)),
});
export type ControllerReading = z.infer<typeof controllerReadingSchema>;

const toldReading = z.union([
  z.object({ value: controllerReadingSchema, reason: z.null() }),
  z.object({ value: z.null(), reason: z.string() }),
]);

/** What a reader tells of a container's cgroups. */
export const useReadingSchema = z.object({
  controllers: z.record(controllerSchema, toldReading),
  /** /proc/meminfo and the processors that there are, as a process in there reads them. */
  machine: z.object({ meminfo: toldText, cpus: toldText }),
  /** /proc/PID/net/dev of its leader. */
  network: toldText,
});
export type UseReading = z.infer<typeof useReadingSchema>;

/** The same of what changes all the time. */
export const sampleReadingSchema = z.object({
  ...{ memory: toldReading, cpuacct: toldReading, pids: toldReading },
});
export type SampleReading = z.infer<typeof sampleReadingSchema>;

/** The same of what limits it, of which rules ask. */
export const limitsReadingSchema = z.object({ memory: toldReading, pids: toldReading });
export type LimitsReading = z.infer<typeof limitsReadingSchema>;

/** Of which container. */
export interface UseRequest {
  /** Its leader, by PID, and when that began: its number may be another's by now. */
  pid: number;
  startTicks: string;
  /** Its id, which the path of its cgroup has in it where its engine does not tell that. */
  id: string;
  cgroup?: string;
  /** Who sees cgroups as they are, besides the reader: the engine, the first process. By PID. */
  viewers: readonly number[];
}
