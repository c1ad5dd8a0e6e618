/** What a sandbox has its name from: what manages it, as its cgroup tells; else its topmost command. */
export const NAME_SOURCES = ['lxc', 'machine', 'snap', 'flatpak', 'unit', 'command'] as const;
export type NameSource = (typeof NAME_SOURCES)[number];

export interface Named {
  name: string;
  named: NameSource;
}

/** The process that a sandbox is named after. */
interface Topmost {
  comm: string;
  args: readonly string[] | null;
  cgroup: string | null;
}

type Rule = readonly [named: NameSource, part: RegExp];

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.source;

/** Parts of cgroup paths that name what is in them, however deep: what they match first is the name. */
const RULES: readonly Rule[] = [
  // LXC since 4, LXD, Incus.
  ['lxc', /^lxc\.payload\.(.+)$/],
  // systemd-machined(8), for nspawn and libvirt.
  ['machine', /^machine-(.+)\.scope$/],
  ['machine', /^systemd-nspawn@(.+)\.service$/],
  // snapd: a service, or a scope for each start of an application.
  ['snap', new RegExp(`^snap\\.([^.]+\\..+?)([.-]${UUID})?\\.(service|scope)$`)],
  ['flatpak', /^(?:app-)?flatpak-(.+)-\d+\.scope$/],
];

/** LXC before 4 has a folder of this name around those of its containers. */
const LXC_FOLDERS: readonly string[] = ['lxc', 'lxc.payload'];

/** systemd.service(5); the one that a user's own units are in says nothing of any of them. */
const UNIT = /^(?!user@\d+\.service$)(.+\.service)$/;

/**
 * The name of a sandbox.
 *
 * @param top its topmost process
 * @param parentCgroup where the process is that started that one; null: nothing is known of it. What a program of a
 *   unit has made is not the unit: this one names it only where the unit itself begins with it
 */
export function nameOf(top: Topmost, parentCgroup: string | null): Named {
  const parts = (top.cgroup ?? '').split('/');
  const around = (parentCgroup ?? '').split('/');
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at] ?? '';
    const found = managed(part, parts[at - 1] ?? '');
    if (found !== null) return found;
    const unit = UNIT.exec(part)?.[1];
    if (unit !== undefined) {
      return around[at] === part ? commandName(top) : { name: unescaped(unit), named: 'unit' };
    }
  }
  return commandName(top);
}

function managed(part: string, folder: string): Named | null {
  for (const [named, rule] of RULES) {
    const name = rule.exec(part)?.[1];
    if (name !== undefined)
      return { name: named === 'snap' ? snapName(name) : unescaped(name), named };
  }
  return part !== '' && LXC_FOLDERS.includes(folder) ? { name: part, named: 'lxc' } : null;
}

/** Most snaps have one application of their own name. */
function snapName(name: string): string {
  const [snap = '', ...application] = name.split('.');
  return application.join('.') === snap ? snap : name;
}

/** systemd-escape(1): `\x2d` is a dash. */
function unescaped(name: string): string {
  return name.replaceAll(/\\x([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** As the kernel calls the program, which keeps 15 characters of a name; whole where the arguments begin with it. */
function commandName({ comm, args }: Topmost): Named {
  const program = args?.[0]?.split('/').at(-1) ?? '';
  const isWhole = comm !== '' && program.startsWith(comm) && !/\s/.test(program);
  return { name: isWhole ? program : comm, named: 'command' };
}
