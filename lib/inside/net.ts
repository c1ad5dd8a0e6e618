import * as z from 'zod/mini';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import { firewallSchema } from './firewall';
import { dnsInsideSchema } from './dns';

export const DEVICE_KINDS = [
  ...['loopback', 'veth', 'bridge', 'vlan', 'macvlan', 'ipvlan', 'tun', 'dummy'],
  ...['physical', 'other'],
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** A device elsewhere: which network, and which one there. */
const otherEndSchema = z.object({
  /** Null: nobody that we see is in that network. */
  namespace: z.nullable(namespaceIdSchema),
  index: z.int(),
  name: z.nullable(z.string()),
});

const deviceSchema = z.object({
  /** By which the kernel numbers it in this network. */
  index: z.nullable(z.int()),
  name: z.string(),
  kind: z.nullable(z.enum(DEVICE_KINDS)),
  /** As `ip link` tells it: drivers of some kinds, loopback's say, do not tell, so that it is `unknown`. */
  state: z.nullable(z.enum(['up', 'down', 'unknown'])),
  /** It was set up, by `ip link set DEVICE up`. */
  enabled: z.nullable(z.boolean()),
  mtu: z.nullable(z.int()),
  mac: z.nullable(z.string()),
  /** `172.17.0.2/16`; those of IPv4 first, of each family in the kernel's order. */
  addresses: z.array(z.string()),
  /** The bridge, or the like, that it is a port of. */
  master: z.nullable(z.string()),
  /** Index of the device that it is on top of: in this network, or in `parentNamespace`. */
  parent: z.nullable(z.int()),
  parentNamespace: z.nullable(namespaceIdSchema),
  /** The other end of a pair (veth). */
  peer: z.nullable(otherEndSchema),
});
export type Device = z.infer<typeof deviceSchema>;

/** The table that `ip route` shows. */
export const MAIN_TABLE = 254;

const routeSchema = z.object({
  family: z.union([z.literal(4), z.literal(6)]),
  /** `default`, `172.17.0.0/16`, or one address. */
  destination: z.string(),
  /** Only of packets that come from there. */
  from: z.nullable(z.string()),
  via: z.nullable(z.string()),
  /** Null: it sends nowhere (`blackhole`…). */
  device: z.nullable(z.string()),
  /** As `ip route` has it: `unicast`, `blackhole`, `unreachable`… */
  type: z.string(),
  /** Most are in `MAIN_TABLE`. */
  table: z.int(),
  metric: z.nullable(z.int()),
});
export type RouteInside = z.infer<typeof routeSchema>;

/** What says in which table a route is looked for, as ip-rule(8) has it. */
const ruleSchema = z.object({
  family: z.union([z.literal(4), z.literal(6)]),
  priority: z.int(),
  from: z.string(),
  to: z.nullable(z.string()),
  conditions: z.array(z.string()),
  action: z.string(),
  table: z.nullable(z.int()),
});

const listeningSchema = z.object({
  protocol: z.enum(['tcp', 'tcp6', 'udp', 'udp6']),
  address: z.string(),
  port: z.int(),
  /** The one device that it hears, `#7` where its name is not known; null: all. */
  device: z.nullable(z.string()),
  /** Of IPv6: it does not hear IPv4. */
  v6Only: z.nullable(z.boolean()),
  /** The processes in this network that have it open. */
  pids: z.array(z.int()),
  /** Nobody in this network has it open, so somebody outside does. Null: not all could be looked at. */
  outside: z.nullable(z.boolean()),
});
export type Listening = z.infer<typeof listeningSchema>;

/**
 * What a network namespace isolates. Where it could not be entered, `unreadable` has every field that is
 * missing (`devices.mtu`), and the lists have what files tell.
 */
export const netInsideSchema = z.object({
  type: z.literal('net'),
  /** By index; those whose index is not known by name, after the others. */
  devices: z.nullable(z.array(deviceSchema)),
  /** Addresses of which it is not known what device has them. */
  looseAddresses: z.array(z.string()),
  /** Of all tables but that of local addresses. */
  routes: z.nullable(z.array(routeSchema)),
  rules: z.nullable(z.array(ruleSchema)),
  /** It sends on what is for others. */
  forwarding: z.object({ v4: z.nullable(z.boolean()), v6: z.nullable(z.boolean()) }),
  listening: z.nullable(z.array(listeningSchema)),
  firewall: z.nullable(firewallSchema),
  /** As the process that it was read through has it: others in it may ask others. */
  dns: z.nullable(dnsInsideSchema),
});
export type NetInside = z.infer<typeof netInsideSchema>;
