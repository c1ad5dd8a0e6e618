/** Finding things, and showing only some. */
export const search = {
  placeholder: 'name, image, command, PID, inode, type:pid shared …',
  containers: 'Containers',
  processes: 'Processes',
  namespaces: 'Namespaces',
  more: (n: number) => `… and ${n} more`,
  none: 'Nothing here meets that.',
  hint: 'A number is a PID anywhere, or an inode. image:ubuntu, project:shop, label:x, state:exited, type:pid shared. Words in quotes are one.',
  problem: (term: string, expected: string) => `${term} was not understood. Expected: ${expected}`,
  found: (n: number) => `${n} found`,
  process: (pid: number, container: string | null) =>
    container === null ? `PID ${pid} on the host` : `PID ${pid} on the host, in ${container}`,
};
