/** Finding things, and showing only some. */
export const search = {
  placeholder: 'name, image, command, PID, 172.17.0.2, :80, /path …',
  containers: 'Containers',
  sandboxes: 'Sandboxes',
  processes: 'Processes',
  namespaces: 'Namespaces',
  inside: 'In namespaces',
  /** What was found in a namespace. */
  what: {
    address: 'address',
    port: 'listening',
    device: 'device',
    mac: 'address of a device',
    hostname: 'host name',
    mount: 'mounted there',
    hostPath: 'path of the host, mounted',
  },
  /** @param of who is in the namespace: containers, or the host */
  insideDetail: (
    what: string,
    device: string | null,
    of: string | readonly string[],
    namespace: string,
  ): string => {
    const who = typeof of === 'string' ? of : of.length === 0 ? namespace : of.join(', ');
    return `${device === null ? what : `${what}, ${device}`} · ${who}`;
  },
  looking: 'Looking into namespaces…',
  more: (n: number) => `… and ${n} more`,
  none: 'Nothing here meets that.',
  hint: 'A number is a PID anywhere, or an inode. :80 is a port. image:ubuntu, project:shop, pod:shop/till-0, engine:podman, label:x, state:exited, type:pid shared. Words in quotes are one.',
  problem: (term: string, expected: string) => `${term} was not understood. Expected: ${expected}`,
  found: (n: number) => `${n} found`,
  process: (pid: number, container: string | null) =>
    container === null ? `PID ${pid} on the host` : `PID ${pid} on the host, in ${container}`,
};
