import type { Engine } from '../model/host';
import { ctrAt, podmanAt } from '../shell/clients';
import { shellLine } from '../shell/shell-line';

/** Two containers, each with a PID namespace of its own; then the second comes again, in that of the first. */
export interface FirstSteps {
  apart: readonly string[];
  joined: readonly string[];
}

/** The course's demonstration, as the README has it too. */
export const FIRST_STEPS = dockersFirstSteps('docker');

/**
 * What is typed first on a machine without containers, for the engine that answers there; null: of none of them a
 * person runs containers by hand, as of CRI-O, which Kubernetes tells what to run.
 */
export function firstSteps(
  engines: readonly Pick<Engine, 'kind' | 'endpoint'>[],
): FirstSteps | null {
  const found = (kind: Engine['kind']) => engines.find((engine) => engine.kind === kind);
  if (found('docker') !== undefined) return FIRST_STEPS;
  const podman = found('podman');
  if (podman !== undefined) return dockersFirstSteps(podmanAt(podman.endpoint).join(' '));
  const containerd = found('containerd');
  return containerd === undefined ? null : containerdsFirstSteps(containerd.endpoint);
}

function dockersFirstSteps(client: string): FirstSteps {
  return {
    apart: [
      `${client} run --name c1 -d ubuntu sh -c "sleep 1d"`,
      `${client} run --name c2 -d ubuntu sh -c "sleep 999d"`,
    ],
    joined: [
      `${client} rm c2 --force`,
      `${client} run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 999d"`,
    ],
  };
}

/** It fetches no image by itself, and is told a namespace by its file. */
function containerdsFirstSteps(endpoint: string): FirstSteps {
  const ctr = shellLine(ctrAt(endpoint));
  const image = 'docker.io/library/ubuntu:latest';
  const leader = `$(${ctr} task ls | awk '/^c1 / {print $2}')`;
  return {
    apart: [
      `${ctr} image pull ${image}`,
      `${ctr} run -d ${image} c1 sleep 1d`,
      `${ctr} run -d ${image} c2 sleep 999d`,
    ],
    joined: [
      `${ctr} task rm --force c2`,
      `${ctr} container rm c2`,
      `${ctr} run -d --with-ns pid:/proc/${leader}/ns/pid ${image} c2 sleep 999d`,
    ],
  };
}
