import { readLink } from '../shell/proof';
import { hostProcess } from '../model/host-process';
import type { NamespaceType } from '../model/namespace-type';
import { hostFieldOf } from '../sharing/pod';
import { saidSharing } from '../sharing/said';
import type { About } from './about';
import type { Found } from './rule';
import { Unreadable } from './unreadable';

/** Is its namespace of this type the host's? Its engine's, whose daemon lives in one of its own, is not. */
export function inHostNamespace(about: About, type: NamespaceType): Found | null {
  const { container, snapshot } = about;
  const { namespaces: ofHost } = snapshot.host;
  const sharing = saidSharing(container, type, ofHost);
  if (sharing === 'unknown') {
    throw new Unreadable(container.unreadable[`namespaces.${type}`] ?? 'host-unknown');
  }
  // Equal to its engine's, which may be the host's where that is not known.
  if (sharing === 'engine' && ofHost[type] === null) throw new Unreadable('host-unknown');
  if (sharing !== 'host') return null;
  const own = about.link(type);
  const first = hostProcess(snapshot.host);
  // Where no process showed the host's, the kernel's own number for it was taken: the link itself shows that.
  const field = hostFieldOf(container, type);
  const how = 'without' as const;
  const change = field === null ? {} : { change: [{ how, text: `${field}: true` }] };
  if (first === null) return { evidence: [own], ...change };
  return {
    ...change,
    evidence: [own, { command: readLink(first, type), value: own.value }],
  };
}
