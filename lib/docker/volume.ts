import * as z from 'zod/mini';
import { Fields, isObject } from './fields';

const textSchema = z.string();
const optionsSchema = z.record(z.string(), z.string());

/** What the engine says about one volume. */
export interface VolumeReading {
  /** The folder of the host that it has instead of one of its own; null: none. */
  bound: string | null;
}

/**
 * `GET /volumes/{name}` → a reading; null when `json` is not an object at all, or has odd options. The engine's own
 * driver takes options of mount(8): with `o=bind` the volume is what `device` names.
 * Source: Docker Engine API, Volume; docs.docker.com/engine/storage/volumes.
 */
export function parseVolume(json: unknown): VolumeReading | null {
  if (!isObject(json)) return null;
  const fields = new Fields(json);
  const driver = fields.optional('driver', ['Driver'], textSchema, '');
  const options = fields.optional<Record<string, string>>(
    'options',
    ['Options'],
    optionsSchema,
    {},
  );
  if (Object.keys(fields.unreadable).length > 0) return null;
  const isBind = (options.o ?? '').split(',').some((each) => each === 'bind' || each === 'rbind');
  const { device = '' } = options;
  return { bound: driver === 'local' && isBind && device.startsWith('/') ? device : null };
}
