import { notices as sentences } from '../i18n/en/notices';
import type { Engine, Notice } from '../model/host';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { HostReading } from '../proc/reading';
import type { Readings } from './readings';

type NoticeCode = keyof typeof sentences;

function notice(code: NoticeCode, params: Record<string, string>): Notice {
  return { code, params, text: sentences[code](params) };
}

/** What is peculiar about this environment and would else mislead: in a fixed order. */
export function noticesFor({
  host,
  engines,
  processes,
  readings,
}: {
  host: HostReading;
  engines: readonly Engine[];
  processes: readonly Process[];
  readings: Readings;
}): Notice[] {
  const found: Notice[] = [];
  if (host.namespacesFrom === 'kthreadd' || host.namespacesFrom === 'initial') {
    found.push(notice('host-namespaces', { from: host.namespacesFrom }));
  }
  // That PID 1 alone is shut off, even to root, is told by the notice above.
  const blind = processes.filter(
    ({ pid, unreadable }) => pid !== 1 && unreadable['namespaces.pid'] === 'EACCES',
  );
  if (blind.length > 0) {
    const params = { count: String(blind.length), total: String(processes.length) };
    found.push(notice('links-unreadable', { ...params, errno: 'EACCES' }));
  }
  for (const engine of engines) {
    const { endpoint } = engine;
    const remote = readings.engines.some((each) => each.engine.id === engine.id && each.remote);
    if (remote) {
      found.push(notice('engine-remote', { endpoint }));
    } else if (engine.pid !== null) {
      const types = NAMESPACE_TYPES.filter((type) => {
        const [own, hosts] = [engine.namespaces[type], host.namespaces[type]];
        return own !== null && hosts !== null && own !== hosts;
      });
      if (types.length > 0) {
        found.push(notice('engine-namespaces', { endpoint, types: types.join(', ') }));
      }
    } else if (engine.state === 'connected') {
      found.push(notice('engine-process-unknown', { endpoint }));
    }
  }
  return found;
}
