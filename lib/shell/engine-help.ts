import type { Engine, EngineState } from '../model/host';

/** What is advised: by the state of engines; by who may ask one that denies, and by where one is that is absent. */
export type EngineAdvice =
  | Exclude<EngineState, 'denied' | 'absent'>
  | 'deniedToGroup'
  | 'deniedToRoot'
  | 'absentAnywhere'
  | 'absentDocker'
  | 'absentOther';

/** What can be done about engines that are not well. */
export interface EngineHelp {
  advice: EngineAdvice;
  /** What is typed for that, each a line. */
  commands: readonly string[];
}

/** @param engines those that are in this state, the worst that one is in */
export function engineHelp(state: EngineState, engines: readonly Engine[]): EngineHelp {
  switch (state) {
    case 'disconnected':
      return { advice: state, commands: each(engines, (engine) => [systemctl(engine, 'status')]) };
    case 'absent':
      return { advice: whichIsAbsent(engines), commands: each(engines, startOf) };
    case 'denied': {
      // Podman's socket, and those of containerd and CRI-O, are root's: no group may open them.
      const ofGroup = engines.some(({ kind }) => kind === 'docker');
      return ofGroup
        ? { advice: 'deniedToGroup', commands: ['sudo usermod -aG docker $USER'] }
        : { advice: 'deniedToRoot', commands: [] };
    }
    case 'connecting':
    case 'connected':
      return { advice: state, commands: [] };
  }
}

function whichIsAbsent(engines: readonly Engine[]): EngineAdvice {
  if (engines.some(standsForAll)) return 'absentAnywhere';
  return engines.some(({ kind }) => kind === 'docker') ? 'absentDocker' : 'absentOther';
}

/** Was none named, and looked for where Podman's socket is as well? */
function standsForAll({ tried }: Engine): boolean {
  return tried.some(({ from }) => from === 'podman');
}

function startOf(engine: Engine): string[] {
  const podmans = standsForAll(engine) ? ['systemctl --user enable --now podman.socket'] : [];
  switch (engine.kind) {
    case 'docker':
      return ['sudo systemctl start docker', ...podmans];
    case 'podman':
      return [systemctl(engine, 'enable --now')];
    case 'containerd':
    case 'cri-o':
      return [systemctl(engine, 'start')];
  }
}

const UNITS: Readonly<Record<Engine['kind'], string>> = {
  docker: 'docker',
  podman: 'podman.socket',
  containerd: 'containerd',
  'cri-o': 'crio',
};

/** What is of a user without root's rights is a unit of that user's. */
function systemctl({ kind, endpoint }: Engine, doing: string): string {
  const ofUser = endpoint.startsWith('unix:///run/user/');
  const changes = doing !== 'status' && !ofUser;
  const unit = kind === 'containerd' && endpoint.includes('/k3s/') ? 'k3s' : UNITS[kind];
  return [
    ...(changes ? ['sudo'] : []),
    'systemctl',
    ...(ofUser ? ['--user'] : []),
    doing,
    unit,
  ].join(' ');
}

function each(engines: readonly Engine[], linesOf: (engine: Engine) => string[]): string[] {
  return [...new Set(engines.flatMap(linesOf))];
}
