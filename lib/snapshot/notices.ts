import { notices as sentences } from '../i18n/en/notices';
import { namesTold } from '../model/container-ref';
import type { Attempt, Engine, Notice } from '../model/host';
import { kernelName } from '../model/ids';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { OWN_KERNEL } from '../model/own-kernel';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { INITIAL_NAMESPACES } from '../proc/initial-namespaces';
import type { HostReading } from '../proc/reading';
import { placeOf } from './engine-place';
import { keptProcesses } from './kept';
import type { EngineReading, Readings } from './readings';

type NoticeCode = keyof typeof sentences;

/** What is recorded of the engines that were read. */
type Records = Pick<Snapshot, 'engines' | 'containers'>;

function notice(code: NoticeCode, params: Record<string, string>): Notice {
  return { code, params, text: sentences[code](params) };
}

/** What is peculiar about this environment and would else mislead: in a fixed order. */
export function noticesFor({
  host,
  records,
  processes,
  readings,
}: {
  host: HostReading;
  records: Records;
  processes: readonly Process[];
  readings: Readings;
}): Notice[] {
  return [
    ...machineNotices(host),
    ...readerNotices(host, processes, readings),
    ...hostNotices(host),
    ...readings.unreached.map(unreachedNotice),
    ...(readings.unasked > 0
      ? [notice('engines-too-many', { count: String(readings.unasked) })]
      : []),
    ...readings.engines.flatMap((reading) => {
      const engine = records.engines.find(({ id }) => id === reading.engine.id);
      return engine === undefined
        ? []
        : [...delayNotices(engine, reading), ...engineNotices(engine, reading, host, records)];
    }),
  ];
}

/** What "the host" is here. */
function machineNotices(host: HostReading): Notice[] {
  const found: Notice[] = [];
  const vm = virtualMachine(host.kernel);
  if (vm !== null) found.push(notice('host-is-vm', { vm }));
  const { pid } = host.reader.namespaces;
  // Each distribution of WSL has one: that is told by the notice above.
  if (pid !== null && pid !== INITIAL_NAMESPACES.pid && vm !== 'WSL') {
    found.push(notice('own-pid-namespace', { namespace: kernelName(pid) }));
  }
  return found;
}

/** Whose namespaces are taken for the host's. */
function hostNotices({ namespacesFrom: from }: HostReading): Notice[] {
  return from === 'kthreadd' || from === 'initial' ? [notice('host-namespaces', { from })] : [];
}

/** By the names that Microsoft and Docker give to the kernels they build. */
function virtualMachine(kernel: string): 'WSL' | 'Docker Desktop' | null {
  if (/microsoft/i.test(kernel)) return 'WSL';
  return kernel.includes('linuxkit') ? 'Docker Desktop' : null;
}

/** What is kept from the one who reads. */
function readerNotices(
  { reader, hidepid }: HostReading,
  processes: readonly Process[],
  { hidden }: Readings,
): Notice[] {
  const found: Notice[] = [];
  const total = String(processes.length);
  // That PID 1 alone is shut off, even to root, is told by where the host's namespaces are from.
  const blind = keptProcesses(processes);
  const ordinary = reader.uid !== null && reader.uid !== 0;
  if (blind.length > 0) {
    const params = { count: String(blind.length), total };
    found.push(
      ordinary
        ? notice('not-root', { ...params, uid: String(reader.uid) })
        : notice('links-unreadable', { ...params, errno: 'EACCES' }),
    );
  }
  if (hidden > 0) {
    found.push(
      notice(hidepid === null ? 'processes-hidden' : 'hidepid', {
        count: String(hidden),
        ...(hidepid === null ? {} : { hidepid }),
      }),
    );
  } else if (ordinary && hidepid !== null && hidepid !== 'noaccess') {
    // Who is in the group that the mount excepts sees the processes of others all the same.
    const seesOthers = processes.some(({ uid }) => uid !== null && uid !== reader.uid);
    if (!seesOthers) found.push(notice('hidepid', { hidepid }));
  }
  return found;
}

/** An engine that is missing although others are there. */
function unreachedNotice({ url, problem, reason }: Attempt): Notice {
  return notice('engine-unreached', { endpoint: url, problem, reason });
}

/** What a daemon tells late, or has not told yet. */
function delayNotices({ endpoint, state }: Engine, { delays }: EngineReading): Notice[] {
  const found: Notice[] = [];
  if (delays.list) found.push(notice('engine-list-slow', { endpoint }));
  if (delays.events && state === 'connected') {
    found.push(notice('engine-lists-only', { endpoint }));
  }
  return found;
}

/** Those of which the engine's PID says nothing: at most three are named. */
function ownKernelNotices({ engine, containers }: EngineReading, records: Records): Notice[] {
  const found = records.containers.filter(
    (each) => each.engine === engine.id && each.unreadable['namespaces.pid'] === OWN_KERNEL,
  );
  if (found.length === 0) return [];
  const names = found.slice(0, 3).map(namesTold(records));
  const ids = new Set(found.map(({ id }) => id));
  const runtimes = new Set(containers.flatMap(({ id, runtime }) => (ids.has(id) && runtime) || []));
  return [
    notice('sandboxed', {
      count: String(found.length),
      containers: names.join(', ') + (found.length > 3 ? ` +${String(found.length - 3)}` : ''),
      runtimes: [...runtimes].sort().join(', ') || '?',
    }),
  ];
}

/** Where a daemon runs, and how. */
function engineNotices(
  engine: Engine,
  reading: EngineReading,
  host: HostReading,
  records: Records,
): Notice[] {
  const { endpoint } = engine;
  const { info, problem } = reading;
  switch (placeOf(reading, host)) {
    case 'remote':
      return [notice('engine-remote', { endpoint })];
    case 'docker-desktop':
      return [notice('docker-desktop', { endpoint })];
    case 'other-kernel':
      return [
        notice('engine-other-kernel', { endpoint, theirs: info?.kernel ?? '', ours: host.kernel }),
      ];
    case 'here':
  }
  const found: Notice[] = [];
  const types = NAMESPACE_TYPES.filter((type) => {
    const [own, hosts] = [engine.namespaces[type], host.namespaces[type]];
    return own !== null && hosts !== null && own !== hosts;
  }).join(', ');
  if (info?.rootless === true) {
    found.push(notice('rootless', { endpoint, types, cgroups: info.cgroupDriver ?? '' }));
  } else if (types !== '') {
    found.push(notice('engine-namespaces', { endpoint, types }));
  }
  found.push(...ownKernelNotices(reading, records));
  if (info?.usernsRemap === true) found.push(notice('userns-remap', { endpoint }));
  if (engine.state !== 'connected') return found;
  if (engine.pid === null) found.push(notice('engine-process-unknown', { endpoint }));
  const unsaid = info !== null && (info.rootless === null || info.usernsRemap === null);
  if (problem !== null || unsaid) {
    found.push(notice('engine-info-unknown', { endpoint, reason: problem ?? '' }));
  }
  return found;
}
