import * as z from 'zod/mini';
import type { Unreadable } from '../model/unreadable';

/**
 * Reads fields of one JSON document one by one, so that an odd or a missing one costs only itself
 * and is noted in `unreadable` under its name: `ENODATA` when missing, `EINVAL` when odd.
 */
export class Fields {
  readonly unreadable: Unreadable = {};

  constructor(private readonly json: unknown) {}

  /** The value at `path` if `schema` takes it, else `otherwise`, with the reason noted under `name`. */
  required<T>(name: string, path: readonly string[], schema: z.core.$ZodType<T>, otherwise: T): T {
    const raw = valueAt(this.json, path);
    if (raw === undefined || raw === null) {
      this.unreadable[name] = 'ENODATA';
      return otherwise;
    }
    return this.checked(name, raw, schema, otherwise);
  }

  /** The same for a field that engines leave out: missing and null are no fault. */
  optional<T>(name: string, path: readonly string[], schema: z.core.$ZodType<T>, otherwise: T): T {
    const raw = valueAt(this.json, path);
    if (raw === undefined || raw === null) return otherwise;
    return this.checked(name, raw, schema, otherwise);
  }

  private checked<T>(name: string, raw: unknown, schema: z.core.$ZodType<T>, otherwise: T): T {
    const parsed = z.safeParse(schema, raw);
    if (parsed.success) return parsed.data;
    this.unreadable[name] = 'EINVAL';
    return otherwise;
  }
}

/** Is it a JSON object, and neither a list nor null? */
export function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function valueAt(json: unknown, path: readonly string[]): unknown {
  let value = json;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
