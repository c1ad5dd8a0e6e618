import * as z from 'zod/mini';
import { Fields, isObject } from '../docker/fields';
import { PORT_PROTOCOLS } from '../model/published-port';
import type { Config, Mount } from './config';
import { ENTRYPOINT, entrypointOf, flagsOf, securityOptionText } from './flags';

const textSchema = z.string();
const switchSchema = z.boolean();
const textsSchema = z.array(textSchema);
const numberSchema = z.number();
const mapSchema = z.record(z.string(), z.unknown());
const listSchema = z.array(z.unknown());
const portSchema = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65_535));
const protocolSchema = z.enum(PORT_PROTOCOLS);
const bindingsSchema = z.nullable(
  z.array(z.object({ HostIp: z.optional(textSchema), HostPort: z.optional(textSchema) })),
);
const mountSchema = z.object({
  Type: z._default(textSchema, 'bind'),
  Source: z.nullish(textSchema),
  Destination: textSchema,
  RW: z.nullish(switchSchema),
  Name: z.nullish(textSchema),
});

/**
 * `GET /containers/{id}/json` → how it was started, field by field: what is odd or missing costs itself alone.
 * Null when `json` is not an object at all. `Config.Env` is not looked at.
 * Source: Docker Engine API, ContainerInspect.
 */
export function readConfig(json: unknown): Config | null {
  if (!isObject(json)) return null;
  const fields = new Fields(json);
  const host = (name: string) => ['HostConfig', name];
  const text = (name: string, path: readonly string[]) =>
    fields.optional(name, path, textSchema, '');
  const texts = (name: string, path: readonly string[]) =>
    fields.optional<string[]>(name, path, textsSchema, []);
  // What is not told at all is no default: everything else of it would be guessed.
  fields.required<Record<string, unknown> | null>('flags', ['HostConfig'], mapSchema, null);
  return {
    flags: flagsOf(fields),
    tag: fields.required('tag', ['Config', 'Image'], textSchema, ''),
    command: readCommand(fields),
    user: text('user', ['Config', 'User']),
    hostname: text('hostname', ['Config', 'Hostname']),
    ports: readBindings(fields),
    networks: Object.keys(
      fields.optional('networks', ['NetworkSettings', 'Networks'], mapSchema, {}),
    ).sort(),
    mounts: readMounts(fields),
    restart: readRestart(fields),
    privileged: fields.optional('privileged', host('Privileged'), switchSchema, false),
    readonlyRoot: fields.optional('readonlyRoot', host('ReadonlyRootfs'), switchSchema, false),
    capAdd: texts('capAdd', host('CapAdd')),
    capDrop: texts('capDrop', host('CapDrop')),
    securityOpt: texts('securityOpt', host('SecurityOpt')).map(securityOptionText),
    modes: {
      pid: text('modes.pid', host('PidMode')),
      net: text('modes.net', host('NetworkMode')),
      ipc: text('modes.ipc', host('IpcMode')),
      uts: text('modes.uts', host('UTSMode')),
      userns: text('modes.userns', host('UsernsMode')),
      cgroupns: text('modes.cgroupns', host('CgroupnsMode')),
    },
    limits: readLimits(fields),
    limitsKept: {
      // Of what is not told engines' clients print these.
      memoryBytes: fields.optional('limits.memoryBytes', host('Memory'), numberSchema, 0),
      pids: fields.optional<number | null>('limits.pids', host('PidsLimit'), numberSchema, null),
    },
    appArmor: text('appArmor', ['AppArmorProfile']),
    unreadable: fields.unreadable,
  };
}

/**
 * What follows the first word of the entrypoint. Of an odd entrypoint nothing is told: whether a word is a
 * secret is known by the program alone that it is said to.
 */
function readCommand(fields: Fields): string[] {
  const command = fields.optional<string[]>('command', ['Config', 'Cmd'], textsSchema, []);
  const [, ...more] = entrypointOf(fields);
  const odd = fields.unreadable[ENTRYPOINT];
  if (odd === undefined) return [...more, ...command];
  fields.unreadable.command = odd;
  return [];
}

function readRestart(fields: Fields): string {
  const name = fields.optional('restart', ['HostConfig', 'RestartPolicy', 'Name'], textSchema, '');
  const path = ['HostConfig', 'RestartPolicy', 'MaximumRetryCount'];
  const times = fields.optional('restart', path, numberSchema, 0);
  return times > 0 ? `${name}:${times}` : name;
}

/** Engines write 0, and of PIDs -1 or nothing as well, where there is no limit. */
function readLimits(fields: Fields): Config['limits'] {
  const limit = (name: string, field: string) => {
    const number = fields.optional(`limits.${name}`, ['HostConfig', field], numberSchema, 0);
    return number > 0 ? number : null;
  };
  const [nano, quota, period] = [
    limit('cpus', 'NanoCpus'),
    limit('cpus', 'CpuQuota'),
    limit('cpus', 'CpuPeriod'),
  ];
  // The kernel's period is a tenth of a second where none is told.
  const byQuota = quota === null ? null : quota / (period ?? 100_000);
  return {
    memoryBytes: limit('memoryBytes', 'Memory'),
    cpus: nano === null ? byQuota : nano / 1e9,
    pids: limit('pids', 'PidsLimit'),
  };
}

/** What was asked for, so also of a container that does not run; the engine may choose the host's port. */
function readBindings(fields: Fields): Config['ports'] {
  const path = ['HostConfig', 'PortBindings'];
  const bindings = fields.optional<Record<string, unknown>>('ports', path, mapSchema, {});
  return Object.entries(bindings).flatMap(([key, raw]) => {
    const [number, word] = key.split('/');
    const port = portSchema.safeParse(number);
    const protocol = protocolSchema.safeParse(word);
    const bound = bindingsSchema.safeParse(raw);
    if (!port.success || !protocol.success || !bound.success) {
      fields.unreadable[`ports.${key}`] = 'EINVAL';
      return [];
    }
    return (bound.data ?? []).map(({ HostIp = '', HostPort = '' }) => {
      const told = portSchema.safeParse(HostPort);
      return {
        protocol: protocol.data,
        port: port.data,
        hostAddress: HostIp === '' ? '0.0.0.0' : HostIp,
        hostPort: told.success ? told.data : null,
      };
    });
  });
}

function readMounts(fields: Fields): Mount[] {
  const raw = fields.optional<unknown[]>('mounts', ['Mounts'], listSchema, []);
  const mounts = raw.flatMap((each, nth) => {
    const parsed = mountSchema.safeParse(each);
    if (!parsed.success) {
      fields.unreadable[`mounts.${nth}`] = 'EINVAL';
      return [];
    }
    const { Type, Source, Destination, RW, Name } = parsed.data;
    const source = Source === undefined || Source === '' ? null : Source;
    const volume = Type === 'volume' && Name !== '' ? (Name ?? null) : null;
    const writable = RW ?? true;
    return [{ type: Type, source, target: Destination, writable, volume, bound: null }];
  });
  // Docker has them in another order each time that it is asked.
  return mounts.sort((a, b) => (a.target < b.target ? -1 : 1));
}
