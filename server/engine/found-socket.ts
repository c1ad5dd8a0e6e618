/** The programs that are engines, as the kernel calls their processes. */
const PROGRAMS = ['dockerd', 'podman', 'containerd', 'crio'] as const;
export type EngineProgram = (typeof PROGRAMS)[number];

/** A socket at which a process of an engine's name listens, in a root that is not ours. */
export interface FoundSocket {
  program: EngineProgram;
  /** The root, by a process that is in it: `/proc/1/root`. */
  root: string;
  path: string;
}

/** What each listens at besides, and speaks something else there. */
const BESIDES: Readonly<Record<EngineProgram, RegExp>> = {
  dockerd: /\/(?:metrics|control)\.sock$|\/libnetwork\//,
  podman: /^$/,
  containerd: /\.ttrpc$|debug\.sock$/,
  crio: /^$/,
};

/** @param comm what the kernel calls a process */
export function engineProgram(comm: string): EngineProgram | null {
  return PROGRAMS.find((program) => program === comm) ?? null;
}

/** Of the sockets at which one listens those at which it may be asked. */
export function askedAt(program: EngineProgram, paths: readonly string[]): string[] {
  return paths.filter((path) => !BESIDES[program].test(path));
}
