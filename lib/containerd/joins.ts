import type { Container } from '../model/container';
import type { Spec } from './spec';

/**
 * What a specification says it joins, of the types that one would share on purpose: what is not among them is the host's.
 *
 * @param id of the container: what holds a pod is its own sandbox, and joins files that are made before it
 */
export function joinsOf({ namespaces, told, sandbox }: Spec, id: string): Container['joins'] {
  if (!told) return {};
  const other = sandbox === id ? null : sandbox;
  const joins: Container['joins'] = {};
  for (const type of ['pid', 'net', 'ipc', 'uts'] as const) {
    const joined = namespaces.get(type);
    if (joined === undefined) joins[type] = 'host';
    else if (joined !== null) joins[type] = other === null ? joined : `container:${other}`;
  }
  return joins;
}
