import { flagsThatMatter } from '@lib/config/as-started';
import type { Config } from '@lib/config/config';
import type { Snapshot } from '@lib/model/snapshot';
import { findContainer } from '@lib/model/container-ref';
import { NotThere, type Informant } from '@lib/asking/handler';

/** Another container may get its name; it need not run. Null: there is none. */
export function lifeOfConfig(ref: string, snapshot: Snapshot): string | null {
  const container = findContainer(snapshot, ref);
  return container === null ? null : `${container.engine} ${container.id}`;
}

/** @throws NotThere where there is no such container */
export async function answerConfig(ref: string, machine: Informant): Promise<Config> {
  const snapshot = await machine.seen();
  const container = findContainer(snapshot, ref);
  const config = container === null ? null : await machine.details.config(container);
  if (config === null) throw new NotThere('no engine tells of such a container');
  return { ...config, flags: flagsThatMatter(config, snapshot.host.cgroups) };
}
