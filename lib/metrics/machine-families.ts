import { sharingSchema } from '../model/container';
import { KNOWN_STATES, knownState } from '../model/known-state';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import type { Family } from './family';

/** What is counted of a snapshot: every combination has its number, also 0, so that sums are sums. */
export function machineFamilies(snapshot: Snapshot): Family[] {
  const { engines, containers, namespaces, processes, host } = snapshot;
  // nsview's own reader is no container of the machine's.
  const counted = containers.filter(({ role }) => role !== 'reader');
  return [
    {
      name: 'nsview_containers',
      help: 'Containers by engine and state, unknown where the engine does not tell it or has not answered.',
      type: 'gauge',
      samples: engines.flatMap(({ id: engine }) =>
        KNOWN_STATES.map((state) => ({
          labels: { engine, state },
          value: count(counted, (each) => each.engine === engine && knownState(each) === state),
        })),
      ),
    },
    {
      name: 'nsview_containers_sharing',
      help: 'Containers by type of namespace and what they share of it: their own, shared with another container, the one of the host, unknown, none (no process now), absent (the kernel has no such type).',
      type: 'gauge',
      samples: NAMESPACE_TYPES.flatMap((type) =>
        sharingSchema.options.map((sharing) => ({
          labels: { type, sharing },
          value: count(counted, (each) => each.sharing[type] === sharing),
        })),
      ),
    },
    {
      name: 'nsview_namespaces',
      help: 'Namespaces by type.',
      type: 'gauge',
      samples: NAMESPACE_TYPES.map((type) => ({
        labels: { type },
        value: count(namespaces, (each) => each.type === type),
      })),
    },
    {
      name: 'nsview_processes',
      help: 'Processes, in containers and outside of them, those of the kernel itself too.',
      type: 'gauge',
      samples: [true, false].map((inside) => ({
        labels: { in_container: String(inside) },
        value: count(processes, ({ container }) => (container !== null) === inside),
      })),
    },
    {
      name: 'nsview_engine_connected',
      help: 'Whether the engine answers: 1, or 0.',
      type: 'gauge',
      samples: engines.map(({ id: engine, state }) => ({
        labels: { engine },
        value: state === 'connected' ? 1 : 0,
      })),
    },
    {
      name: 'nsview_notices',
      help: 'What nsview says of its surroundings, such as what it may not read, by code.',
      type: 'gauge',
      samples: [...new Set(host.notices.map(({ code }) => code))].sort().map((code) => ({
        labels: { code },
        value: count(host.notices, (each) => each.code === code),
      })),
    },
  ];
}

function count<T>(all: readonly T[], meets: (each: T) => boolean): number {
  return all.filter(meets).length;
}
