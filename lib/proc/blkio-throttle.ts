/*
 * What v1 tells of block devices, blkio-controller.rst: blkio.throttle.io_service_bytes,
 * blkio.throttle.read_bps_device and its like
 * 254:0 Read 1459200
 * 254:0 1048576
 */
import { ProcParseError } from './parse-error';

/** In bytes, since the cgroup is there. */
export interface ServiceBytes {
  read: number;
  written: number;
}

const SERVED = /^(\d{1,10}:\d{1,10}) ([A-Z][a-z]+) (\d{1,20})$/;
const TOTAL = /^Total \d{1,20}$/;
const RATE = /^(\d{1,10}:\d{1,10}) (\d{1,20})$/;

/**
 * What went to and from each device, by major and minor number. Lines of another kind (`Sync`, `Discard`,
 * sums) tell nothing that counts here.
 * @throws ProcParseError when there are lines and none is of such a file
 */
export function parseServiceBytes(text: string): ReadonlyMap<string, ServiceBytes> {
  const lines = text.split('\n').filter((line) => line !== '');
  const devices = new Map<string, ServiceBytes>();
  let isOne = lines.length === 0;
  for (const line of lines) {
    const [, device, what, bytes] = SERVED.exec(line) ?? [];
    isOne ||= device !== undefined || TOTAL.test(line);
    if (device === undefined) continue;
    const served = devices.get(device) ?? { read: 0, written: 0 };
    devices.set(device, served);
    if (what === 'Read') served.read = Number(bytes);
    if (what === 'Write') served.written = Number(bytes);
  }
  if (!isOne) throw new ProcParseError('blkio.throttle', 'major:minor what bytes');
  return devices;
}

/**
 * How much each device may do a second: bytes or operations, as the file has it.
 * @throws ProcParseError when there are lines and none is of such a file
 */
export function parseDeviceRates(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '');
  const rates = new Map<string, number>();
  for (const line of lines) {
    const [, device, rate] = RATE.exec(line) ?? [];
    if (device !== undefined) rates.set(device, Number(rate));
  }
  if (rates.size === 0 && lines.length > 0) {
    throw new ProcParseError('blkio.throttle', 'major:minor rate');
  }
  return rates;
}
