import * as z from 'zod/mini';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { Fields } from '../docker/fields';
import type { Unreadable } from '../model/unreadable';

/*
 * What of an OCI runtime specification is of use: https://github.com/opencontainers/runtime-spec
 * {"process":{"args":["sleep","1d"],"env":[…]},"linux":{"cgroupsPath":"/default/web","namespaces":[{"type":"pid"}]}}
 */

export interface Spec {
  command: string[];
  /** The path of its cgroup, or the end of that, from a slash on; null: none is told. */
  cgroup: string | null;
  /** Types of which it has a namespace of its own, or joins one by a path. */
  namespaces: ReadonlyMap<NamespaceType, string | null>;
  /** Are its namespaces told at all? */
  told: boolean;
  /** The id of the sandbox of its pod, where CRI made it; null: it is in none. */
  sandbox: string | null;
  unreadable: Unreadable;
}

/** What the specification calls them. */
const TYPE_OF: Readonly<Record<string, NamespaceType>> = {
  ...Object.fromEntries(NAMESPACE_TYPES.map((type) => [type, type])),
  network: 'net',
  mount: 'mnt',
};

/** CRI's annotation. */
const SANDBOX = 'io.kubernetes.cri.sandbox-id';

const commandSchema = z.array(z.string());
const namespacesSchema = z.array(z.object({ type: z.string(), path: z.optional(z.string()) }));

/** Field by field; the environment is not looked at. */
export function readSpec(json: unknown): Spec {
  const fields = new Fields(json);
  const namespaces = fields.required<z.infer<typeof namespacesSchema> | null>(
    'joins',
    ['linux', 'namespaces'],
    namespacesSchema,
    null,
  );
  const path = fields.optional<string>('cgroup', ['linux', 'cgroupsPath'], z.string(), '');
  return {
    command: fields.required('command', ['process', 'args'], commandSchema, []),
    cgroup: cgroupIn(path),
    namespaces: new Map(
      (namespaces ?? []).flatMap(({ type, path: joined }) => {
        const known = TYPE_OF[type];
        return known === undefined ? [] : [[known, joined ?? null] as const];
      }),
    ),
    told: namespaces !== null,
    sandbox: fields.optional<string | null>('sandbox', ['annotations', SANDBOX], z.string(), null),
    unreadable: fields.unreadable,
  };
}

/**
 * Of a path that is for systemd (`SLICE:PREFIX:NAME`) the scope alone is sure to be in that of a process: a slice
 * is in those that its name begins with.
 */
function cgroupIn(path: string): string | null {
  if (path === '') return null;
  const [, prefix, name] = /^[^/:]*:([^/:]*):([^/:]+)$/.exec(path) ?? [];
  if (name === undefined) return path.startsWith('/') ? path : `/${path}`;
  return prefix === '' || prefix === undefined ? `/${name}.scope` : `/${prefix}-${name}.scope`;
}
