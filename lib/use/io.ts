import type { Told } from '../inside/told';
import { parseDeviceRates, parseServiceBytes } from '../proc/blkio-throttle';
import { parseNestedKeyed } from '../proc/nested-keyed';
import { fileOf, NO_FILE, type Gather } from './gather';
import { ABOVE_UNSEEN, hasNone } from './limits';
import type { ControllerReading, Group } from './reading';
import type { DeviceUse, Rates } from './use';

type Kind = keyof Rates;

/** The files of v1 that hold a device back, and the words in io.max of v2. */
const V1_LIMITS: readonly (readonly [kind: Kind, file: string])[] = [
  ['readBytes', 'blkio.throttle.read_bps_device'],
  ['writtenBytes', 'blkio.throttle.write_bps_device'],
  ['reads', 'blkio.throttle.read_iops_device'],
  ['writes', 'blkio.throttle.write_iops_device'],
];
const V2_LIMITS: readonly (readonly [kind: Kind, word: string])[] = [
  ['readBytes', 'rbps'],
  ['writtenBytes', 'wbps'],
  ['reads', 'riops'],
  ['writes', 'wiops'],
];

/** One limit of one device. */
interface Limit {
  device: string;
  kind: Kind;
  perSecond: number;
  from: string;
}

/** What went to and from block devices, and what holds them back if that is known, in the order of their numbers. */
export function ioOf(told: Told<ControllerReading>, gather: Gather): DeviceUse[] | null {
  const reading = told.value;
  const served = gather.take('io', reading === null ? told : servedBy(reading));
  if (reading === null || served === null) return null;
  const limits = gather.take('io.limits', limitsOf(reading)) ?? [];
  const devices = new Set([...served.keys(), ...limits.map(({ device }) => device)]);
  const rows = [...devices].map((device): DeviceUse => {
    const { read = 0, written = 0 } = served.get(device) ?? {};
    const own = limits.filter((each) => each.device === device);
    return { device, readBytes: read, writtenBytes: written, limits: strictestOf(own) };
  });
  return rows.sort(byNumber);
}

function servedBy({ version, own }: ControllerReading) {
  if (version === 'v1') {
    const all = fileOf(own, 'blkio.throttle.io_service_bytes_recursive', parseServiceBytes);
    // Kernels before 4.13 do not have the sum.
    return all.reason === NO_FILE
      ? fileOf(own, 'blkio.throttle.io_service_bytes', parseServiceBytes)
      : all;
  }
  return fileOf(own, 'io.stat', (text) => {
    const devices = [...parseNestedKeyed(text)];
    return new Map(
      devices.map(([device, numbers]) => [
        device,
        { read: numbers.get('rbytes') ?? 0, written: numbers.get('wbytes') ?? 0 },
      ]),
    );
  });
}

function limitsOf(reading: ControllerReading): Told<Limit[]> {
  const { version, own, above, whole } = reading;
  if (version === 'v1') {
    return joined(
      V1_LIMITS.map(([kind, file]) => {
        const limits = fileOf(own, file, (text) =>
          [...parseDeviceRates(text)].map(([device, perSecond]) => ({
            ...{ device, kind, perSecond },
            from: own.path,
          })),
        );
        // What was served was read after it: it is a kernel without such limits.
        return limits.reason === NO_FILE ? { value: [], reason: null } : limits;
      }),
    );
  }
  const limits = joined([own, ...above].map((group) => maxOf(reading, group)));
  return whole || limits.value === null ? limits : { value: null, reason: ABOVE_UNSEEN };
}

function maxOf(reading: ControllerReading, group: Group): Told<Limit[]> {
  const limits = fileOf(group, 'io.max', (text) =>
    [...parseNestedKeyed(text)].flatMap(([device, numbers]) =>
      V2_LIMITS.flatMap(([kind, word]) => {
        const perSecond = numbers.get(word);
        return perSecond === undefined ? [] : { device, kind, perSecond, from: group.path };
      }),
    ),
  );
  return hasNone(reading, group, limits.reason) ? { value: [], reason: null } : limits;
}

function joined(parts: readonly Told<Limit[]>[]): Told<Limit[]> {
  const failed = parts.find(({ reason }) => reason !== null);
  if (failed !== undefined) return failed;
  return { value: parts.flatMap(({ value }) => value ?? []), reason: null };
}

function strictestOf(limits: readonly Limit[]): Rates {
  const rates: Rates = {};
  for (const { kind, perSecond, from } of limits) {
    const known = rates[kind];
    if (known === undefined || perSecond < known.perSecond) rates[kind] = { perSecond, from };
  }
  return rates;
}

function byNumber({ device: one }: DeviceUse, { device: other }: DeviceUse): number {
  const [major = 0, minor = 0] = one.split(':').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split(':').map(Number);
  return major - otherMajor || minor - otherMinor;
}
