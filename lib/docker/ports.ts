import { z } from 'zod';
import { PORT_PROTOCOLS, type PublishedPort } from '../model/published-port';
import type { Fields } from './fields';

const portsSchema = z.record(z.string(), z.unknown());
const protocolSchema = z.enum(PORT_PROTOCOLS);
const portSchema = z.coerce.number().int().min(1).max(65_535);
const bindingsSchema = z.array(z.object({ HostIp: z.optional(z.string()), HostPort: portSchema }));

/**
 * `NetworkSettings.Ports` → the ports that are published now, by port. Nothing where the engine does
 * not tell them; what is odd of them is left out and noted.
 */
export function readPorts(fields: Fields): { ports?: PublishedPort[] } {
  const path = ['NetworkSettings', 'Ports'];
  const told = fields.optional<Record<string, unknown> | null>('ports', path, portsSchema, null);
  if (told === null) return {};
  const ports = Object.entries(told).flatMap(([key, bindings]): PublishedPort[] => {
    // Null: the image names it, and nobody published it.
    if (bindings === null) return [];
    const [number, word] = key.split('/');
    const port = portSchema.safeParse(number);
    const protocol = protocolSchema.safeParse(word);
    const bound = bindingsSchema.safeParse(bindings);
    if (!port.success || !protocol.success || !bound.success) {
      fields.unreadable[`ports.${key}`] = 'EINVAL';
      return [];
    }
    return bound.data.map(({ HostIp = '', HostPort }) => ({
      protocol: protocol.data,
      port: port.data,
      hostAddress: HostIp === '' ? '0.0.0.0' : HostIp,
      hostPort: HostPort,
    }));
  });
  const order = ({ port, protocol, hostAddress, hostPort }: PublishedPort) =>
    JSON.stringify([String(port).padStart(5), protocol, hostAddress, hostPort]);
  return { ports: ports.sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
}
