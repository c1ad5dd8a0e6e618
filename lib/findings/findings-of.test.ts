import { describe, expect, it } from 'vitest';
import type { EngineState } from '../model/host';
import { readConfig } from '../config/read-config';
import type { Container } from '../model/container';
import { NO_ID } from '../model/id-map';
import { containerKey } from '../model/ids';
import type { IdMapRow } from '../model/namespace';
import { NAMESPACE_TYPES, perType } from '../model/namespace-type';
import type { Process } from '../model/process';
import { CAPABILITIES } from '../privileges/capabilities';
import type { Privileges } from '../privileges/privileges';
import { container, courseMachine, process } from '../select/course-machine';
import type { Details } from './about';
import { RULE_NAMES, SEVERITIES, type RuleName } from './finding';
import { findingsOf } from './findings-of';
import { c1, config, NOT_READ, of, PRIVILEGES, rule } from './fixtures/one';

describe('labels of security modules, as /proc/PID/attr/current has them', () => {
  const lsm = (label: string | null) =>
    rule('lsm-off', { privileges: { ...PRIVILEGES, lsm: label } });

  it.each([
    'unconfined',
    'system_u:system_r:spc_t:s0',
    'unconfined_u:unconfined_r:unconfined_t:s0-s0:c0.c1023',
  ])('%s confines nothing', (label) => {
    expect(lsm(label).found).toMatchObject({
      severity: 'medium',
      evidence: [{ command: `cat /proc/${c1.pid}/attr/current`, value: label }],
    });
  });

  it.each(['docker-default (enforce)', 'system_u:system_r:container_t:s0:c1,c2'])(
    '%s confines',
    (label) => {
      expect(lsm(label)).toEqual({ found: undefined, unknown: undefined });
    },
  );

  it('without any module nothing is switched off, and nothing is well: it does not apply, said once', () => {
    expect(lsm(null)).toEqual({ found: undefined, unknown: undefined });
    const details = { config: NOT_READ, privileges: PRIVILEGES, use: NOT_READ };
    const { inapplicable } = findingsOf({
      snapshot: courseMachine,
      asked: courseMachine.engines,
      details: new Map(courseMachine.containers.map((each) => [containerKey(each), details])),
    });
    expect(inapplicable).toEqual([{ rule: 'lsm-off', reason: 'no-security-module' }]);
    const { inapplicable: none } = of({ privileges: { ...PRIVILEGES, lsm: 'unconfined' } });
    expect(none).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it('is undecided, of every rule that needs it', () => {
    const { unknown } = of({});
    const needed: RuleName[] = ['privileged', 'seccomp-off', 'no-memory-limit', 'mutable-tag'];
    for (const name of needed) {
      expect(unknown).toContainEqual({
        rule: name,
        subject: { engine: c1.engine, container: c1.id, name: c1.name },
        reason: 'EACCES',
      });
    }
  });

  it('of one field costs the rules of that field alone', () => {
    const odd = config({ Privileged: 'yes', UsernsMode: 'host' });
    expect(rule('privileged', { config: odd }).unknown).toBe('EINVAL');
    expect(rule('host-user', { config: odd }).found).toBeDefined();
  });

  it('a sandbox has processes of its own: what is told of its process here is nobody’s rights', () => {
    const boxed = { ...c1, unreadable: { 'namespaces.pid': 'sandbox' } };
    const details = { config: NOT_READ, privileges: PRIVILEGES, use: NOT_READ };
    const { findings, unknown } = findingsOf({
      snapshot: { ...courseMachine, containers: [boxed] },
      asked: courseMachine.engines,
      details: new Map([[containerKey(boxed), details]]),
    });
    expect(findings.filter((each) => each.rule === 'new-privileges')).toEqual([]);
    expect(unknown.find((each) => each.rule === 'new-privileges')?.reason).toBe('sandbox');
  });
});

/** c1 and the machine that it is on, otherwise than they are. */
interface Otherwise {
  c1?: Partial<Container>;
  /** All that run, and as whom. */
  processes?: Process[];
  /** Of the host's user namespace. */
  uidMap?: IdMapRow[];
  config?: Details['config'];
}

/** What one rule says of c1 then: a severity, or why it is not known; null: nothing. */
function saidOf(name: RuleName, { c1: change, processes, uidMap, config: read }: Otherwise) {
  const changed = { ...c1, ...change };
  const { host, namespaces } = courseMachine;
  const { findings, unknown } = findingsOf({
    snapshot: {
      ...courseMachine,
      containers: courseMachine.containers.map((each) => (each === c1 ? changed : each)),
      processes: processes ?? courseMachine.processes,
      namespaces: namespaces.map((each) =>
        each.id === host.namespaces.user && uidMap !== undefined ? { ...each, uidMap } : each,
      ),
    },
    asked: courseMachine.engines,
    details: new Map([
      [containerKey(changed), { config: read ?? NOT_READ, privileges: PRIVILEGES, use: NOT_READ }],
    ]),
  });
  const said = findings.find((each) => each.rule === name)?.severity;
  return said ?? unknown.find((each) => each.rule === name)?.reason ?? null;
}

const runsAs = (uid: number | null, change: Partial<Process> = {}) =>
  process({ ...{ pid: c1.pid, container: c1.id, engine: c1.engine, uid }, ...change });
const unreadUid = runsAs(null, { pid: 41, unreadable: { uid: 'EPERM' } });
const mounted = (...Mounts: object[]) =>
  readConfig({ Config: { Image: 'web' }, HostConfig: {}, Mounts }) ?? NOT_READ;
const etc = { Type: 'bind', Source: '/etc', Destination: '/etc' };
const apart = perType(() => 'own' as const);

it.each<[what: string, name: RuleName, otherwise: Otherwise, said: string | null]>([
  ['a folder of the host', 'host-paths', { config: mounted({ ...etc, RW: true }) }, 'high'],
  ['only to be read', 'host-paths', { config: mounted({ ...etc, RW: false }) }, 'medium'],
  ['beside an odd one', 'host-paths', { config: mounted({ ...etc, RW: true }, {}) }, 'EINVAL'],
  ['an odd one alone', 'docker-socket', { config: mounted({}) }, 'EINVAL'],
  ['root', 'host-root', { processes: [runsAs(0)] }, 'high'],
  ['none of it is root', 'host-root', { processes: [runsAs(1000)] }, null],
  [
    'root in another engine’s container with the same id',
    'host-root',
    { processes: [runsAs(1000), runsAs(0, { pid: 40, engine: 'second' })] },
    null,
  ],
  ['only another engine’s', 'host-root', { processes: [runsAs(0, { engine: 'second' })] }, 'ESRCH'],
  ['a user not read', 'host-root', { processes: [runsAs(1000), unreadUid] }, 'EPERM'],
  ['a user not read beside root', 'host-root', { processes: [unreadUid, runsAs(0)] }, 'high'],
  [
    'users of the host that we have no numbers for',
    'host-root',
    { processes: [runsAs(0)], uidMap: [[0, NO_ID, 1]] },
    'users-elsewhere',
  ],
  ['joins not read', 'not-joined', { c1: { unreadable: { joins: 'EINVAL' } } }, 'EINVAL'],
  ['joins nothing', 'not-joined', {}, null],
  ['shares with c2', 'joined', {}, 'medium'],
  ['shares nothing', 'joined', { c1: { sharing: apart } }, null],
  [
    'a namespace not read',
    'joined',
    {
      c1: {
        sharing: { ...apart, ipc: 'unknown' },
        unreadable: { 'namespaces.ipc': 'EPERM' },
      },
    },
    'EPERM',
  ],
  [
    'a namespace of an unknown host',
    'joined',
    { c1: { sharing: { ...apart, ipc: 'unknown' } } },
    'host-unknown',
  ],
  [
    'shares one, and another is not read',
    'joined',
    { c1: { sharing: { ...apart, pid: 'shared', ipc: 'unknown' } } },
    'medium',
  ],
])('%s: %s', (_what, name, otherwise, said) => {
  expect(saidOf(name, otherwise)).toBe(said);
});

it.each<[state: EngineState, silent: string[]]>([
  ['connected', []],
  ['connecting', ['unix:///second.sock']],
  ['disconnected', ['unix:///second.sock']],
  ['denied', ['unix:///second.sock']],
  ['absent', ['unix:///second.sock']],
])('beside one that tells, an engine that is %s: silent are %j', (state, silent) => {
  const [first] = courseMachine.engines;
  if (first === undefined) throw new Error('there is one');
  const asked = [first, { ...first, id: 'second', endpoint: 'unix:///second.sock', state }];
  expect(findingsOf({ snapshot: courseMachine, details: new Map(), asked })).toEqual({
    findings: [],
    unknown: [],
    inapplicable: [],
    silent,
  });
});

it('what is no name as engines give them is told to their clients by its id', () => {
  const odd = { ...c1, name: '--all' };
  const details = { config: config({ Privileged: true }), privileges: NOT_READ, use: NOT_READ };
  const { findings } = findingsOf({
    snapshot: { ...courseMachine, containers: [odd] },
    asked: courseMachine.engines,
    details: new Map([[containerKey(odd), details]]),
  });
  expect(findings.find((each) => each.rule === 'privileged')?.evidence).toEqual([
    {
      command: `docker inspect --format '{{json .HostConfig.Privileged}}' ${c1.id}`,
      value: 'true',
    },
  ]);
});

describe('privileged', () => {
  const told = (host: object) => rule('privileged', { config: config(host) });

  it('is found where the engine says so, with how to see it', () => {
    expect(told({ Privileged: true })).toMatchObject({
      unknown: undefined,
      found: {
        severity: 'high',
        evidence: [
          {
            command: `docker inspect --format '{{json .HostConfig.Privileged}}' ${c1.name}`,
            value: 'true',
          },
        ],
        change: [{ how: 'without', text: '--privileged' }],
      },
    });
  });

  it('is not found of one that only has every right', () => {
    expect(told({ Privileged: false, CapAdd: ['ALL'] })).toEqual({});
  });

  it('is all that is said of what keeps it in: it was given no other flag to be without', () => {
    const bare: Privileges = { ...PRIVILEGES, seccomp: 'off', lsm: 'unconfined' };
    const rulesOf = (host: object) => {
      const { findings, unknown } = of({ config: config(host), privileges: bare });
      const names = [...findings, ...unknown].map((each) => each.rule);
      return names.filter((name) => ['privileged', 'seccomp-off', 'lsm-off'].includes(name));
    };
    expect(rulesOf({ Privileged: true })).toEqual(['privileged']);
    expect(rulesOf({})).toEqual(['seccomp-off', 'lsm-off']);
    expect(rulesOf({ Privileged: 'yes' })).toEqual(['seccomp-off', 'lsm-off', 'privileged']);
  });

  it('is undecided where the engine does not say', () => {
    expect(told({ Privileged: 'yes' })).toEqual({ found: undefined, unknown: 'EINVAL' });
  });
});

describe('rights', () => {
  it('strong ones weigh more, and a newer one is told by its number', () => {
    const held = (bounding: string[]) => ({
      privileges: {
        ...PRIVILEGES,
        capabilities: { ...PRIVILEGES.capabilities, bounding },
      },
    });
    expect(rule('capabilities', held(['CHOWN', 'NET_ADMIN'])).found).toMatchObject({
      severity: 'medium',
      of: ['NET_ADMIN'],
      evidence: [{ command: `grep CapBnd: /proc/${c1.pid}/status`, value: '0000000000001001' }],
    });
    expect(rule('capabilities', held(['SYS_ADMIN', '41'])).found).toMatchObject({
      severity: 'high',
      of: ['SYS_ADMIN', '41'],
    });
  });

  it('all of them are taken away as they were given: by one word', () => {
    const bounding = [...CAPABILITIES];
    const privileges = { ...PRIVILEGES, capabilities: { ...PRIVILEGES.capabilities, bounding } };
    const told = (capAdd: string[]) =>
      rule('capabilities', { privileges, config: config({ CapAdd: capAdd }) }).found;
    const all = [{ how: 'without', text: '--cap-add ALL' }];
    expect(told(['ALL'])).toMatchObject({ severity: 'high', change: all });
    expect(told(['ALL'])?.of).toHaveLength(27);
    expect(told(['all'])?.change).toEqual(all);
    expect(told([])?.change).toHaveLength(27);
    expect(rule('capabilities', { privileges }).found?.change).toHaveLength(27);
    expect(rule('capabilities', { config: config({ CapAdd: ['ALL'] }) }).found).toMatchObject({
      of: ['ALL'],
      change: all,
    });
  });

  it('are what it was started with where the process may not be read', () => {
    const added = config({ CapAdd: ['CAP_NET_ADMIN'] });
    expect(rule('capabilities', { config: added }).found?.of).toEqual(['NET_ADMIN']);
    expect(rule('capabilities', { config: config({}) }).unknown).toBe('EACCES');
    const all = config({ CapAdd: ['NET_ADMIN'], Privileged: true });
    expect(rule('capabilities', { config: all })).toEqual({});
  });
});

it.each([
  ['web', true],
  ['registry.example:5000/web:1.2', true],
  [`web@sha256:${'a'.repeat(64)}`, false],
  ['0123456789ab', false],
])('an image by %s: it can be another one tomorrow: %s', (image, found) => {
  const told = rule('mutable-tag', { config: config({}, image) }).found;
  expect(told !== undefined).toBe(found);
});

it('the worst come first', () => {
  const bad = config({ Privileged: true, UsernsMode: 'host' });
  const ranks = of({ config: bad }).findings.map(({ severity }) => SEVERITIES.indexOf(severity));
  expect(new Set(ranks).size).toBe(3);
  expect(ranks).toEqual(ranks.toSorted());
});

it.each(RULE_NAMES)(
  '%s says of each container that it is not decided, where nothing is read',
  (name) => {
    const unread = Object.fromEntries(
      NAMESPACE_TYPES.map((type) => [`namespaces.${type}`, 'EACCES']),
    );
    const dark = ['one', 'two']
      .map((each) =>
        container({
          ...{ name: each, pid: 77, sharing: perType(() => 'unknown') },
          unreadable: { ...unread, joins: 'EINVAL', ports: 'EINVAL' },
          labels: { 'io.kubernetes.pod.name': 'both', 'io.kubernetes.pod.namespace': 'shop' },
        }),
      )
      .map((each) => ({ ...each, id: each.name.repeat(20) }));
    const { findings, unknown } = findingsOf({
      snapshot: { ...courseMachine, containers: dark, processes: [] },
      asked: courseMachine.engines,
      details: new Map(
        dark.map((each) => [
          containerKey(each),
          { config: NOT_READ, privileges: NOT_READ, use: NOT_READ },
        ]),
      ),
    });
    expect(findings).toEqual([]);
    const told = unknown.flatMap(({ rule: of, subject }) => (of === name ? subject.name : []));
    expect(told).toEqual(['one', 'two']);
  },
);

it('tells of containers in the order of their names, c2 before c10', () => {
  const named = ['c10', 'c2', 'c1'].map((name, index) => ({
    ...container({ name }),
    id: String(index).repeat(64),
  }));
  const details = { config: NOT_READ, privileges: PRIVILEGES, use: NOT_READ };
  const { unknown } = findingsOf({
    snapshot: { ...courseMachine, containers: named },
    asked: courseMachine.engines,
    details: new Map(named.map((each) => [containerKey(each), details])),
  });
  const told = unknown.filter(({ rule: name }) => name === 'privileged');
  expect(told.map(({ subject }) => subject.name)).toEqual(['c1', 'c2', 'c10']);
});
