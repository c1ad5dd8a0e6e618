import type { Host } from '../model/host';
import type { Config, Flag } from './config';

/**
 * Flags without what engines do on this machine by themselves: with cgroups of version 2 each container gets a
 * cgroup namespace of its own, else the host's.
 */
export function flagsThatMatter(
  { flags }: Pick<Config, 'flags'>,
  cgroups: Host['cgroups'],
): Flag[] {
  const usual = cgroups === 'v2' ? 'private' : 'host';
  return flags.filter(({ flag, value }) => flag !== '--cgroupns' || value !== usual);
}
