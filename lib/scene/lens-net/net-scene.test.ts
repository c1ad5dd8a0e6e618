import { describe, expect, it } from 'vitest';
import type { ReachTold } from '../../facts/reach';
import { messagesFor } from '../../i18n/messages';
import type { Insides } from '../../inside/insides';
import type { Device } from '../../inside/net';
import { device, HOST_NET, netMachine } from '../../layout/lens-net/fixtures/net-machine';
import type { NetAnswer } from '../../layout/lens-net/told';
import { UNKNOWN_BOX } from '../../layout/lens/lens-boxes';
import { containerKeyOf } from '../../model/ids';
import { dotKey } from '../lens-dot';
import { draw, keysOf, marksOf, told, TWO } from './fixtures/net-picture';

/** The host's network with more devices. */
function withHost(
  insides: Insides,
  devices: readonly Device[],
  unreadable: NetAnswer['unreadable'] = {},
): Insides {
  const known = insides.get(HOST_NET);
  if (known?.is !== 'answered' || known.answer.type !== 'net') throw new Error('with a host');
  const answer = {
    ...known.answer,
    devices: [...(known.answer.devices ?? []), ...devices],
    unreadable,
  };
  return new Map([...insides, [HOST_NET, { ...known, answer }]]);
}

describe('the picture of networks', () => {
  const { snapshot, insides } = netMachine(TWO);
  const picture = draw(snapshot, insides);

  it('has everything under a key of its own, and dots under those of every lens', () => {
    const keys = picture.parts.flatMap(({ things, dots }) =>
      [...things, ...dots].map(({ key }) => key),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const ofContainers = snapshot.processes.filter((each) => containerKeyOf(each) !== null);
    expect(keys).toEqual(expect.arrayContaining(ofContainers.map(({ pid }) => dotKey(pid))));
    expect(picture.dots.map(({ process }) => process.pid).sort()).toEqual(
      ofContainers.map(({ pid }) => pid).sort(),
    );
  });

  it('lets walk to all that can be pointed at', () => {
    for (const { things } of picture.parts) {
      for (const { key } of things) expect([...picture.places.keys()]).toContain(key);
    }
  });

  it('can be walked to by heads and dots', () => {
    for (const { id } of snapshot.namespaces) expect(picture.places.has(id), id).toBe(true);
    for (const { process } of picture.dots) {
      expect(picture.places.has(dotKey(process.pid))).toBe(true);
    }
  });

  it('asks about all networks, for where a box stands depends on the wires of others', () => {
    expect(picture.asks.map(({ id }) => id).sort()).toEqual(
      snapshot.namespaces.map(({ id }) => id).sort(),
    );
  });

  describe.each([
    ['has nothing plugged in', [{ name: 'c1' }], false],
    ['has not told yet of what was plugged in', [{ name: 'c1', wires: ['docker0'] }], true],
  ] as const)('of the back row where the host %s', (_what, sketches, isDrawn) => {
    const machine = netMachine(sketches);
    const before = machine.insides.get(HOST_NET);
    if (before?.is !== 'answered' || before.answer.type !== 'net') throw new Error('with a host');
    const devices = (before.answer.devices ?? []).filter(({ kind }) => kind !== 'veth');
    const known = new Map(machine.insides).set(HOST_NET, {
      is: 'answered',
      answer: { ...before.answer, devices },
    });
    const brief = draw(machine.snapshot, known, new Set(), { brief: true });

    it(isDrawn ? 'draws it' : 'does not draw it', () => {
      expect(brief.parts.some(({ key }) => key === HOST_NET)).toBe(isDrawn);
    });

    it('asks about it all the same', () => {
      expect(brief.asks.map(({ id }) => id)).toContain(HOST_NET);
    });
  });

  it('tells what scripts look for', () => {
    expect(new Set(told(picture, 'device'))).toEqual(new Set(['lo', 'eth0', 'docker0', 'br-shop']));
    expect(told(picture, 'port')).toEqual([80, 443]);
    expect(told(picture, 'address')).toEqual(
      expect.arrayContaining(['127.0.0.1/8', '172.17.0.2/16', '172.17.0.1/16']),
    );
    expect(told(picture, 'wire')).toHaveLength(3);
  });

  it('says in words what a box holds', () => {
    const [net] = snapshot.containers.map(({ namespaces }) => namespaces.net);
    const box = picture.parts.find(({ key }) => key === net);
    for (const said of ['web, sidecar', '172.17.0.2 /16', 'MAC 02:42:ac:11:00:02', 'no rules']) {
      expect(box?.sentence?.replaceAll('/16', ' /16').replaceAll('  ', ' ')).toContain(said);
    }
    expect(box?.sentence).toContain('port :80, httpd, at 0.0.0.0');
    const host = picture.parts.find(({ key }) => key === HOST_NET);
    expect(host?.sentence).toContain('docker0 172.17.0.1/16 2 ports');
    const port = box?.things.find(({ key }) => key.startsWith('port'));
    expect(port?.sentence).toBe('port :80, httpd, at 0.0.0.0');
  });

  it.each([
    ['on one bridge', ['web', 'c1'], 2, 1],
    ['on two', ['web', 'c2'], 2, 0],
    ['alone', ['c1'], 1, 0],
    ['of one network', ['web', 'sidecar'], 1, 0],
  ])('shows the wires of who is selected, and where they meet: %s', (_, names, wires, meetings) => {
    const selected = draw(snapshot, insides, keysOf(snapshot, ...names));
    const lit = marksOf(selected).filter(
      ({ role, is }) => role === 'wire' && is?.includes('lit') === true,
    );
    expect(lit).toHaveLength(wires);
    expect(told(selected, 'meeting')).toHaveLength(meetings);
  });

  it('says what wires mean where they begin, and of the host only what leads outside', () => {
    const net = (name: string) =>
      snapshot.containers.find((each) => each.name === name)?.namespaces.net;
    const sentence = (key: unknown) =>
      picture.parts.find((part) => part.key === key)?.sentence ?? '';
    expect(sentence(net('web'))).toContain('; eth0 is wired to veth11 on docker0;');
    expect(sentence(net('c2'))).toContain('eth0 is wired to veth15 on br-shop');
    expect(sentence(HOST_NET)).not.toContain('wired');
    const nic = device(90, 'ens3', { kind: 'physical', master: 'docker0' });
    const more = draw(snapshot, withHost(insides, [nic]));
    expect(more.parts.find(({ key }) => key === HOST_NET)?.sentence).toContain(
      'ens3 leads outside',
    );
    expect(told(more, 'to')).toContain('outside');
  });

  it('counts the ports of a bridge, and tells of those that no wire is drawn to', () => {
    const tap = device(91, 'tap0', { kind: 'tun', master: 'docker0' });
    const nic = device(90, 'ens3', { kind: 'physical', master: 'docker0' });
    const more = draw(snapshot, withHost(insides, [tap, nic]));
    const host = more.parts.find(({ key }) => key === HOST_NET);
    expect(host?.sentence).toContain('docker0 172.17.0.1/16 4 ports');
    expect(host?.sentence).toMatch(/tap0 no address; port of docker0/);
    expect(host?.sentence).toMatch(/ens3 no address; port of docker0/);
    const unknown = draw(snapshot, withHost(insides, [tap], { 'devices.master': 'EPERM' }));
    expect(unknown.parts.find(({ key }) => key === HOST_NET)?.sentence).not.toMatch(/\d ports/);
  });

  it('says whom it asks for addresses of names, or that this is not known', () => {
    const id = snapshot.containers[0]?.namespaces.net ?? HOST_NET;
    const dns = (more: Partial<NetAnswer>) => {
      const known = insides.get(id);
      if (known?.is !== 'answered' || known.answer.type !== 'net') throw new Error('web');
      const of = draw(
        snapshot,
        new Map([...insides, [id, { ...known, answer: { ...known.answer, ...more } }]]),
      );
      return of.parts.find(({ key }) => key === id)?.sentence;
    };
    const servers = (...nameservers: string[]) => ({
      dns: { nameservers, search: [], options: [] },
    });
    expect(dns(servers('127.0.0.11'))).toContain('; DNS 127.0.0.11;');
    expect(dns(servers('9.9.9.9', '8.8.8.8'))).toContain(
      '; DNS 9.9.9.9 +1; 9.9.9.9, 8.8.8.8;'.replace('9.9.9.9, ', ''),
    );
    expect(dns(servers())).toContain('; DNS the machine itself;');
    expect(dns({ dns: null, unreadable: { dns: 'EACCES' } })).toContain('; DNS: unknown: EACCES');
    expect(dns({ dns: null })).not.toContain('DNS');
  });

  it('says what filters leave out of a box', () => {
    const [gone] = snapshot.processes.filter((each) => containerKeyOf(each) !== null);
    const fewer = snapshot.processes.filter((each) => each !== gone);
    const namespaces = snapshot.namespaces.map((each) =>
      each.id === gone?.namespaces.net ? { ...each, processes: 2 } : each,
    );
    const some = draw({ ...snapshot, namespaces, processes: fewer }, insides);
    expect(texts(some)).toContain('+ 1 process left out by filters');
    expect(texts(picture).join()).not.toContain('left out');
  });

  it('says a sentence whole, however many lines it takes', () => {
    const id = snapshot.containers[0]?.namespaces.net ?? HOST_NET;
    const refused = draw(
      snapshot,
      new Map([...insides, [id, { is: 'refused', code: 'not-from-here' }]]),
    );
    const box = refused.parts.find(({ key }) => key === id);
    expect(box?.sentence).toContain('not told: who reads /proc now cannot tell it');
    expect(box?.things.map(({ sentence }) => sentence)).toContain(
      'not told: who reads /proc now cannot tell it',
    );
  });

  const texts = (of: ReturnType<typeof draw>) =>
    marksOf(of).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  const [webNet, c1Net, c2Net] = ['web', 'c1', 'c2'].map(
    (name) => snapshot.containers.find((each) => each.name === name)?.namespaces.net ?? HOST_NET,
  );
  if (webNet === undefined || c1Net === undefined || c2Net === undefined) throw new Error('three');
  const way = (from: string, to: string, asked: ReachTold['asked']): ReachTold => ({
    ...{ from, to, asked },
    by: { protocol: 'tcp', port: 80 },
  });
  const sends = { where: webNet, back: false, says: { code: 'sends' as const, device: 'eth0' } };
  const answered = (
    verdict: 'yes' | 'no' | 'unknown',
    hops: (typeof sends | { where: typeof HOST_NET; back: boolean; says: { code: 'dropped' } })[],
  ): ReachTold['asked'] => ({ is: 'answered', answer: { verdict, hops, changes: [] } });
  const dropped = { where: HOST_NET, back: false, says: { code: 'dropped' as const } };

  it('says of two that are selected whether they reach each other, each way in a line of its own', () => {
    const reaches = [
      way('web', 'c2', answered('no', [sends, dropped])),
      way('c2', 'web', answered('unknown', [])),
    ];
    const selected = draw(snapshot, insides, keysOf(snapshot, 'web', 'c2'), { reaches });
    expect(told(selected, 'reach')).toEqual(['web c2', 'c2 web']);
    expect(told(selected, 'verdict')).toEqual(['no', 'unknown']);
    const part = selected.parts.find(({ key }) => key === 'reach');
    expect(part?.things.map(({ sentence }) => sentence)).toEqual([
      'web does not reach c2 at tcp port 80. the host: the policy of ? drops it',
      'Whether c2 reaches web at tcp port 80 cannot be told.',
    ]);
    for (const { key } of part?.things ?? []) expect(selected.places.has(key)).toBe(true);
    // Drawn as well: it comes into the host's network, and the wire behind it is not reached.
    const lit = marksOf(selected).filter(
      ({ role, is }) => role === 'wire' && is?.includes('lit') === true,
    );
    expect(lit.map(({ is }) => is)).toEqual([
      ['lit', 'no'],
      ['lit', 'no', 'untaken'],
      ['lit', 'no'],
      ['lit', 'no', 'untaken'],
    ]);
    expect(marksOf(selected).filter(({ role }) => role === 'barrier')).toHaveLength(1);
  });

  it.each([
    ['yes', [], 0],
    ['no', ['no'], 1],
    ['unknown', ['unknown'], 1],
  ] as const)('on one bridge: %s', (verdict, is, signs) => {
    const reaches = [way('web', 'c1', answered(verdict, [sends]))];
    const selected = draw(snapshot, insides, keysOf(snapshot, 'web', 'c1'), { reaches });
    const [meeting] = marksOf(selected).filter(({ role }) => role === 'meeting');
    expect(meeting?.is).toEqual(expect.arrayContaining([...is]));
    expect(marksOf(selected).filter(({ role }) => role === 'barrier')).toHaveLength(signs);
  });

  it('says that it is being worked out, or why there is no answer, and asserts nothing meanwhile', () => {
    const reaches = [
      way('web', 'c1', { is: 'asked' }),
      way('c1', 'web', { is: 'refused', code: 'not-in-recording' }),
    ];
    const selected = draw(snapshot, insides, keysOf(snapshot, 'web', 'c1'), { reaches });
    expect(told(selected, 'verdict')).toEqual([]);
    const sentences = selected.parts
      .filter(({ key }) => key === 'reach')
      .flatMap(({ things }) => things.map(({ sentence }) => sentence));
    expect(sentences).toEqual([
      'Can web reach c1? Being worked out…',
      expect.stringContaining('it was not recorded'),
    ]);
    expect(marksOf(selected).filter(({ role }) => role === 'barrier')).toHaveLength(0);
  });

  it('says where two can be selected that one could', () => {
    const hint = messagesFor('en').lensNet.chooseTwo;
    expect(texts(picture)).toContain(hint);
    const taken = draw(snapshot, insides, new Set(), { opens: false });
    expect(texts(taken)).not.toContain(hint);
    // And no room is left for it.
    const topOf = (of: typeof taken) =>
      Math.min(
        ...marksOf(of).flatMap((mark) =>
          mark.role === 'outline' && mark.kind === 'rect' ? [mark.y] : [],
        ),
      );
    expect(topOf(taken)).toBeLessThan(topOf(picture));
  });

  it('is the same for what is the same', () => {
    expect(draw(snapshot, new Map([...insides].reverse()))).toEqual(picture);
  });

  it('says of whom nothing is told why, and of who is not asked yet that it comes', () => {
    const refused = netMachine([
      { name: 'c1', is: 'refused' },
      { name: 'c2', is: 'asked' },
    ]);
    const half = draw(refused.snapshot, refused.insides);
    expect(told(half, 'unreadable')).toEqual(['inside']);
    const texts = marksOf(half).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toContain('being read…');
    expect(texts.join(' ')).toContain('not told');
  });

  it('says of processes whose network is not known just that, and not that nothing was recorded', () => {
    const processes = snapshot.processes.map((each) =>
      each.pid === 101 ? { ...each, namespaces: { ...each.namespaces, net: null } } : each,
    );
    const some = draw({ ...snapshot, processes }, insides);
    const box = some.parts.find(({ key }) => key === UNKNOWN_BOX);
    expect(box?.sentence).toContain('network not known');
    expect(box?.sentence).toContain('it is not known in which');
    expect(box?.sentence).not.toMatch(/recorded|no container/);
  });

  it('of a kernel that has none is that of boxes', () => {
    const without = {
      ...snapshot,
      host: { ...snapshot.host, lacks: ['net' as const] },
      namespaces: [],
      processes: snapshot.processes.map((each) => ({
        ...each,
        namespaces: { ...each.namespaces, net: null },
      })),
    };
    const { parts, asks } = draw(without, new Map());
    expect(parts.map(({ sentence }) => sentence).join('; ')).toContain('this kernel has none');
    expect(asks).toEqual([]);
  });
});
