import { createMachine, type Machine } from './machine';

/** This machine as it is, read by nobody but the test itself, with no engine. */
export function testMachine(): Machine {
  return createMachine({
    mode: 'direct',
    enters: false,
    reader: { procRoot: '/proc', args: true },
    engines: () => ({ candidates: [], refused: [] }),
    found: null,
  });
}
