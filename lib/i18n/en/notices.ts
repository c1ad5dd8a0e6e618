type Params = Record<string, string>;

const hidepid = ({ hidepid: mode, count }: Params): string => {
  const hidden = count === undefined ? '' : ` (${count} now)`;
  switch (mode) {
    case 'noaccess':
      return `/proc is mounted with hidepid=1: processes of other users${hidden} are listed, but nothing of them may be read. They are missing here.`;
    case 'ptraceable':
      return '/proc is mounted with hidepid=4: only processes that nsview may trace are listed. All others, however many, are missing here.';
    default:
      return '/proc is mounted with hidepid=2: processes of other users are not even listed. However many there are, they are missing here.';
  }
};

/** What a person should know about the environment, by code; see lib/snapshot/notices.ts. */
export const notices = {
  'docker-desktop': (p: Params) =>
    `The daemon at ${p.endpoint} is Docker Desktop's: its containers run in a virtual machine of its own, not among the processes here, so their namespaces are unknown. Let nsview read them from inside: \`--reader container\`.`,
  'engine-info-unknown': (p: Params) =>
    `The daemon at ${p.endpoint} did not say how it runs${p.reason ? ` (${p.reason})` : ''}: whether it is rootless or maps users is unknown.`,
  'engine-list-slow': (p: Params) =>
    `The daemon at ${p.endpoint} answers, but takes long to list its containers: they are waited for, and what it runs is not known yet.`,
  'engine-lists-only': (p: Params) =>
    `The daemon at ${p.endpoint} does not let nsview listen to its events: containers that come, change or go are seen some seconds late.`,
  'engine-namespaces': (p: Params) =>
    `The daemon at ${p.endpoint} runs in namespaces of its own (${p.types}), not in this machine's. A container in one of those counts as in the host's.`,
  'engine-other-kernel': (p: Params) =>
    `The daemon at ${p.endpoint} runs on another kernel (${p.theirs}; here it is ${p.ours}): on another machine or in a virtual one. Its process numbers mean nothing in this machine's /proc, so its containers' namespaces are unknown. Start nsview there to see them.`,
  'engine-process-unknown': (p: Params) =>
    `The process of the daemon at ${p.endpoint} was not found, so a namespace that it shares with its containers cannot be told from one of their own.`,
  'engine-remote': (p: Params) =>
    `The daemon at ${p.endpoint} runs on another machine. Its process numbers mean nothing in this machine's /proc, so its containers' namespaces are unknown. Start nsview there to see them.`,
  'engine-unreached': (p: Params): string => {
    switch (p.problem) {
      case 'denied':
        return `The engine at ${p.endpoint} may not be asked by nsview (${p.reason}), so its containers are missing here. Start nsview as root, or as a user who may open that socket.`;
      case 'unsupported':
        return `What was named as an engine, ${p.endpoint}, cannot be asked (${p.reason}), so its containers are missing here. Correct that, or name with \`--engine\` what is to be asked.`;
      default:
        return `Something listens at ${p.endpoint}, but does not answer as an engine does (${p.reason}). Should it be one, its containers are missing here: see whether it runs well, or name with \`--engine\` how it is to be asked.`;
    }
  },
  'engines-too-many': (p: Params): string =>
    `${p.count === '1' ? 'One more socket was' : `${p.count} more sockets were`} found at which a process of an engine’s name listens, and not asked: there are more than any machine has engines. What runs there is missing here; name with \`--engine\` the one that you mean.`,
  sandboxed: (p: Params): string =>
    `${p.containers} ${p.count === '1' ? 'runs' : 'run'} on a kernel of its own (${p.runtimes}). What the engine calls the first process is that kernel's, so what is seen inside, and which namespaces, is not known.`,
  hidepid: (p: Params) =>
    `${hidepid(p)} Start nsview as root, or let it read from a container: \`--reader container\`.`,
  'host-is-vm': (p: Params): string =>
    p.vm === 'WSL'
      ? 'The host here is the virtual machine of WSL, not Windows: all its Linux distributions share that one kernel, and each has a PID namespace of its own.'
      : 'The host here is the virtual machine of Docker Desktop, not your computer: that machine has the one kernel that all containers share.',
  'host-namespaces': (p: Params): string =>
    p.from === 'kthreadd'
      ? "The namespaces of PID 1 cannot be read; the host's are those of kthreadd (PID 2)."
      : "Neither PID 1 nor kthreadd can be read; the host's namespaces are the well-known initial ones, and its mount and network namespaces are unknown.",
  'links-unreadable': (p: Params) =>
    `The namespaces of ${p.count} of ${p.total} processes cannot be read (${p.errno}), though nsview runs as root: it lacks the capability SYS_PTRACE, or a security module forbids it.`,
  'not-root': (p: Params) =>
    `nsview runs as user ${p.uid}, not as root: the namespaces of ${p.count} of ${p.total} processes are kept from it. Start it as root, or let it read from a container: \`--reader container\`.`,
  'own-pid-namespace': (p: Params) =>
    `nsview runs inside a PID namespace (${p.namespace}), as in a container: "the host" is only what is in there. What runs outside is not seen, and containers outside are unknown. Start nsview outside, or its container with \`--pid=host\`.`,
  'processes-hidden': (p: Params) =>
    `Nothing may be read of ${p.count} processes that are listed: a sandbox or a security module keeps them from nsview. They are missing here.`,
  rootless: (p: Params) => {
    const where = p.types ? `, in namespaces of its own (${p.types})` : '';
    const counts = p.types ? "A container in one of those counts as in the host's. " : '';
    const cgroups =
      p.cgroups === 'none' ? ' It may make no cgroups, so its containers have no limits.' : '';
    return `The daemon at ${p.endpoint} is rootless: it runs as an ordinary user${where}. ${counts}Root in a container is that user outside.${cgroups}`;
  },
  'userns-remap': (p: Params) =>
    `The daemon at ${p.endpoint} maps users (userns-remap): it gives each container a user namespace of its own, in which root is an ordinary user outside.`,
};
