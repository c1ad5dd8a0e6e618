import * as z from 'zod/mini';
import type { Fields } from '../docker/fields';
import { NO_FLAG, type Flag } from './config';
import { sizeText } from './size-text';

/* Flags whose values engines keep in parts. */

const textSchema = z.string();
const rateSchema = z.array(z.object({ Path: textSchema, Rate: z.number() }));
const ulimitSchema = z.array(
  z.object({ Name: textSchema, Soft: z.optional(z.number()), Hard: z.optional(z.number()) }),
);
const bindsSchema = z.array(textSchema);
const deviceSchema = z.array(
  z.object({
    PathOnHost: textSchema,
    PathInContainer: textSchema,
    CgroupPermissions: z._default(textSchema, 'rwm'),
  }),
);
const bindingsSchema = z.record(
  textSchema,
  z.nullable(
    z.array(z.object({ HostIp: z.optional(textSchema), HostPort: z.optional(textSchema) })),
  ),
);
const optionsSchema = z.nullish(z.record(textSchema, textSchema));
const mountSchema = z.array(
  z.object({
    Type: textSchema,
    Source: z.optional(textSchema),
    Target: textSchema,
    ReadOnly: z.optional(z.boolean()),
    Consistency: z.optional(textSchema),
    BindOptions: z.nullish(
      z.object({
        Propagation: z.optional(textSchema),
        NonRecursive: z.optional(z.boolean()),
      }),
    ),
    VolumeOptions: z.nullish(
      z.object({
        NoCopy: z.optional(z.boolean()),
        Labels: optionsSchema,
        DriverConfig: z.nullish(z.object({ Name: z.optional(textSchema), Options: optionsSchema })),
      }),
    ),
    TmpfsOptions: z.nullish(
      z.object({ SizeBytes: z.optional(z.number()), Mode: z.optional(z.number()) }),
    ),
  }),
);
const volumesSchema = z.record(textSchema, z.unknown());
const requestsSchema = z.array(
  z.object({
    Driver: z._default(textSchema, ''),
    Count: z._default(z.number(), 0),
    DeviceIDs: z.nullish(z.array(textSchema)),
    Capabilities: z.nullish(z.array(z.array(textSchema))),
    Options: optionsSchema,
  }),
);
type MountAsked = z.infer<typeof mountSchema>[number];

const RATES = [
  ['--device-read-bps', 'BlkioDeviceReadBps', sizeText],
  ['--device-write-bps', 'BlkioDeviceWriteBps', sizeText],
  ['--device-read-iops', 'BlkioDeviceReadIOps', String],
  ['--device-write-iops', 'BlkioDeviceWriteIOps', String],
] as const;

/** `/dev/sda:1m` */
export function rateFlags(fields: Fields): Flag[] {
  return RATES.flatMap(([flag, field, text]) =>
    list(fields, flag, field, rateSchema).map(({ Path, Rate }): Flag => ({
      flag,
      value: `${Path}:${text(Rate)}`,
      about: 'use',
    })),
  );
}

/** `nofile=1024:2048` */
export function ulimitFlags(fields: Fields): Flag[] {
  return list(fields, '--ulimit', 'Ulimits', ulimitSchema).map(
    ({ Name, Soft = 0, Hard = Soft }): Flag => ({
      flag: '--ulimit',
      value: `${Name}=${Soft}:${Hard}`,
      about: 'use',
    }),
  );
}

/** `127.0.0.1:8080:80/udp` */
export function bindingFlags(fields: Fields): Flag[] {
  const path = ['HostConfig', 'PortBindings'];
  const bindings = fields.optional<z.infer<typeof bindingsSchema>>(
    'flags.--publish',
    path,
    bindingsSchema,
    {},
  );
  return Object.entries(bindings).flatMap(([key, bound]) => {
    const port = key.replace(/\/tcp$/, '');
    return (bound ?? []).map(({ HostIp = '', HostPort = '' }): Flag => {
      const address = HostIp.includes(':') ? `[${HostIp}]:` : HostIp === '' ? '' : `${HostIp}:`;
      const front = address === '' && HostPort === '' ? '' : `${address}${HostPort}:`;
      return { flag: '--publish', value: `${front}${port}`, about: 'see' };
    });
  });
}

