import type { About } from './about';
import type { Found } from './rule';
import { Unreadable } from './unreadable';

/** Fields of how a container was started, and where its engine keeps them. */
const KEPT = {
  memory: ['memoryBytes', '.HostConfig.Memory'],
  pids: ['pids', '.HostConfig.PidsLimit'],
} as const;

/**
 * Does nothing limit it? Its cgroup and those above it know, whatever it was started with. Where they cannot be
 * read, a limit that it was started with counts; that it was started with none says nothing of cgroups above.
 *
 * @throws Unreadable
 */
export function noLimit(about: About, of: 'memory' | 'pids'): Found | null {
  const [field, path] = KEPT[of];
  try {
    if (about.limit(of) !== null) return null;
  } catch (error) {
    if (error instanceof Unreadable && about.config('limits')[field] !== null) return null;
    throw error;
  }
  return { evidence: [about.inspected(path, about.config('limitsKept')[field])] };
}
