import * as z from 'zod/mini';
import type { DockerCommand } from './docker';
import { LABEL } from '@lib/lab/label';
import { Refusal } from './refusal';

const labelsSchema = z.optional(z.nullable(z.record(z.string(), z.string())));

/** What docker tells of something; which fields there are goes by what it is, and by the version of the daemon. */
const inspectedSchema = z.object({
  /** A volume has none. */
  Id: z.optional(z.string()),
  Name: z.optional(z.string()),
  Labels: labelsSchema,
  Config: z.optional(z.nullable(z.object({ Labels: labelsSchema }))),
  State: z.optional(z.object({ Pid: z.int() })),
  HostConfig: z.optional(z.object({ PidMode: z.string() })),
});

export type ThingType = 'container' | 'image' | 'network' | 'volume';

export interface Thing {
  id: string;
  /** The lesson that it carries the label of; empty: it carries none. */
  lesson: string;
  /** Of a container: the PID of its first process, as the daemon numbers it; 0: none runs. */
  pid: number;
  /** Of a container: is it among the processes of the host? */
  amongHost: boolean;
}

/** The thing of this name, asked of the daemon now; null: there is none. @throws Refusal where it does not tell */
export async function thingNamed(
  docker: DockerCommand,
  type: ThingType,
  name: string,
  signal: AbortSignal,
): Promise<Thing | null> {
  const { exit, lines, complaint } = await docker.ask(
    [type, 'inspect', '--format', '{{json .}}', name],
    signal,
  );
  if (exit !== 0) {
    if (/no such|not found/i.test(complaint)) return null;
    throw new Refusal({ code: 'failed', why: complaint });
  }
  const told = inspectedSchema.parse(JSON.parse(lines.join('')));
  return {
    id: told.Id ?? told.Name ?? name,
    lesson: (told.Config?.Labels ?? told.Labels)?.[LABEL] ?? '',
    pid: told.State?.Pid ?? 0,
    amongHost: told.HostConfig?.PidMode === 'host',
  };
}

/** The same, of what has to carry the lab's label. @throws Refusal where it does not, or there is none */
export async function labelled(
  docker: DockerCommand,
  type: ThingType,
  name: string,
  signal: AbortSignal,
): Promise<Thing> {
  const thing = await thingNamed(docker, type, name, signal);
  if (thing === null) throw new Refusal({ code: 'not-there', what: name });
  if (thing.lesson === '') throw new Refusal({ code: 'not-labelled', what: name });
  return thing;
}

/** The image of this name, if there is one: it has to be one that may lose it. @throws Refusal */
export async function demandFreeName(
  docker: DockerCommand,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const taken = await thingNamed(docker, 'image', name, signal);
  if (taken?.lesson === '') throw new Refusal({ code: 'name-taken', what: name });
}