/** `/srv:/srv:ro` */
export function bindFlags(fields: Fields): Flag[] {
  return list(fields, '--volume', 'Binds', bindsSchema).map((value): Flag => ({
    flag: '--volume',
    value,
    about: 'see',
  }));
}

/** `/dev/null:/dev/zero:r` */
export function deviceFlags(fields: Fields): Flag[] {
  return list(fields, '--device', 'Devices', deviceSchema).map(
    ({ PathOnHost, PathInContainer, CgroupPermissions }): Flag => ({
      flag: '--device',
      value: `${PathOnHost}:${PathInContainer}:${CgroupPermissions}`,
      about: 'see',
    }),
  );
}

/** `all`, `2`, `"device=0,1"`; devices that a driver describes (CDI) are named by `--device`. */
export function gpuFlags(fields: Fields): Flag[] {
  return list(fields, '--gpus', 'DeviceRequests', requestsSchema).flatMap((request): Flag[] => {
    const { Driver, Count, Capabilities } = request;
    const ids = request.DeviceIDs ?? [];
    if (Driver === 'cdi') {
      return ids.map((value) => ({ flag: '--device', value, about: 'see' }));
    }
    const isPlain =
      Driver === '' &&
      JSON.stringify(Capabilities) === '[["gpu"]]' &&
      Object.keys(request.Options ?? {}).length === 0;
    if (!isPlain) {
      fields.unreadable['flags.--gpus'] = NO_FLAG;
      return [];
    }
    const count = Count === -1 ? 'all' : String(Count);
    const value = ids.length > 0 ? quoted(`device=${ids.join(',')}`) : count;
    return [{ flag: '--gpus', value, about: 'see' }];
  });
}

/** `/data`, where nothing that has a name is mounted. */
export function anonymousVolumeFlags(fields: Fields): Flag[] {
  const named = new Set([
    ...list(fields, '--volume', 'Binds', bindsSchema).map((bind) => bind.split(':')[1]),
    ...list(fields, '--mount', 'Mounts', mountSchema).map(({ Target }) => Target),
  ]);
  const path = ['Config', 'Volumes'];
  const volumes = fields.optional<Record<string, unknown>>(
    'flags.--volume',
    path,
    volumesSchema,
    {},
  );
  return Object.keys(volumes)
    .filter((target) => !named.has(target))
    .map((value) => ({ flag: '--volume', value, about: 'see' }));
}

/** `type=bind,source=/srv,target=/srv,readonly` */
export function mountFlags(fields: Fields): Flag[] {
  return list(fields, '--mount', 'Mounts', mountSchema).map((mount): Flag => ({
    flag: '--mount',
    value: mountText(mount),
    about: 'see',
  }));
}

function mountText(mount: MountAsked): string {
  const { BindOptions, VolumeOptions, TmpfsOptions } = mount;
  const driver = VolumeOptions?.DriverConfig;
  return [
    ...named('type', mount.Type),
    ...named('source', mount.Source),
    ...named('target', mount.Target),
    ...(mount.ReadOnly === true ? ['readonly'] : []),
    ...named('consistency', mount.Consistency),
    ...named('bind-propagation', BindOptions?.Propagation),
    ...(BindOptions?.NonRecursive === true ? ['bind-nonrecursive'] : []),
    ...(VolumeOptions?.NoCopy === true ? ['volume-nocopy'] : []),
    ...pairs('volume-label', VolumeOptions?.Labels),
    ...named('volume-driver', driver?.Name),
    ...pairs('volume-opt', driver?.Options),
    ...named('tmpfs-size', TmpfsOptions?.SizeBytes),
    ...named('tmpfs-mode', TmpfsOptions?.Mode?.toString(8)),
  ].join(',');
}

function named(name: string, value: string | number | undefined): string[] {
  return value === undefined || value === '' ? [] : [quoted(`${name}=${value}`)];
}

function pairs(name: string, options: Record<string, string> | null | undefined): string[] {
  return Object.entries(options ?? {}).map(([key, value]) => quoted(`${name}=${key}=${value}`));
}

/** The value is one line of comma-separated values. */
function quoted(part: string): string {
  return /[",\n\r]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part;
}

function list<T>(fields: Fields, flag: string, field: string, schema: z.ZodMiniType<T[]>): T[] {
  return fields.optional<T[]>(`flags.${flag}`, ['HostConfig', field], schema, []);
}
