import { z } from 'zod';
import { hostSchema } from '@lib/model/host';
import { namespaceIdSchema } from '@lib/model/ids';
import { namespaceSchema } from '@lib/model/namespace';
import { namespaceSetSchema, processSchema, unreadableSchema } from '@lib/model/process';
import type { HostReading, NamespaceReading, ProcessReading, ScanChange } from '@lib/proc/reading';
import { usageRowSchema } from '@lib/protocol/usage';
import type { ReaderAnswer, Response } from '../../proc/calls';
import type { ListenerSearch } from '../../proc/find-listener';

/* What a reader may answer. */

const ticksSchema = z.string().regex(/^\d+$/);
const amountSchema = z.number().nonnegative();

const processReadingSchema: z.ZodType<ProcessReading> = processSchema
  .omit({ startedAt: true, zombie: true, container: true })
  .extend({
    startTicks: ticksSchema,
    state: z.string(),
    rssBytes: amountSchema,
    cpuTicks: amountSchema,
  });

const hostReadingSchema: z.ZodType<HostReading> = hostSchema
  .pick({ hostname: true, kernel: true, cgroups: true, namespaces: true, namespacesFrom: true })
  .extend({
    bootId: z.string().regex(/^[0-9a-f-]{36}$/),
    bootTime: amountSchema,
    ticksPerSecond: z.number().positive(),
    reader: z.object({ uid: z.int().nullable(), namespaces: namespaceSetSchema }),
    hidepid: z.enum(['noaccess', 'invisible', 'ptraceable']).nullable(),
  });

const relationsSchema = namespaceSchema.pick({ parent: true, owner: true, ownerUid: true });

const namespaceReadingSchema: z.ZodType<NamespaceReading> = namespaceSchema
  .pick({ id: true, heldBy: true, uidMap: true, gidMap: true })
  .extend({ relations: relationsSchema.nullable(), unreadable: unreadableSchema });

const scanChangeSchema: z.ZodType<ScanChange> = z.object({
  full: z.boolean(),
  put: z.array(processReadingSchema),
  gone: z.array(z.int()),
  namespaces: z.array(namespaceReadingSchema),
  namespacesGone: z.array(namespaceIdSchema),
  hidden: z.int().nonnegative(),
});

const listenerSearchSchema: z.ZodType<ListenerSearch> = z.union([
  z.object({
    listener: z.object({ pid: z.int(), startTicks: ticksSchema }),
    reason: z.null(),
  }),
  z.object({ listener: z.null(), reason: z.string() }),
]);

/** One for each answer that there is. */
const ANSWERS: {
  [N in ReaderAnswer['name']]: z.ZodType<Extract<ReaderAnswer, { name: N }>>;
} = {
  host: z.object({ name: z.literal('host'), value: hostReadingSchema }),
  tick: z.object({ name: z.literal('tick'), value: scanChangeSchema.nullable() }),
  hurry: z.object({ name: z.literal('hurry') }),
  search: z.object({ name: z.literal('search') }),
  usage: z.object({ name: z.literal('usage'), value: z.array(usageRowSchema) }),
  findListener: z.object({ name: z.literal('findListener'), value: listenerSearchSchema }),
};

const responseSchema: z.ZodType<Response> = z.union([
  z.object({ id: z.int(), answer: z.union(Object.values(ANSWERS)) }),
  z.object({ id: z.int(), error: z.string() }),
]);

/** One line of a reader → its response; null when no reader of ours says that. */
export function parseResponse(line: string): Response | null {
  try {
    const parsed = responseSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
