import type { CommonConfig, ReaderMode } from '../config';
import { findEndpoints } from '../docker/endpoint';
import { closeInAnyCase } from './last-handler';
import { createLocalSource, type LocalSource } from '../source/local';

/** The machine that nsview runs on, as the command line says that it is to be looked at. */
export function thisMachine(config: CommonConfig, mode: ReaderMode = config.reader): LocalSource {
  const source = createLocalSource({
    mode,
    reader: { procRoot: '/proc', args: config.args },
    findEndpoints: () => findEndpoints({ option: config.docker, env: config.environment }),
  });
  closeInAnyCase(() => source.close());
  return source;
}

/** The same where nobody is there to whom a reader in a container could be offered. */
export function thisMachineAlone(config: CommonConfig): LocalSource {
  return thisMachine(config, config.reader === 'container' ? 'container' : 'direct');
}
