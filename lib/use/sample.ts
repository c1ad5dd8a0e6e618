import * as z from 'zod/mini';
import { unreadableSchema } from '../model/unreadable';
import { usedBy } from './cpu';
import { Gather } from './gather';
import { bytesUsed } from './memory';
import { tasksOf } from './pids';
import type { SampleReading } from './reading';

const amount = z.nullable(z.number().check(z.nonnegative()));

/** What changes all the time of what a container uses, for who asks about many of them. */
export const sampleSchema = z.object({
  /** Memory, in bytes. */
  usedBytes: amount,
  /** The processors' time since it began. */
  usedMs: amount,
  /** What counts against a limit of processes: threads and zombies. */
  tasks: amount,
  unreadable: unreadableSchema,
});
export type Sample = z.infer<typeof sampleSchema>;

/** Of what its cgroups say. */
export function tellSample({ memory, cpuacct, pids }: SampleReading): Sample {
  const gather = new Gather();
  return {
    usedBytes: gather.take('usedBytes', bytesUsed(memory)),
    usedMs: gather.take('usedMs', usedBy(cpuacct)),
    tasks: gather.take('tasks', tasksOf(pids)),
    unreadable: gather.unreadable,
  };
}
