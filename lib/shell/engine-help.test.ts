import { expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import type { Engine, EngineState } from '../model/host';
import { engineHelp } from './engine-help';

const engineAt = (kind: Engine['kind'], endpoint: string, ...from: string[]): Engine => {
  const [engine] = sampleSnapshot([]).engines;
  if (engine === undefined) expect.fail('no engine');
  const tried = from.map((each) => ({
    ...{ url: endpoint, from: each, problem: 'absent' as const, reason: '' },
  }));
  return { ...engine, kind, endpoint, tried };
};

const DOCKER = 'unix:///run/docker.sock';
const PODMAN = 'unix:///run/podman/podman.sock';
const OWN_PODMAN = 'unix:///run/user/1000/podman/podman.sock';
const K3S = 'unix:///run/k3s/containerd/containerd.sock';
const CRIO = 'unix:///run/crio/crio.sock';

type Row = [EngineState, Engine[], string, ...string[]];

const ROWS: Row[] = [
  ['connecting', [engineAt('docker', DOCKER)], 'connecting'],
  ['disconnected', [engineAt('docker', DOCKER)], 'disconnected', 'systemctl status docker'],
  ['disconnected', [engineAt('podman', PODMAN)], 'disconnected', 'systemctl status podman.socket'],
  [
    'disconnected',
    [engineAt('podman', OWN_PODMAN)],
    'disconnected',
    'systemctl --user status podman.socket',
  ],
  [
    'disconnected',
    [engineAt('docker', DOCKER), engineAt('containerd', K3S)],
    'disconnected',
    'systemctl status docker',
    'systemctl status k3s',
  ],
  ['denied', [engineAt('docker', DOCKER)], 'deniedToGroup', 'sudo usermod -aG docker $USER'],
  ['denied', [engineAt('podman', PODMAN)], 'deniedToRoot'],
  ['denied', [engineAt('cri-o', CRIO)], 'deniedToRoot'],
  [
    'denied',
    [engineAt('podman', PODMAN), engineAt('docker', DOCKER)],
    'deniedToGroup',
    'sudo usermod -aG docker $USER',
  ],
  [
    'absent',
    [engineAt('docker', DOCKER, 'default', 'podman')],
    'absentAnywhere',
    'sudo systemctl start docker',
    'systemctl --user enable --now podman.socket',
  ],
  ['absent', [engineAt('docker', DOCKER, 'option')], 'absentDocker', 'sudo systemctl start docker'],
  [
    'absent',
    [engineAt('podman', PODMAN, 'option')],
    'absentOther',
    'sudo systemctl enable --now podman.socket',
  ],
  [
    'absent',
    [engineAt('podman', OWN_PODMAN, 'option')],
    'absentOther',
    'systemctl --user enable --now podman.socket',
  ],
  ['absent', [engineAt('cri-o', CRIO, 'option')], 'absentOther', 'sudo systemctl start crio'],
];

it.each(ROWS)('%s (%#)', (state, engines, advice, ...commands) => {
  expect(engineHelp(state, engines)).toEqual({ advice, commands });
});
