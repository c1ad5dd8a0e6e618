import type { Engine } from '../model/host';
import { takersOf } from './engine';
import type { Witness } from './witness';

/**
 * Whose users an engine's containers have: the host's, as by default; others, as the daemon was told (or Podman is
 * configured); or those of who runs it without root, who has none of the host's to give.
 */
type Users = 'host' | 'remapped' | 'rootless' | 'unknown';

/**
 * Why a step about users cannot be done by any engine here, a word for lib/i18n's `unknownBecause`; null: it can, or
 * that is not known.
 */
export function unmetUsers(
  requirement: 'remapped-daemon' | 'host-users',
  witness: Witness,
): string | null {
  const { engines } = witness.snapshot;
  const kinds = new Set(takersOf(engines).map((engine) => usersOf(engine, witness)));
  const can = requirement === 'host-users' ? 'host' : 'remapped';
  if (kinds.size === 0 || kinds.has(can) || kinds.has('unknown')) return null;
  if (requirement === 'host-users') return kinds.has('remapped') ? 'remapped' : 'rootless';
  return kinds.has('host') ? 'not-remapped' : 'rootless';
}

function usersOf(engine: Engine, witness: Witness): Users {
  const { notices } = witness.snapshot.host;
  const codes = notices.flatMap(({ code, params }) =>
    params.endpoint === engine.endpoint ? code : [],
  );
  if (codes.includes('rootless')) return 'rootless';
  if (codes.includes('userns-remap') || hasRemapped(engine, witness)) return 'remapped';
  return codes.includes('engine-info-unknown') ? 'unknown' : 'host';
}

/** Is a container of the lesson that it runs in another user namespace than the host? */
function hasRemapped(engine: Engine, witness: Witness): boolean {
  const { user: hosts } = witness.snapshot.host.namespaces;
  return witness.names.some((name) => {
    const container = witness.alive(name);
    if (container?.engine !== engine.id) return false;
    const { user } = container.namespaces;
    return user !== null && hosts !== null && user !== hosts;
  });
}
