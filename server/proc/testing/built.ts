import { join } from 'node:path';
import { inject } from 'vitest';

/** Where a program of ours lies that was built before the unit tests (programs.ts). @param name `worker` */
export function builtProgram(name: string): string {
  return join(inject('programs'), `${name}.js`);
}
