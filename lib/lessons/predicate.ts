import * as z from 'zod/mini';
import type { ArgumentKind } from '../i18n/lesson-mistake';
import { HOST } from '../model/host-word';
import { namespaceTypeSchema } from '../model/namespace-type-schema';
import { TRANSPORTS } from '../reach/packet';

/**
 * What a step is done by, and what is shown as its evidence: a closed list of what can be asked of this machine.
 * Containers go by the names that the lesson gives them; a place to look from may be `:host` as well.
 * lib/lessons/README.md says of each what it is decided by.
 */
const container = z.string().check(z.regex(/^[a-zA-Z0-9][\w.-]{0,62}$/));

/** What a cgroup can limit. */
export const LIMITED = ['memory', 'cpu', 'pids', 'io', 'disk'] as const;

/** What can stand after a predicate, by the word for it. */
export const KINDS = {
  container,
  place: z.union([z.literal(HOST), container]),
  type: namespaceTypeSchema,
  /** From 0 on. */
  number: z.int().check(z.nonnegative()),
  /** From 1 on. */
  count: z.int().check(z.positive()),
  port: z.int().check(z.minimum(1), z.maximum(65_535)),
  path: z.string().check(z.regex(/^\/[^\0]*$/), z.maxLength(4096)),
  image: z.string().check(z.minLength(1), z.maxLength(256)),
  /** Of a program, a system call, a device. */
  name: z.string().check(z.minLength(1), z.maxLength(256)),
} satisfies Record<ArgumentKind, z.ZodMiniType>;
const { place, type, number, count, port, path, image, name } = KINDS;
const limited = z.enum(LIMITED);

/** Each predicate by its name: what stands after it. */
export const ARGUMENTS = {
  /* containers */
  exists: container,
  running: container,
  /** Its first process is gone; with a code, it ended with that. */
  exited: z.union([container, z.tuple([container, number])]),
  'from-image': z.tuple([container, image]),

  /* namespaces */
  shares: z.tuple([place, container, type]),
  own: z.tuple([container, type]),
  host: z.tuple([container, type]),

  /* processes */
  /** From a place, the container's leader can be seen: its PID namespace is that or one below. */
  sees: z.tuple([place, container]),
  /** So many processes or more belong to it. */
  processes: z.tuple([container, count]),
  /** A process is there that has this number. */
  'has-pid': z.tuple([place, count]),
  /** The leader's parent on the host goes by this name. */
  parent: z.tuple([container, name]),
  /** The leader's state: R, S, D, T, Z. */
  state: z.tuple([container, z.enum(['R', 'S', 'D', 'T', 'Z'])]),
  /** The system call that its leader is in now. */
  'in-syscall': z.tuple([container, name]),
  'same-kernel': z.tuple([place, container]),
  /** The machine is a virtual one, as its processor tells. */
  hypervisor: z.literal(true),

  /* users */
  /** Who is this number inside is the same number outside, or another one. */
  uid: z.tuple([container, number, z.enum(['same', 'other'])]),
  /** The leader's user, as the host numbers it, or as its own user namespace does. */
  'runs-as': z.union([
    z.tuple([container, number]),
    z.tuple([container, number, z.enum(['inside'])]),
  ]),

  /* networks and mounts */
  listens: z.tuple([container, port]),
  reaches: z.tuple([place, place, z.enum(TRANSPORTS), port]),
  /** It has no network devices but this one. */
  'only-device': z.tuple([container, name]),
  /** Bytes that came in by the devices of its network, but for loopback, since the step began: so many at least. */
  received: z.tuple([container, count]),
  /** Rules of its own network's firewall: one at least. */
  firewall: container,
  mount: z.union([z.tuple([container, path]), z.tuple([container, path, z.enum(['ro', 'rw'])])]),

  /* limits */
  /** It has this limit: bytes, thousandths of a CPU, processes. */
  limit: z.tuple([container, limited, count]),
  'no-limit': z.tuple([container, limited]),
  /** Since the step began its limit did something: it killed, held back, or refused. */
  'oom-killed': container,
  throttled: container,
  refused: container,

  /* images */
  image,
  /** Both are there, have layers in common, and differ in one at least. */
  'layers-shared': z.tuple([image, image]),

  /** Nothing on the machine tells: it is done when the learner has answered, and has seen what is typed in the step. */
  answered: z.literal(true),
} as const;

export type Name = keyof typeof ARGUMENTS;
/** What stands after each name. */
export type Arguments = { [N in Name]: z.infer<(typeof ARGUMENTS)[N]> };
export type Leaf = { [N in Name]: Pick<Arguments, N> }[Name];
export type Predicate = Leaf | { all: Predicate[] } | { any: Predicate[] } | { not: Predicate };
