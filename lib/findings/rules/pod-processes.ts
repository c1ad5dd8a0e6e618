import { nameTold } from '../../model/container-ref';
import type { Container } from '../../model/container';
import { inPodWith, processesAskedBy, seesProcessesOf } from '../../sharing/pod';
import { kubernetes } from '../references';
import type { Rule } from '../rule';
import { Unreadable } from '../unreadable';

/** What containers of a pod have in common is its network, IPC and host name: processes only where it asks for that. */
export const podProcesses: Rule = {
  name: 'pod-processes',
  severity: 'medium',
  change: [{ how: 'without', text: 'shareProcessNamespace: true' }],
  reference: [
    kubernetes(
      'share process namespace between containers in a pod',
      'docs/tasks/configure-pod-container/share-process-namespace/',
    ),
  ],
  check: (about) => {
    const { snapshot, container } = about;
    // Nothing runs in a pause container: who shares with that alone sees nobody.
    const others = inPodWith(snapshot, container).filter(
      ({ role, pid }) => role !== 'pause' && pid > 0,
    );
    if (others.length === 0) return null;
    const seen = seesProcessesOf(container, others);
    if (seen === null) {
      throw new Unreadable(container.unreadable['namespaces.pid'] ?? 'host-unknown');
    }
    if (seen.length === 0) return null;
    const asked = processesAskedBy(snapshot, container);
    return {
      of: seen.map((each) => nameTold(snapshot, each)),
      evidence: [about.link('pid'), ...seen.map(({ pid }) => about.link('pid', pid))],
      change: [{ how: 'without', text: asked ?? joinedBy(container) }],
    };
  },
};

/** How one container alone gets at another's processes: Podman's flag, or that by which Kubernetes is told to debug it. */
function joinedBy({ pod }: Container): string {
  return pod === undefined ? 'kubectl debug --target' : '--pid container:…';
}
