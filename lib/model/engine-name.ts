import type { Engine } from './host';

/** What engines are called, in every language. */
export const ENGINE_NAMES: Readonly<Record<Engine['kind'], string>> = {
  docker: 'Docker',
  podman: 'Podman',
  containerd: 'containerd',
  'cri-o': 'CRI-O',
};
