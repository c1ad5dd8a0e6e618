import * as z from 'zod/mini';
import { unreadableSchema } from '../model/unreadable';

/** Bytes, milliseconds, or how many: of each null is either that it could not be read, and `unreadable` says
 * why, or what the field's own words say. */
const amount = z.nullable(z.number().check(z.nonnegative()));
/** The path of a cgroup; null: there is no limit, or it is not known whose it is. */
const whose = z.nullable(z.string());

/** What cgroups give a name of their own: `paths` has where a container is in each. */
export const CONTROLLERS = ['memory', 'cpu', 'cpuacct', 'pids', 'io', 'freezer'] as const;
export const controllerSchema = z.enum(CONTROLLERS);
export type Controller = z.infer<typeof controllerSchema>;

/** A rate that a device is held to, in bytes or operations a second, and the cgroup that has it. */
const ratesSchema = z.partialRecord(
  z.enum(['readBytes', 'writtenBytes', 'reads', 'writes']),
  z.object({ perSecond: z.number().check(z.nonnegative()), from: z.string() }),
);
export type Rates = z.infer<typeof ratesSchema>;

/** What was read from a block device and written to it since the container began, and what holds that back. */
export const deviceUseSchema = z.object({
  /** Major and minor number. */
  device: z.string(),
  readBytes: z.number().check(z.nonnegative()),
  writtenBytes: z.number().check(z.nonnegative()),
  /** Empty as well where `unreadable` has `io.limits`: then they are not known. */
  limits: ratesSchema,
});
export type DeviceUse = z.infer<typeof deviceUseSchema>;

/** What has come in by a network device since it was made. */
const received = z.object({
  device: z.string(),
  receivedBytes: z.number().check(z.nonnegative()),
  receivedPackets: z.number().check(z.nonnegative()),
});

/**
 * What a container uses, what it may use at most, and what a limit did. A limit is the strictest of its own
 * and those of the cgroups above; null, without a reason in `unreadable`: there is none. `limitFrom` is the
 * cgroup that has it.
 */
export const useSchema = z.object({
  cgroups: z.nullable(z.enum(['v1', 'v2', 'hybrid'])),
  /** Its cgroup for each controller, as the host sees it. */
  paths: z.partialRecord(controllerSchema, z.string()),
  memory: z.object({
    usedBytes: amount,
    limitBytes: amount,
    limitFrom: whose,
    peakBytes: amount,
    /** Of `usedBytes`, what is kept of files, which goes when room is needed. */
    cacheBytes: amount,
    /** Processes that were killed because there was no room. */
    oomKills: amount,
  }),
  cpu: z.object({
    usedMs: amount,
    quotaMs: amount,
    periodMs: amount,
    limitFrom: whose,
    /** Of the cgroup that has the limit, so that others in it count as well. */
    periods: amount,
    throttledPeriods: amount,
    throttledMs: amount,
  }),
  pids: z.object({
    /** What counts against the limit: threads and zombies. */
    current: amount,
    /** Those that are not zombies. */
    threads: amount,
    limit: amount,
    limitFrom: whose,
    /** How many times a fork was refused. */
    refused: amount,
  }),
  io: z.nullable(z.array(deviceUseSchema)),
  frozen: z.nullable(z.boolean()),
  /** The layer that is its own to write in. Quotas of file systems, which may limit it, are not read: where none
   * can be there, no limit is; else `unreadable` has `disk.limitBytes`. */
  disk: z.object({ writableBytes: amount, limitBytes: z.null() }),
  /** What a process in it is told of the machine, whatever the limits are. */
  machine: z.object({ memoryBytes: amount, cpus: amount }),
  /** The devices of its network, in the kernel's order: what came for others in it counts as well. Recordings made before
   * this was told have none. */
  network: z._default(z.nullable(z.array(received)), null),
  through: z.nullable(z.string()),
  unreadable: unreadableSchema,
});
export type Use = z.infer<typeof useSchema>;
