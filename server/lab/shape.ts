import type { Call } from './call';

/** A whole line that may be run, of which nothing but what stands in brackets can be said in another way. */
export interface Shape {
  pattern: RegExp;
  /** @param found the line, and what stands in the brackets */
  call: (found: readonly string[]) => Call;
}

/** In a pattern: the PID of the first process of a container, as lessons ask for it. In brackets is its name. */
export const LEADER = String.raw`\$\(docker inspect --format "\{\{\.State\.Pid\}\}" ([a-zA-Z0-9][\w.-]*)\)`;
