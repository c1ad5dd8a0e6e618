import * as z from 'zod/mini';
import type { Fields } from '../docker/fields';
import type { Flag } from './config';
import { healthFlags } from './health-flags';
import { addressFlags, furtherNetworkFlags } from './network-flags';
import { sizeText } from './size-text';
import {
  anonymousVolumeFlags,
  bindingFlags,
  bindFlags,
  deviceFlags,
  gpuFlags,
  mountFlags,
  rateFlags,
  ulimitFlags,
} from './structured-flags';

const textSchema = z.string();
const switchSchema = z.boolean();
const numberSchema = z.number();
const textsSchema = z.array(z.string());
const mapSchema = z.record(z.string(), z.string());

type About = Flag['about'];
type Path = readonly string[];

/** What engines do where nobody says anything: no flag is made of it. */
const DEFAULT_SHM = 64 * 1024 * 1024;
const DEFAULTS = {
  NetworkMode: ['', 'default', 'bridge'],
  IpcMode: ['', 'private'],
  // Podman says `oci` of whatever it is, and takes no such name.
  Runtime: ['', 'runc', 'oci'],
  LogDriver: ['', 'json-file'],
  StopSignal: ['', 'SIGTERM', '15'],
  none: [''],
};

/** Engines keep what the file of a seccomp profile held, and the flag wants a file. */
const PROFILE = /^seccomp[=:]\s*\{/;
const PROFILE_FILE = 'seccomp=PROFILE.json';

/** What was asked of security, as the flag takes it: a profile by the file that it would stand in. */
export function securityOptionText(option: string): string {
  return PROFILE.test(option) ? PROFILE_FILE : option;
}

/** The flags of `docker run` that would start a container so, in a fixed order: first what it may use. */
export function flagsOf(fields: Fields): Flag[] {
  const make = new FlagMaker(fields);
  return [...limitFlags(make), ...seeFlags(make), ...rightsFlags(make), ...otherFlags(make)];
}

/** The words that the command follows; none where the command is all. What is odd is noted as that flag's. */
export function entrypointOf(fields: Fields): string[] {
  return fields.optional<string[]>(ENTRYPOINT, config('Entrypoint'), textsSchema, []);
}
export const ENTRYPOINT = 'flags.--entrypoint';

const host = (name: string): Path => ['HostConfig', name];
const config = (name: string): Path => ['Config', name];

function limitFlags(make: FlagMaker): Flag[] {
  const [nano, memory] = [
    make.number(host('NanoCpus'), '--cpus'),
    make.number(host('Memory'), '--memory'),
  ];
  const swap = make.number(host('MemorySwap'), '--memory-swap');
  return [
    ...make.size('use', '--memory', host('Memory')),
    ...make.size('use', '--memory-reservation', host('MemoryReservation')),
    // Twice the memory is what it is where nobody says anything.
    ...(swap === memory * 2
      ? []
      : swap === -1
        ? make.one('use', '--memory-swap', '-1')
        : make.size('use', '--memory-swap', host('MemorySwap'))),
    ...make.swappiness(),
    ...make.flag('use', '--oom-kill-disable', host('OomKillDisable')),
    ...(nano > 0 ? make.one('use', '--cpus', String(nano / 1e9)) : []),
    ...make.amount('use', '--cpu-shares', host('CpuShares')),
    ...make.amount('use', '--cpu-period', host('CpuPeriod')),
    ...make.amount('use', '--cpu-quota', host('CpuQuota')),
    ...make.text('use', '--cpuset-cpus', host('CpusetCpus')),
    ...make.text('use', '--cpuset-mems', host('CpusetMems')),
    ...make.amount('use', '--pids-limit', host('PidsLimit')),
    ...make.amount('use', '--blkio-weight', host('BlkioWeight')),
    ...rateFlags(make.fields),
    ...ulimitFlags(make.fields),
    ...(make.number(host('ShmSize'), '--shm-size') === DEFAULT_SHM
      ? []
      : make.size('use', '--shm-size', host('ShmSize'))),
    ...make.pairs('use', '--storage-opt', host('StorageOpt')),
    ...make.text('use', '--cgroup-parent', host('CgroupParent')),
    ...make.amount('use', '--oom-score-adj', host('OomScoreAdj')),
  ];
}

function seeFlags(make: FlagMaker): Flag[] {
  return [
    ...make.text('see', '--pid', host('PidMode')),
    ...make.text('see', '--network', host('NetworkMode'), DEFAULTS.NetworkMode),
    ...furtherNetworkFlags(make.fields),
    ...addressFlags(make.fields),
    ...make.text('see', '--mac-address', config('MacAddress')),
    ...make.text('see', '--ipc', host('IpcMode'), DEFAULTS.IpcMode),
    ...make.text('see', '--uts', host('UTSMode')),
    ...make.text('see', '--userns', host('UsernsMode')),
    ...make.text('see', '--cgroupns', host('CgroupnsMode')),
    ...make.hostname(),
    ...make.text('see', '--domainname', config('Domainname')),
    ...make.each('see', '--dns', host('Dns')),
    ...make.each('see', '--dns-search', host('DnsSearch')),
    ...make.each('see', '--dns-option', host('DnsOptions')),
    ...make.each('see', '--add-host', host('ExtraHosts')),
    ...bindingFlags(make.fields),
    ...make.flag('see', '--publish-all', host('PublishAllPorts')),
    ...bindFlags(make.fields),
    ...mountFlags(make.fields),
    ...anonymousVolumeFlags(make.fields),
    ...make.pairs('see', '--tmpfs', host('Tmpfs'), ':'),
    ...make.each('see', '--volumes-from', host('VolumesFrom')),
    ...deviceFlags(make.fields),
    ...gpuFlags(make.fields),
    ...make.each('see', '--device-cgroup-rule', host('DeviceCgroupRules')),
  ];
}

function rightsFlags(make: FlagMaker): Flag[] {
  return [
    ...make.flag('rights', '--privileged', host('Privileged')),
    ...make.each('rights', '--cap-add', host('CapAdd')),
    ...make.each('rights', '--cap-drop', host('CapDrop')),
    ...make.securityOptions(),
    ...make.systemPaths(),
    ...make.text('rights', '--user', config('User')),
    ...make.each('rights', '--group-add', host('GroupAdd')),
    ...make.flag('rights', '--read-only', host('ReadonlyRootfs')),
    ...make.pairs('rights', '--sysctl', host('Sysctls')),
    ...make.text('rights', '--runtime', host('Runtime'), DEFAULTS.Runtime),
  ];
}

function otherFlags(make: FlagMaker): Flag[] {
  const restart = make.told(['HostConfig', 'RestartPolicy', 'Name'], '--restart');
  const times = make.number(['HostConfig', 'RestartPolicy', 'MaximumRetryCount'], '--restart');
  return [
    ...(['', 'no'].includes(restart)
      ? []
      : make.one('other', '--restart', times > 0 ? `${restart}:${times}` : restart)),
    ...make.flag('other', '--rm', host('AutoRemove')),
    ...make.flag('other', '--init', host('Init')),
    ...make.flag('other', '--tty', config('Tty')),
    ...make.flag('other', '--interactive', config('OpenStdin')),
    ...make.text('other', '--workdir', config('WorkingDir')),
    ...make.entrypoint(),
    ...healthFlags(make.fields),
    ...make.pairs('other', '--label', config('Labels')),
    ...make.text('other', '--stop-signal', config('StopSignal'), DEFAULTS.StopSignal),
    ...make.amount('other', '--stop-timeout', config('StopTimeout')),
    ...make.text('other', '--log-driver', ['HostConfig', 'LogConfig', 'Type'], DEFAULTS.LogDriver),
    ...make.pairs('other', '--log-opt', ['HostConfig', 'LogConfig', 'Config']),
  ];
}

/** Makes flags of fields; what is odd is noted under `flags.` and the flag's name, and makes none. */
class FlagMaker {
  constructor(readonly fields: Fields) {}

  one(about: About, flag: string, value: string | null): Flag[] {
    return [{ flag, value, about }];
  }

  told(path: Path, flag: string): string {
    return this.fields.optional(`flags.${flag}`, path, textSchema, '');
  }

  isOn(path: Path, flag: string): boolean {
    return this.fields.optional(`flags.${flag}`, path, switchSchema, false);
  }

  number(path: Path, flag: string): number {
    return this.fields.optional(`flags.${flag}`, path, numberSchema, 0);
  }

  flag(about: About, flag: string, path: Path): Flag[] {
    return this.isOn(path, flag) ? this.one(about, flag, null) : [];
  }

  text(about: About, flag: string, path: Path, usual: readonly string[] = DEFAULTS.none): Flag[] {
    const text = this.told(path, flag);
    return usual.includes(text) ? [] : this.one(about, flag, text);
  }

  amount(about: About, flag: string, path: Path): Flag[] {
    const amount = this.number(path, flag);
    return amount === 0 ? [] : this.one(about, flag, String(amount));
  }

  size(about: About, flag: string, path: Path): Flag[] {
    const bytes = this.number(path, flag);
    return bytes > 0 ? this.one(about, flag, sizeText(bytes)) : [];
  }

  each(about: About, flag: string, path: Path): Flag[] {
    const values = this.fields.optional<string[]>(`flags.${flag}`, path, textsSchema, []);
    return values.flatMap((value) => this.one(about, flag, value));
  }

  pairs(about: About, flag: string, path: Path, between = '='): Flag[] {
    const map = this.fields.optional<Record<string, string>>(`flags.${flag}`, path, mapSchema, {});
    return Object.entries(map).flatMap(([name, value]) =>
      this.one(about, flag, value === '' && between === ':' ? name : `${name}${between}${value}`),
    );
  }

  /** Where nobody names it, it is called by the first digits of its id; in another's namespace by that one's name. */
  hostname(): Flag[] {
    const hostname = this.told(config('Hostname'), '--hostname');
    const modes = [
      this.told(host('UTSMode'), '--uts'),
      this.told(host('NetworkMode'), '--network'),
    ];
    const isOwn = modes.every((mode) => !/^(host$|container:)/.test(mode));
    const id = this.told(['Id'], '--hostname');
    const isUsual =
      hostname === '' || !isOwn || (hostname.length === 12 && id.startsWith(hostname));
    return isUsual ? [] : this.one('see', '--hostname', hostname);
  }

  /** An engine takes the label off by itself where a container may do all, or sees the host's processes or queues. */
  securityOptions(): Flag[] {
    const modes = [this.told(host('PidMode'), '--pid'), this.told(host('IpcMode'), '--ipc')];
    const isUsual = modes.includes('host') || this.isPrivileged();
    return this.each('rights', '--security-opt', host('SecurityOpt'))
      .filter(({ value }) => !isUsual || value !== 'label=disable')
      .map((each) => ({ ...each, value: securityOptionText(each.value ?? '') }));
  }

  /** Nothing of /proc and /sys is covered or read-only; an engine does so by itself where a container may do all. */
  systemPaths(): Flag[] {
    const isBare = (name: string) => {
      const paths = this.fields.optional<string[] | null>(
        'flags.--security-opt',
        host(name),
        textsSchema,
        null,
      );
      return paths?.length === 0;
    };
    const isOpen = ['MaskedPaths', 'ReadonlyPaths'].every(isBare);
    return isOpen && !this.isPrivileged()
      ? this.one('rights', '--security-opt', 'systempaths=unconfined')
      : [];
  }

  /** The first word alone: the others stand in front of the command, as `docker run` takes them. */
  entrypoint(): Flag[] {
    const [word] = entrypointOf(this.fields);
    return word === undefined ? [] : this.one('other', '--entrypoint', word);
  }

  /** 0 is a choice here, and -1 none. */
  swappiness(): Flag[] {
    const path = host('MemorySwappiness');
    const value = this.fields.optional('flags.--memory-swappiness', path, numberSchema, -1);
    return value < 0 ? [] : this.one('use', '--memory-swappiness', String(value));
  }

  private isPrivileged(): boolean {
    return this.isOn(host('Privileged'), '--privileged');
  }
}
