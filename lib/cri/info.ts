import * as z from 'zod/mini';
import { Fields } from '../docker/fields';
import type { Unreadable } from '../model/unreadable';

/** What a runtime tells in words of its own, which are asked for with `verbose`; CRI itself knows no PID. */
export interface CriInfo {
  /** 0: it has no process, any more; null: it never had one. */
  pid: number | null;
  /** What runs it, as containerd tells it: `io.containerd.runc.v2`; null: not told. */
  runtime: string | null;
  /** The image of a sandbox; of a container CRI tells it. */
  image: string;
  /** The OCI specification, parsed; undefined where none is told. */
  spec: unknown;
  unreadable: Unreadable;
}

const pidSchema = z.int().check(z.nonnegative());

/**
 * The text under `info`, JSON by containerd and CRI-O alike. CRI-O tells no PID of a sandbox in which it keeps no process.
 *
 * @param text undefined: nothing is told
 */
export function readInfo(text: string | undefined): CriInfo {
  const json = parsed(text);
  const fields = new Fields(json);
  return {
    pid: json === undefined ? 0 : fields.optional<number | null>('pid', ['pid'], pidSchema, null),
    runtime: fields.optional<string | null>('runtime', ['runtimeType'], z.string(), null),
    image: fields.optional('image', ['image'], z.string(), ''),
    spec: fields.optional<unknown>('spec', ['runtimeSpec'], z.unknown(), undefined),
    unreadable: json === undefined ? { pid: 'ENODATA' } : fields.unreadable,
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
