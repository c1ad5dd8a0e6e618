import * as z from 'zod/mini';

/** What all three kinds of System V IPC have, ipcs(1). */
const object = {
  id: z.int(),
  /** `0x0000002a`; all zeros is a private one. */
  key: z.string(),
  /** As the reader's user namespace numbers it. */
  ownerUid: z.int(),
  /** Permissions as octal digits: `600`. */
  mode: z.string(),
};

const shmMount = z.object({
  /** Null: there is no limit. */
  sizeBytes: z.nullable(z.int()),
  usedBytes: z.int(),
});
export type ShmMount = z.infer<typeof shmMount>;

/** What an IPC namespace isolates, all by id. */
export const ipcInsideSchema = z.object({
  type: z.literal('ipc'),
  /** Shared memory, with how often it is attached. */
  segments: z.nullable(z.array(z.object({ ...object, bytes: z.int(), attached: z.int() }))),
  /** Sets of semaphores, with how many are in each. */
  semaphores: z.nullable(z.array(z.object({ ...object, count: z.int() }))),
  /** Queues of messages. */
  queues: z.nullable(z.array(z.object({ ...object, messages: z.int(), bytes: z.int() }))),
  /**
   * The file system at /dev/shm, which is of the mount namespace of the process that it was read through:
   * POSIX shared memory. Null: nothing of its own is mounted there.
   */
  shmMount: z.nullable(shmMount),
});
export type IpcInside = z.infer<typeof ipcInsideSchema>;
