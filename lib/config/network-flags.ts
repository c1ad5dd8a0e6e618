import * as z from 'zod/mini';
import type { Fields } from '../docker/fields';
import { NO_FLAG, type Flag } from './config';

const modeSchema = z.string();
const networksSchema = z.record(
  z.string(),
  z.nullable(
    z.object({
      NetworkID: z.nullish(z.string()),
      IPAMConfig: z.nullish(
        z.object({ IPv4Address: z.nullish(z.string()), IPv6Address: z.nullish(z.string()) }),
      ),
    }),
  ),
);
type Networks = z.infer<typeof networksSchema>;
type Entry = [name: string, network: Networks[string]];

/** Networks beside the one that it was started with. */
export function furtherNetworkFlags(fields: Fields): Flag[] {
  return networksOf(fields).further.map(([value]) => ({ flag: '--network', value, about: 'see' }));
}

/** Addresses that were asked for; those in further networks have no flag of their own. */
export function addressFlags(fields: Fields): Flag[] {
  const { first, further } = networksOf(fields);
  const [ip, ip6] = addressesOf(first);
  if (further.some((each) => addressesOf(each).some((address) => address !== ''))) {
    fields.unreadable['flags.--ip'] = NO_FLAG;
  }
  return [['--ip', ip] as const, ['--ip6', ip6] as const].flatMap(([flag, value]) =>
    value === '' ? [] : [{ flag, value, about: 'see' }],
  );
}

/** Of one network alone no more is asked: engines call the usual one differently. */
function networksOf(fields: Fields): { first: Entry | undefined; further: Entry[] } {
  const path = ['NetworkSettings', 'Networks'];
  const networks = fields.optional<Networks>('flags.--network', path, networksSchema, {});
  const all = Object.entries(networks).sort(([a], [b]) => (a < b ? -1 : 1));
  if (all.length < 2) return { first: all[0], further: [] };
  const told = fields.optional('flags.--network', ['HostConfig', 'NetworkMode'], modeSchema, '');
  const mode = ['', 'default'].includes(told) ? 'bridge' : told;
  const first = all.find(([name, network]) => name === mode || network?.NetworkID === mode);
  return { first, further: all.filter((each) => each !== first) };
}

function addressesOf(entry: Entry | undefined): [ip: string, ip6: string] {
  const asked = entry?.[1]?.IPAMConfig;
  return [asked?.IPv4Address ?? '', asked?.IPv6Address ?? ''];
}
