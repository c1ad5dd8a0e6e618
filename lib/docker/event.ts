import { z } from 'zod';
import type { ContainerEvent } from './reading';

const eventSchema = z.object({
  Type: z.string().optional(),
  Action: z.string().min(1),
  Actor: z.object({ ID: z.string().min(1) }),
  time: z.number().optional(),
  timeNano: z.number().optional(),
});

/**
 * One line of `GET /events` → what happened to a container; `other` for what happened to something
 * else; null when the line is no event.
 * Source: Docker Engine API, SystemEvents.
 */
export function parseEvent(line: string): ContainerEvent | 'other' | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = eventSchema.safeParse(json);
  if (!parsed.success) return null;
  const { Type, Action, Actor, time, timeNano } = parsed.data;
  if (Type !== undefined && Type !== 'container') return 'other';
  return {
    id: Actor.ID,
    // `exec_create: sh -c …` carries the command line.
    action: Action.split(':', 1)[0] ?? Action,
    timeNano: timeNano ?? (time ?? 0) * 1e9,
  };
}
