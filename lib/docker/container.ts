import { z } from 'zod';
import { containerStateSchema, type Container, type ContainerState } from '../model/container';
import type { NamespaceType } from '../model/namespace-type';
import { Fields, isObject } from './fields';
import { readPorts } from './ports';
import type { ContainerListing, ContainerReading } from './reading';
import { roleOf } from './role';

/** Where `HostConfig` says which namespace of each type a container joins. */
const JOIN_FIELDS: readonly (readonly [NamespaceType, string])[] = [
  ['pid', 'PidMode'],
  ['net', 'NetworkMode'],
  ['user', 'UsernsMode'],
  ['ipc', 'IpcMode'],
  ['uts', 'UTSMode'],
  ['cgroup', 'CgroupnsMode'],
];

const JOIN = /^(host|container:.+)$/s;

/** Go's zero time, with which Docker says "never". */
const NEVER = '0001-01-01T00:00:00Z';

const textSchema = z.string().min(1);
const flagSchema = z.boolean();
const pidSchema = z.int().nonnegative();
const exitCodeSchema = z.int().nullable();
const dateSchema = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
const labelsSchema = z.record(z.string(), z.unknown());
const nameSchema = textSchema.transform((name) => name.replace(/^\//, ''));
const argsSchema = z.array(z.string());

/**
 * `GET /containers/{id}/json` → a reading. `id` is the one asked for: nothing else is needed to have
 * a reading, all other fields fail by themselves. Null when `json` is not an object at all.
 * `Config.Env` is not looked at.
 * Source: Docker Engine API, ContainerInspect.
 */
export function parseContainer(id: string, json: unknown): ContainerReading | null {
  if (!isObject(json)) return null;
  const fields = new Fields(json);
  const pid = fields.required('pid', ['State', 'Pid'], pidSchema, 0);
  const startedAt = fields.required('startedAt', ['State', 'StartedAt'], dateSchema, NEVER);
  const labels = readLabels(fields, ['Config', 'Labels']);
  const state = readState(fields, pid);
  return {
    id: fields.required('id', ['Id'], textSchema, id),
    name: fields.required('name', ['Name'], nameSchema, id.slice(0, 12)),
    image: fields.required('image', ['Config', 'Image'], z.string(), ''),
    command: readCommand(fields),
    state,
    pid,
    startedAt: startedAt === NEVER ? null : startedAt,
    ...readExitCode(fields, state),
    labels,
    runtime: readRuntime(fields),
    joins: readJoins(fields),
    role: roleOf(labels),
    ...readPorts(fields),
    unreadable: fields.unreadable,
  };
}

/**
 * `GET /containers/json` → what is listed. An entry without an id cannot be told from others and is
 * left out; `skipped` counts those. Null when `json` is not a list.
 * Source: Docker Engine API, ContainerList.
 */
export function parseContainerList(
  json: unknown,
): { listed: ContainerListing[]; skipped: number } | null {
  if (!Array.isArray(json)) return null;
  const entries: unknown[] = json;
  const listed = entries.map(parseListing).filter((entry) => entry !== null);
  return { listed, skipped: entries.length - listed.length };
}

/** A reading of what the list alone tells, for a container that could not be inspected: `why`. */
export function readingOfListing(listing: ContainerListing, why: string): ContainerReading {
  return {
    id: listing.id,
    ...(listing.within === undefined ? {} : { within: listing.within }),
    name: listing.name,
    image: listing.image,
    command: [],
    state: listing.state ?? 'created',
    pid: 0,
    startedAt: null,
    labels: listing.labels,
    runtime: null,
    joins: {},
    role: listing.role,
    unreadable: {
      command: why,
      pid: why,
      startedAt: why,
      joins: why,
      ...(listing.state === null ? { state: why } : {}),
    },
  };
}

function parseListing(json: unknown): ContainerListing | null {
  const fields = new Fields(json);
  const id = fields.required('id', ['Id'], textSchema, '');
  if (id === '') return null;
  const labels = readLabels(fields, ['Labels']);
  const names = fields.required('name', ['Names'], z.array(nameSchema), []);
  return {
    id,
    // A container that others link to has names like `/other/alias` too; its own has no further slash.
    name: names.find((name) => !name.includes('/')) ?? names[0] ?? id.slice(0, 12),
    image: fields.required('image', ['Image'], z.string(), ''),
    state: fields.required<ContainerState | null>('state', ['State'], containerStateSchema, null),
    labels,
    role: roleOf(labels),
    imageId: fields.optional<string | null>('imageId', ['ImageID'], textSchema, null),
  };
}

function readCommand(fields: Fields): string[] {
  const path = fields.required('command', ['Path'], z.string(), '');
  const args = fields.optional('command', ['Args'], argsSchema, []);
  return path === '' ? args : [path, ...args];
}

/** Old engines have no `Status`, only flags; of an unknown word too the flags tell most. */
function readState(fields: Fields, pid: number): ContainerState {
  const state = fields.required<ContainerState | null>(
    'state',
    ['State', 'Status'],
    containerStateSchema,
    null,
  );
  if (state !== null) return state;
  const is = (flag: string) => fields.optional('state', ['State', flag], flagSchema, false);
  if (is('Paused')) return 'paused';
  if (is('Restarting')) return 'restarting';
  if (is('Dead')) return 'dead';
  return is('Running') || pid > 0 ? 'running' : 'exited';
}

/** Podman says `oci` here of whatever runs it, which is as good as nothing. */
function readRuntime(fields: Fields): string | null {
  const told = fields.optional('runtime', ['HostConfig', 'Runtime'], z.string(), '');
  return told === '' || told === 'oci' ? null : told;
}

/** Of one that has not ended engines tell 0 as well. */
function readExitCode(fields: Fields, state: ContainerState): { exitCode?: number } {
  if (state !== 'exited' && state !== 'dead') return {};
  const code = fields.optional('exitCode', ['State', 'ExitCode'], exitCodeSchema, null);
  return code === null ? {} : { exitCode: code };
}

/** A label whose value is not text is left out and noted; the others stay. */
function readLabels(fields: Fields, path: readonly string[]): Record<string, string> {
  const raw = fields.optional<Record<string, unknown>>('labels', path, labelsSchema, {});
  const kept = Object.entries(raw).filter((entry): entry is [string, string] => {
    if (typeof entry[1] === 'string') return true;
    fields.unreadable[`labels.${entry[0]}`] = 'EINVAL';
    return false;
  });
  return Object.fromEntries(kept);
}

function readJoins(fields: Fields): Container['joins'] {
  const joins: Container['joins'] = {};
  for (const [type, field] of JOIN_FIELDS) {
    const mode = fields.optional(`joins.${type}`, ['HostConfig', field], z.string(), '');
    if (JOIN.test(mode)) joins[type] = mode;
  }
  return joins;
}
