import * as z from 'zod/mini';
import { insideReadingSchema } from '@lib/inside/reading';
import { privilegesSchema } from '@lib/privileges/privileges';
import { passageReadingSchema } from '@lib/reach/reading';
import { hostSchema } from '@lib/model/host';
import { namespaceIdSchema } from '@lib/model/namespace-id-schema';
import { namespaceSchema } from '@lib/model/namespace';
import { namespaceSetSchema } from '@lib/model/namespace-set';
import { processSchema } from '@lib/model/process';
import { unreadableSchema } from '@lib/model/unreadable';
import type { HostReading, NamespaceReading, ProcessReading, ScanChange } from '@lib/proc/reading';
import { limitsReadingSchema, sampleReadingSchema, useReadingSchema } from '@lib/use/reading';
import { usageRowSchema } from '@lib/protocol/usage';
import type { CallName, Response, ValueOf } from '../../proc/calls';
import type { ListenerSearch } from '../../proc/find-listener';
import type { ListensAt } from '../../proc/listens-at';

/* What a reader may answer. */

const ticksSchema = z.string().check(z.regex(/^\d+$/));
const amountSchema = z.number().check(z.nonnegative());

const processReadingSchema: z.ZodMiniType<ProcessReading> = z.extend(
  z.omit(processSchema, { startedAt: true, zombie: true, container: true, engine: true }),
  {
    startTicks: ticksSchema,
    state: z.string(),
    rssBytes: amountSchema,
    cpuTicks: amountSchema,
  },
);

const hostReadingSchema: z.ZodMiniType<HostReading> = z.extend(
  z.pick(hostSchema, {
    hostname: true,
    kernel: true,
    cgroups: true,
    namespaces: true,
    lacks: true,
    namespacesFrom: true,
    guest: true,
  }),
  {
    bootId: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
    bootTime: z.nullable(amountSchema),
    ticksPerSecond: z.number().check(z.positive()),
    reader: z.object({ uid: z.nullable(z.int()), namespaces: namespaceSetSchema }),
    hidepid: z.nullable(z.enum(['noaccess', 'invisible', 'ptraceable'])),
    unreadable: unreadableSchema,
  },
);

const relationsSchema = z.pick(namespaceSchema, { parent: true, owner: true, ownerUid: true });

const namespaceReadingSchema: z.ZodMiniType<NamespaceReading> = z.extend(
  z.pick(namespaceSchema, { id: true, lifetime: true, heldBy: true, uidMap: true, gidMap: true }),
  { relations: z.nullable(relationsSchema), unreadable: unreadableSchema },
);

const scanChangeSchema: z.ZodMiniType<ScanChange> = z.object({
  full: z.boolean(),
  put: z.array(processReadingSchema),
  gone: z.array(z.int()),
  namespaces: z.array(namespaceReadingSchema),
  namespacesGone: z.array(namespaceIdSchema),
  hidden: z.int().check(z.nonnegative()),
});

const listenerSearchSchema: z.ZodMiniType<ListenerSearch> = z.union([
  z.object({
    listener: z.object({ pid: z.int(), startTicks: ticksSchema }),
    reason: z.null(),
  }),
  z.object({ listener: z.null(), reason: z.string() }),
]);

const listensAtSchema: z.ZodMiniType<ListensAt> = z.union([
  z.object({ paths: z.array(z.string()), reason: z.null() }),
  z.object({ paths: z.null(), reason: z.string() }),
]);

/** What may come out of each call. */
export const ANSWERS: { [N in CallName]: z.ZodMiniType<ValueOf<N>> } = {
  host: hostReadingSchema,
  tick: z.nullable(scanChangeSchema),
  hurry: z.void(),
  search: z.void(),
  usage: z.array(usageRowSchema),
  inside: insideReadingSchema,
  passage: passageReadingSchema,
  privileges: z.nullable(privilegesSchema),
  use: useReadingSchema,
  samples: z.array(sampleReadingSchema),
  limits: z.array(limitsReadingSchema),
  findListener: listenerSearchSchema,
  listensAt: listensAtSchema,
};

const responseSchema = z.union([
  z.strictObject({ id: z.int(), error: z.string() }),
  z.strictObject({ id: z.int(), value: z.optional(z.unknown()) }),
]);

/** One line of a reader → its response, of which the value is to be held against `ANSWERS`; null: it is none. */
export function parseResponse(line: string): Response | null {
  try {
    const parsed = responseSchema.safeParse(JSON.parse(line));
    if (!parsed.success) return null;
    const { data } = parsed;
    // JSON leaves out what a call without a value answers.
    return 'error' in data ? data : { id: data.id, value: data.value };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
