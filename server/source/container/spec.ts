import { shellLine } from '@lib/shell/shell-line';
import { OWNER_LABEL } from './owner';
import { ENTERING_PROFILE } from './seccomp';

/** The label that says what a container or an image is. Nothing without it is ever touched. */
export const ROLE_LABEL = 'nsview.role';
export const ROLE = 'reader';

/** Without files: all that the reader needs is mounted. */
export const EMPTY_IMAGE = 'nsview-reader:empty';

/** A folder or file of the host, to be seen read-only at `target`. */
export interface Mount {
  source: string;
  target: string;
}

/** What one reader is to be. */
export interface ReaderSpec {
  name: string;
  image: string;
  /** Program and arguments. */
  command: readonly string[];
  mounts: readonly Mount[];
  /** See owner.ts. */
  owner: string;
  /** May it go into namespaces as well? */
  enters: boolean;
}

/** `POST /containers/create`. */
export type ContainerBody = ReturnType<typeof containerBody>;

/*
 * In the host's PID namespace it sees all processes; SYS_PTRACE lets it read the links of all of
 * them, DAC_READ_SEARCH their open files and a program in a folder of mode 0700. Without the host's
 * user namespace these count for nothing on a daemon with userns-remap; without its cgroup namespace
 * cgroup paths begin with /../; without its UTS namespace the host name is the container's. AppArmor
 * and SELinux would keep other processes from it.
 */
const KEPT = ['SYS_PTRACE', 'DAC_READ_SEARCH'];
/*
 * What setns(2) takes, and far more besides: with it the reader only gets a list of what it may ask of the
 * kernel (see seccomp.ts). An engine that does not take that list starts no reader.
 */
const TO_ENTER = 'SYS_ADMIN';
/*
 * These are for the start alone: a read-only root does not bind what goes through /proc/PID/root, where
 * uid 0 could write what is root's. So setpriv(1) makes it nobody's, with those that it keeps as
 * ambient ones, before node runs.
 */
const FOR_THE_START = ['SETUID', 'SETGID', 'SETPCAP'];

/** util-linux has it there on every system; also in the image `node`. */
export const SETPRIV = '/usr/bin/setpriv';
const NOBODY = '65534';

/** This command line as nobody, who reads everything and writes nothing that is another's. */
export function asNobody(command: readonly string[], enters: boolean): string[] {
  const kept = keptBy(enters)
    .map((name) => `+${name.toLowerCase()}`)
    .join(',');
  return [
    ...[SETPRIV, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--no-new-privs'],
    ...[`--inh-caps=-all,${kept}`, `--ambient-caps=-all,${kept}`, `--bounding-set=-all,${kept}`],
    ...command,
  ];
}

function keptBy(enters: boolean): string[] {
  return enters ? [...KEPT, TO_ENTER] : KEPT;
}

function capabilitiesOf({ enters }: Pick<ReaderSpec, 'enters'>): string[] {
  return [...keptBy(enters), ...FOR_THE_START];
}

const SECURITY = ['apparmor=unconfined', 'label=disable'];
/** Without new privileges from its start on, the list binds it as late as it can: less has to be in it. */
const WITH_PROFILE = [...SECURITY, 'no-new-privileges'];
/** Where the list is written to for who starts a reader by hand. */
const PROFILE_FILE = 'nsview-reader.json';

/** Source: Docker Engine API, ContainerCreate. */
export function containerBody({ image, command, mounts, owner, enters }: ReaderSpec) {
  return {
    Image: image,
    Entrypoint: command,
    Cmd: [],
    User: '0:0',
    WorkingDir: '/',
    Labels: { [ROLE_LABEL]: ROLE, [OWNER_LABEL]: owner },
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: true,
    // Its input ends with the connection of the one who attached: when nsview dies, so does it.
    StdinOnce: true,
    Tty: false,
    HostConfig: {
      AutoRemove: true,
      PidMode: 'host',
      UsernsMode: 'host',
      CgroupnsMode: 'host',
      UTSMode: 'host',
      NetworkMode: 'none',
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      CapAdd: capabilitiesOf({ enters }),
      SecurityOpt: enters
        ? [...WITH_PROFILE, `seccomp=${JSON.stringify(ENTERING_PROFILE)}`]
        : SECURITY,
      // What it writes is for us alone: the engine must not keep it on disk.
      LogConfig: { Type: 'none', Config: {} },
      Mounts: mounts.map(({ source, target }) => ({
        Type: 'bind',
        Source: source,
        Target: target,
        ReadOnly: true,
      })),
    },
  };
}

/** The same by hand, for a person who wants to see it before it is done. */
export function runCommands(
  { name, image, command, mounts, owner, enters }: ReaderSpec,
  docker: readonly string[],
): string[] {
  const [program = '', ...args] = command;
  const groups = [
    [...docker, 'run', '--rm', '--interactive', '--name', name],
    ['--label', `${ROLE_LABEL}=${ROLE}`],
    ['--label', `${OWNER_LABEL}=${owner}`],
    ['--pid=host', '--userns=host', '--cgroupns=host', '--uts=host', '--network=none'],
    ['--user=0:0', '--read-only', '--log-driver=none', '--cap-drop=ALL'],
    capabilitiesOf({ enters }).map((capability) => `--cap-add=${capability}`),
    (enters ? [...WITH_PROFILE, `seccomp=${PROFILE_FILE}`] : SECURITY).map(
      (option) => `--security-opt=${option}`,
    ),
    ...mounts.map(({ source, target }) => [
      `--mount=type=bind,readonly,source=${source},target=${target}`,
    ]),
    [`--entrypoint=${program}`, image, ...args],
  ];
  const lines = [groups.map(shellLine).join(' \\\n  ')];
  if (enters) {
    const profile = shellLine(['printf', '%s', JSON.stringify(ENTERING_PROFILE)]);
    lines.unshift(`${profile} > ${PROFILE_FILE}`);
  }
  if (image === EMPTY_IMAGE) {
    const importing = shellLine([...docker, 'import', '-', EMPTY_IMAGE]);
    lines.unshift(`tar -cf - -T /dev/null | ${importing}`);
  }
  return lines;
}
