import { Unreadable } from '../../findings/unreadable';
import type { Firewall } from '../../inside/firewall';
import type { NetInside } from '../../inside/net';
import type { Container } from '../../model/container';
import { lifeOfContainer } from '../../model/container-life';
import { HOST } from '../../model/host-word';
import { QUESTIONS } from '../../questions/questions';
import { refOf } from '../../model/container-ref';
import { devicesInside, firewallInside, listeningInside, receivedBy } from '../../shell/proof';
import { shellLine } from '../../shell/shell-line';
import type { Decision } from '../decision';
import type { Arguments } from '../predicate';
import type { Witness } from '../witness';

/** Somebody in its network waits there, by TCP or UDP. */
export const listens: Decision<Arguments['listens']> = {
  holds: (witness, [name, port]) => {
    const network = networkOf(witness, name);
    if (network === null) return false;
    const { listening, unreadable } = network.told;
    if (listening?.some((each) => each.port === port) === true) return true;
    const why = Object.entries(unreadable).find(([field]) =>
      /^listening(\.(tcp|udp)6?)?$/.test(field),
    );
    if (why !== undefined) throw new Unreadable(why[1]);
    if (listening === null) throw new Unreadable('ENODATA');
    return false;
  },
  shown: (witness, [name, port]) => {
    const network = networkOf(witness, name);
    if (network === null) return null;
    const there = network.told.listening?.filter((each) => each.port === port);
    return {
      command: listeningInside(network.pid),
      value:
        there
          ?.map(({ protocol, address }) => `${protocol} ${address}:${String(port)}`)
          .join('\n') ?? null,
    };
  },
};

/** Worked out from what the kernel tells of networks and the rules in them: no packet is sent. */
export const reaches: Decision<Arguments['reaches']> = {
  holds: (witness, args) => {
    const told = reachOf(witness, args);
    if (told?.verdict === 'unknown') throw new Unreadable('undecided');
    return told?.verdict === 'yes';
  },
  shown: (witness, args) => {
    const told = reachOf(witness, args);
    if (told === null) return null;
    const [from, to, protocol, port] = args;
    const [first = '', second = ''] = [from, to].map((place) => wordFor(witness, place));
    const words = [
      'nsview',
      'reach',
      first,
      second,
      '--protocol',
      protocol,
      '--port',
      String(port),
    ];
    return { command: shellLine(words), value: told.verdict };
  },
};

export const onlyDevice: Decision<Arguments['only-device']> = {
  holds: (witness, [name, device]) => {
    const network = networkOf(witness, name);
    if (network === null) return false;
    const { devices, unreadable } = network.told;
    if (devices === null) throw new Unreadable(unreadable.devices ?? 'ENODATA');
    return devices.length === 1 && devices[0]?.name === device;
  },
  shown: (witness, [name]) => {
    const network = networkOf(witness, name);
    if (network === null) return null;
    return {
      command: devicesInside(network.pid),
      value: network.told.devices?.map((each) => each.name).join(' ') ?? null,
    };
  },
};

/** What it sent itself by loopback came from nobody else. */
const LOOPBACK = 'lo';

/** Since the step began: what came before it counts for nothing. */
export const received: Decision<Arguments['received']> = {
  holds: (witness, [name, wanted]) => {
    const container = witness.alive(name);
    if (container === null) return false;
    return grownBy(witness, container) >= wanted;
  },
  shown: (witness, [name]) => {
    const container = witness.alive(name);
    if (container === null) return null;
    const lines = fromOthers(witness, container).map(
      ({ device, receivedBytes, receivedPackets }) =>
        `${device}: ${String(receivedBytes)} bytes ${String(receivedPackets)} packets`,
    );
    // Devices count from when they were made.
    const grown = grownBy(witness, container);
    return { command: receivedBy(container.pid), value: lines.join('\n'), grown };
  },
};

export const firewall: Decision<Arguments['firewall']> = {
  holds: (witness, name) => {
    const network = networkOf(witness, name);
    if (network === null) return false;
    const kept = network.told.firewall;
    if (kept === null) throw new Unreadable(network.told.unreadable.firewall ?? 'ENODATA');
    if (rulesIn(kept) > 0) return true;
    // The rules of the older iptables are told by its own program alone.
    if (kept.tables.some(({ chains }) => chains === null)) throw new Unreadable('older-iptables');
    return false;
  },
  shown: (witness, name) => {
    const network = networkOf(witness, name);
    if (network === null) return null;
    const kept = network.told.firewall;
    return {
      command: firewallInside(network.pid, kept?.by === 'iptables'),
      value: kept === null ? null : tablesSaid(kept),
    };
  },
};

/** Null: nobody is there. @throws Unreadable */
function networkOf(witness: Witness, name: string): { pid: number; told: NetInside & Why } | null {
  const id = witness.namespace(name, 'net');
  const pid = witness.alive(name)?.pid;
  if (id === null || pid === undefined) return null;
  const told = witness.inside(id);
  if (told.type !== 'net') throw new Unreadable('EBADMSG');
  return { pid, told };
}

/** The devices of its network that others reach it by, with what has come in by each. @throws Unreadable */
function fromOthers(witness: Witness, container: Container) {
  const { network, unreadable } = witness.use(container);
  if (network === null) throw new Unreadable(unreadable.network ?? 'not-in-recording');
  return network.filter(({ device }) => device !== LOOPBACK);
}

/** The bytes that came in since the step began. @throws Unreadable */
function grownBy(witness: Witness, container: Container): number {
  const bytes = fromOthers(witness, container).reduce(
    (sum, { receivedBytes }) => sum + receivedBytes,
    0,
  );
  // The devices of a network that it joined have counted for others before.
  return witness.growth('network', container, bytes, container.sharing.net === 'own');
}

interface Why {
  unreadable: Record<string, string>;
}

/** Null: one of the ends is not there. @throws Unreadable */
function reachOf(witness: Witness, [from, to, protocol, port]: Arguments['reaches']) {
  const ends = [from, to].map((place) => {
    if (place === HOST) return { word: HOST, life: '' };
    const container = witness.alive(place);
    return container === null ? null : { word: container.id, life: lifeOfContainer(container) };
  });
  const [first, second] = ends;
  if (!first || !second) return null;
  const asked = { from: first.word, to: second.word, protocol, port };
  return witness.ask('reach', QUESTIONS.reach, asked, `${first.life} ${second.life}`);
}

function wordFor(witness: Witness, place: string): string {
  const container = place === HOST ? null : witness.alive(place);
  return container === null ? HOST : refOf(witness.snapshot, container);
}

function rulesIn({ tables }: Firewall): number {
  const counts = tables.flatMap(({ chains }) => chains?.map(({ rules }) => rules) ?? []);
  return counts.reduce((sum, rules) => sum + rules, 0);
}

function tablesSaid({ tables }: Firewall): string {
  return tables
    .flatMap(({ family, name, chains }) =>
      (chains ?? []).map((chain) => `${family} ${name} ${chain.name}: ${String(chain.rules)}`),
    )
    .join('\n');
}
