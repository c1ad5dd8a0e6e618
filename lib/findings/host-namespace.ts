import { kernelName } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { About } from './about';
import type { Found } from './rule';
import { Unreadable } from './unreadable';

/** Is its namespace of this type the host's, or its engine's, whose daemon can live in one of its own? */
export function inHostNamespace(about: About, type: NamespaceType): Found | null {
  const { container, snapshot } = about;
  const sharing = container.sharing[type];
  if (sharing === 'unknown') {
    throw new Unreadable(container.unreadable[`namespaces.${type}`] ?? 'host-unknown');
  }
  if (sharing !== 'host') return null;
  const own = about.namespace(type);
  const isHost = own === snapshot.host.namespaces[type];
  const daemon = snapshot.engines.find(({ id }) => id === container.engine)?.pid ?? null;
  const other = isHost ? 1 : daemon;
  return {
    evidence: [
      about.link(type),
      ...(other === null
        ? []
        : [{ command: `sudo readlink /proc/${other}/ns/${type}`, value: kernelName(own) }]),
    ],
  };
}
