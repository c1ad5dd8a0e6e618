import type { CommonConfig, ReaderMode } from '../config/common';
import { createMachine, type Machine } from '../machine/machine';
import { areLookedFor, enginePlaces, placesFound } from './engine-places';
import { closeInAnyCase } from './last-handler';

/** The machine that nsview runs on, as the command line says that it is to be looked at. */
export function thisMachine(config: CommonConfig, mode: ReaderMode = config.reader): Machine {
  const { engines, environment } = config;
  // Without our own /proc there are none to look among.
  const looksAround = mode !== 'container' && areLookedFor(engines, environment);
  const source = createMachine({
    mode,
    enters: config.mayEnter,
    reader: { procRoot: '/proc', args: config.args },
    engines: () => enginePlaces(engines, environment),
    found: looksAround ? placesFound : null,
  });
  closeInAnyCase(() => source.close());
  return source;
}

/** The same where nobody is there to whom a reader in a container could be offered. */
export function thisMachineAlone(config: CommonConfig): Machine {
  return thisMachine(config, config.reader === 'container' ? 'container' : 'direct');
}
