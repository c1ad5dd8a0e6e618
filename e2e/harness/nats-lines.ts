import {
  type Msg,
  type NatsConnection,
  PermissionViolationError,
  type Status,
  type SubscriptionOptions,
} from '@nats-io/transport-node';
import type { Bucket } from '../../server/fleet/bucket';
import { until } from './until';

/** Milliseconds, for what takes a few; the machine may be busy. */
export const SOON = 10_000;

/** Hears all that happens to a line, from now on. */
export function onStatus(line: NatsConnection, listener: (status: Status) => void): void {
  void (async () => {
    for await (const status of line.status()) listener(status);
  })();
}

/** What a line is told of what it may not do, from now on. */
export function violationsOf(line: NatsConnection): PermissionViolationError[] {
  const told: PermissionViolationError[] = [];
  onStatus(line, (status) => {
    if (status.type === 'error' && status.error instanceof PermissionViolationError) {
      told.push(status.error);
    }
  });
  return told;
}

/** Who of these is cut off, from now on. */
export function cutOff(lines: Readonly<Record<string, NatsConnection>>): ReadonlySet<string> {
  const cut = new Set<string>();
  for (const [name, line] of Object.entries(lines)) {
    onStatus(line, ({ type }) => {
      if (type === 'disconnect') cut.add(name);
    });
  }
  return cut;
}

/** What comes under a subject, from now on. */
export async function heardBy(line: NatsConnection, subject: string): Promise<Msg[]> {
  const heard: Msg[] = [];
  line.subscribe(subject, {
    callback: (_, message) => {
      heard.push(message);
    },
  });
  await line.flush();
  return heard;
}

/** Tries to publish each, on one line. @returns those that it is refused to */
export async function notPublished(
  line: NatsConnection,
  subjects: readonly string[],
): Promise<string[]> {
  const told = violationsOf(line);
  for (const subject of subjects) line.publish(subject, 'mine');
  return refusedOf(told, 'publish', line, subjects.length);
}

/** Tries to hear each, on one line. @returns those that it is refused to */
export async function notHeard(
  line: NatsConnection,
  subjects: readonly string[],
  options: SubscriptionOptions = {},
): Promise<string[]> {
  const told = violationsOf(line);
  const tried = subjects.map((subject) =>
    line.subscribe(subject, { ...options, callback: () => undefined }),
  );
  const refused = await refusedOf(told, 'subscription', line, subjects.length);
  const open = tried.filter((each) => !each.isClosed()).map((each) => each.getSubject());
  if (open.length > 0) throw new Error(`it may hear ${open.join(' ')}`);
  return refused;
}

async function refusedOf(
  told: readonly PermissionViolationError[],
  operation: PermissionViolationError['operation'],
  line: NatsConnection,
  expected: number,
): Promise<string[]> {
  const subjects = () =>
    told.filter((each) => each.operation === operation).map(({ subject }) => subject);
  await line.flush();
  // What is said comes before the answer to a ping, but by a way of its own within the client.
  await until('all is refused', () => subjects().length >= expected, SOON).catch(() => undefined);
  return subjects();
}

/** What is in the bucket, as texts by machine. */
export async function kept(bucket: Bucket): Promise<Record<string, string>> {
  const entries = [...(await bucket.summaries())];
  return Object.fromEntries(
    entries.map(([host, { bytes }]) => [host, new TextDecoder().decode(bytes)]),
  );
}
