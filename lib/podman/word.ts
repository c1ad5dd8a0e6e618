import * as z from 'zod/mini';
import { Fields } from '../docker/fields';
import type { ContainerReading } from '../docker/reading';
import type { Unreadable } from '../model/unreadable';

/** What Podman tells of a container in its own API alone: Docker's has no pods. */
export interface PodmanWord {
  /** The name of its pod; null: it is in none. */
  pod: string | null;
  /** It holds the namespaces of its pod, and runs nothing. */
  infra: boolean;
  /** Another one whenever it has started, stopped or ended meanwhile; null: that is not told. */
  run: string | null;
  unreadable: Unreadable;
}

const runSchema = z.object({
  ...{ State: z.string(), Pid: z.int(), StartedAt: z.int(), ExitedAt: z.int(), ExitCode: z.int() },
});

/**
 * `GET /libpod/containers/json` → what it tells of each container, by its id. An entry without an id is left out. Null
 * when `json` is not a list.
 * Source: Podman's API, ContainerListLibpod.
 */
export function parsePodmanList(json: unknown): Map<string, PodmanWord> | null {
  if (!Array.isArray(json)) return null;
  const entries: unknown[] = json;
  return new Map(
    entries.flatMap((entry) => {
      const fields = new Fields(entry);
      const id = fields.optional('id', ['Id'], z.string(), '');
      return id === '' ? [] : [[id, wordOf(fields, entry)] as const];
    }),
  );
}

function wordOf(fields: Fields, entry: unknown): PodmanWord {
  // Of one that is in no pod the name is empty.
  const pod = fields.required('pod', ['PodName'], z.string(), '');
  return {
    pod: pod === '' ? null : pod,
    infra: fields.optional('role', ['IsInfra'], z.boolean(), false),
    run: runOf(entry),
    unreadable: fields.unreadable,
  };
}

/** Told by its state, the number of its process, and the seconds in which it started and ended last. */
function runOf(entry: unknown): string | null {
  const told = runSchema.safeParse(entry);
  return told.success ? Object.values(told.data).join(' ') : null;
}

/** What Docker's API tells of a container, and Podman's word besides. */
export function withWord(reading: ContainerReading, word: PodmanWord): ContainerReading {
  return {
    ...reading,
    ...(word.pod === null ? {} : { pod: word.pod }),
    role: reading.role ?? (word.infra ? 'pause' : null),
    unreadable: { ...reading.unreadable, ...word.unreadable },
  };
}
