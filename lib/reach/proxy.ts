import type { Process } from '../model/process';

/** What a process that listens for a published port was told to do. */
export interface Proxy {
  protocol: string;
  hostAddress: string;
  hostPort: number;
  /** Of the container, to which it passes on what comes. */
  address: string;
  port: number;
}

export const PROXY = 'docker-proxy';
const OPTIONS = ['-proto', '-host-ip', '-host-port', '-container-ip', '-container-port'];

/** @returns null for any other process */
export function proxyOf({ comm, args }: Pick<Process, 'comm' | 'args'>): Proxy | null {
  if (comm !== PROXY || args === null || !OPTIONS.every((option) => args.includes(option))) {
    return null;
  }
  const [protocol = '', hostAddress = '', hostPort = '', address = '', port = ''] = OPTIONS.map(
    (option) => args[args.indexOf(option) + 1],
  );
  return { protocol, hostAddress, hostPort: Number(hostPort), address, port: Number(port) };
}
