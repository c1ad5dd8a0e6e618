import { z } from 'zod';
import { Fields, isObject } from './fields';
import type { EngineInfo } from './reading';

const textSchema = z.string().min(1).nullable();
const optionsSchema = z.array(z.string()).nullable();
/** What a storage driver says of itself, each with its name: drivers have different ones, and some have none. */
const statusSchema = z.array(z.tuple([z.string(), z.string()]));

/**
 * `GET /info` → what the daemon says of the machine and the rights it runs with. Null when `json` is
 * not an object.
 * Source: Docker Engine API, SystemInfo.
 */
export function parseInfo(json: unknown): EngineInfo | null {
  if (!isObject(json)) return null;
  const fields = new Fields(json);
  const options = fields.required('options', ['SecurityOptions'], optionsSchema, null);
  const status = new Map(fields.optional('driverStatus', ['DriverStatus'], statusSchema, []));
  // Podman has a field for it, and no such option.
  const ofPodman = fields.optional('rootless', ['Rootless'], z.boolean(), false);
  // `name=seccomp,profile=default`
  const names = options?.map((option) => /^name=([^,]*)/.exec(option)?.[1]) ?? null;
  return {
    operatingSystem: fields.required('operatingSystem', ['OperatingSystem'], textSchema, null),
    kernel: fields.required('kernel', ['KernelVersion'], textSchema, null),
    rootless: ofPodman || (names?.includes('rootless') ?? null),
    usernsRemap: names?.includes('userns') ?? null,
    cgroupDriver: fields.required('cgroupDriver', ['CgroupDriver'], textSchema, null),
    storageDriver: fields.required('storageDriver', ['Driver'], textSchema, null),
    backingFilesystem: status.get('Backing Filesystem') ?? null,
    // As docs.docker.com/engine/storage/containerd has it.
    containerdStore: status.get('driver-type') === 'io.containerd.snapshotter.v1',
  };
}
