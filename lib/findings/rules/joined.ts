import { nameTold } from '../../model/container-ref';
import { containerKey } from '../../model/ids';
import { inPodWith } from '../../sharing/pod';
import { PRIVATE_BY_DEFAULT, sharersOf } from '../../sharing/sharers';
import { docker, owasp } from '../references';
import type { Rule } from '../rule';
import { Unreadable } from '../unreadable';

/** What one of them does in it, the other sees, and in a PID namespace can signal. */
export const joined: Rule = {
  name: 'joined',
  severity: 'medium',
  change: [{ how: 'without', text: '--pid container:NAME' }],
  reference: [owasp('5'), docker('PID settings', 'engine/containers/run/#pid-settings---pid')],
  check: (about) => {
    const { snapshot, container } = about;
    const shared = PRIVATE_BY_DEFAULT.filter((type) => container.sharing[type] === 'shared');
    const unknown = PRIVATE_BY_DEFAULT.find((type) => container.sharing[type] === 'unknown');
    if (shared.length === 0 && unknown !== undefined) {
      throw new Unreadable(container.unreadable[`namespaces.${unknown}`] ?? 'host-unknown');
    }
    if (shared.length === 0) return null;
    // What containers of one pod have in common is what a pod is: of its processes there is a rule of its own.
    const inPod = new Set(inPodWith(snapshot, container).map(containerKey));
    const pairs = shared.flatMap((type) =>
      sharersOf(snapshot, container, type)
        .filter((other) => !inPod.has(containerKey(other)))
        .map((other) => ({ type, other })),
    );
    if (pairs.length === 0) return null;
    return {
      of: pairs.map(({ type, other }) => `${type}: ${nameTold(snapshot, other)}`),
      evidence: pairs.flatMap(({ type, other }) => [about.link(type), about.link(type, other.pid)]),
      change: shared
        .filter((type) => pairs.some((pair) => pair.type === type))
        .map((type) => {
          const flag = type === 'net' ? 'network' : type;
          return { how: 'without', text: `--${flag} container:…` };
        }),
    };
  },
};
