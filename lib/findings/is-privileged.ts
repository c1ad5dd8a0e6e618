import type { About } from './about';
import { Unreadable } from './unreadable';

/**
 * Was it started with all rights, and with nothing to confine it? That is said of it once, and mended by one flag.
 * Where that is not known, what it has counts by itself.
 */
export function isPrivileged(about: About): boolean {
  try {
    return about.config('privileged');
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}
