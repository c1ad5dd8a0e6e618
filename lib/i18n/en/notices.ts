/** What a person should know about the environment, by code; see lib/snapshot/notices.ts. */
export const notices = {
  'engine-namespaces': (p: Record<string, string>) =>
    `The daemon at ${p.endpoint} runs in namespaces of its own (${p.types}), not in this machine's. A container in one of those counts as in the host's.`,
  'engine-process-unknown': (p: Record<string, string>) =>
    `The process of the daemon at ${p.endpoint} was not found, so a namespace that it shares with its containers cannot be told from one of their own.`,
  'engine-remote': (p: Record<string, string>) =>
    `The daemon at ${p.endpoint} runs on another machine. Its process numbers mean nothing in this machine's /proc, so its containers' namespaces are unknown.`,
  'links-unreadable': (p: Record<string, string>) =>
    `The namespaces of ${p.count} of ${p.total} processes cannot be read (${p.errno}). Start nsview as root to see them all.`,
  'host-namespaces': (p: Record<string, string>): string =>
    p.from === 'kthreadd'
      ? "The namespaces of PID 1 cannot be read; the host's are those of kthreadd (PID 2)."
      : "Neither PID 1 nor kthreadd can be read; the host's namespaces are the well-known initial ones, and its mount and network namespaces are unknown.",
};
