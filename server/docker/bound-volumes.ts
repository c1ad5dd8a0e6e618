import type { Config } from '@lib/config/config';
import { toEngineError } from '../engine/engine-error';
import type { DockerFacade } from './facade';

/**
 * How a container was started, with the folders of the host that its volumes are made of: of a container an engine tells
 * only where it keeps a volume, and of which folder it was made only who asks about that. What does not tell costs
 * itself alone.
 */
export async function withBound(
  config: Config,
  facade: Pick<DockerFacade, 'volume'>,
): Promise<Config> {
  const unreadable = { ...config.unreadable };
  const mounts = [];
  for (const [nth, mount] of config.mounts.entries()) {
    try {
      const { bound } = mount.volume === null ? mount : await facade.volume(mount.volume);
      mounts.push({ ...mount, bound });
    } catch (error) {
      unreadable[`mounts.${nth}.bound`] = toEngineError(error).message;
      mounts.push(mount);
    }
  }
  return { ...config, mounts, unreadable };
}
