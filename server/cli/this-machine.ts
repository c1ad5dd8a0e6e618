import type { CommonConfig } from '../config';
import { findEndpoints } from '../docker/endpoint';
import { createLocalSource } from '../source/local';
import type { Source } from '../source/source';

/** The machine that nsview runs on, as the command line says that it is to be looked at. */
export function thisMachine(config: CommonConfig): Source {
  return createLocalSource({
    reader: { procRoot: '/proc', args: config.args },
    findEndpoints: () => findEndpoints({ option: config.docker, env: config.environment }),
  });
}
