import type { ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import * as proof from '@lib/shell/proof';
import type { DnsInside } from '@lib/inside/dns';
import type { Inside } from '@lib/inside/inside';
import { MAIN_TABLE, type Device, type Listening, type RouteInside } from '@lib/inside/net';
import type { Unreadable } from '@lib/model/unreadable';
import { FirstOf } from './first-of';
import { NamespaceLink, Parts } from './links';
import { Fact } from './section';
import { FirewallTables } from './inside-firewall';
import { Known, Unknown } from './known';

/** Lists that are told one by one. */
const PROTOCOLS = ['tcp', 'tcp6', 'udp', 'udp6'];

type NetOf = Extract<Inside, { type: 'net' }>;

/** What a network isolates. @param command how a fact is shown through the process that it was read through */
export function NetFacts(props: {
  of: NetOf;
  command: (of: (pid: number) => string) => string | null;
}) {
  const { of, command } = props;
  const { unreadable } = of;
  const words = useAllMessages().inside;
  return (
    <>
      <Fact label={words.devices} command={command(proof.devicesInside)}>
        <Known field="devices" value={of.devices} unreadable={unreadable}>
          {(devices) => <Devices of={devices} unreadable={unreadable} />}
        </Known>
      </Fact>
      {of.looseAddresses.length > 0 && (
        <Fact label={words.addresses} command={command(proof.devicesInside)}>
          <Addresses of={of.looseAddresses} />
          <Unknown field="devices.addresses">
            {words.whichDevice(unreadable['devices.addresses'])}
          </Unknown>
        </Fact>
      )}
      <Fact label={words.listening} command={command(proof.listeningInside)}>
        <Known field="listening" value={of.listening} unreadable={unreadable}>
          {(sockets) => <ListeningSockets of={sockets} unreadable={unreadable} />}
        </Known>
      </Fact>
      <Fact label={words.routes} command={command(proof.routesInside)}>
        <Known field="routes" value={of.routes} unreadable={unreadable}>
          {(routes) => <Routes of={routes} />}
        </Known>
      </Fact>
      <Fact label={words.dns} command={command(proof.resolvConf)}>
        <Known field="dns" value={of.dns} unreadable={unreadable}>
          {(dns) => <Dns of={dns} />}
        </Known>
      </Fact>
      <Fact label={words.forwarding}>
        {(['v4', 'v6'] as const).map((family) => (
          <span key={family} className="block">
            {family === 'v4' ? 'IPv4' : 'IPv6'}:{' '}
            <Known
              field={`forwarding.${family}`}
              value={of.forwarding[family]}
              unreadable={unreadable}
            >
              {words.forwards}
            </Known>
          </span>
        ))}
      </Fact>
      <Fact
        label={words.firewall}
        command={command((pid) => proof.firewallInside(pid, of.firewall?.by === 'iptables'))}
      >
        <Known field="firewall" value={of.firewall} unreadable={unreadable}>
          {(firewall) => <FirewallTables of={firewall} unreadable={unreadable} />}
        </Known>
      </Fact>
    </>
  );
}

/** Whom its processes ask for the addresses of names, in turn. */
function Dns({ of: { nameservers, search } }: { of: DnsInside }) {
  const words = useAllMessages().inside;
  return (
    <>
      {nameservers.length === 0 && words.noNameserver}
      <Addresses of={nameservers} />
      {search.length > 0 && <Line>{words.search(search)}</Line>}
    </>
  );
}

/** The devices of a network, each with its addresses and where its other end is. */
function Devices({ of, unreadable }: { of: readonly Device[]; unreadable: Unreadable }) {
  const words = useAllMessages().inside;
  const why = unreadable['devices.kind'];
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        <FirstOf of={of}>
          {(device) => (
            <li
              key={device.index ?? device.name}
              data-device={device.name}
              data-state={device.state ?? undefined}
            >
              <DeviceFacts of={device} unaddressed={unreadable['devices.addresses']} />
            </li>
          )}
        </FirstOf>
      </ul>
      {why !== undefined && <Unknown field="devices.kind">{words.restOfDevices(why)}</Unknown>}
    </>
  );
}

/** @param unaddressed why not all of its addresses are known to be its */
function DeviceFacts({ of, unaddressed }: { of: Device; unaddressed: string | undefined }) {
  const { inside: words, lensNet } = useAllMessages();
  const { name, kind, state, enabled, mtu, mac, addresses, master, peer } = of;
  const notes = [
    state === null ? null : words.state(state, enabled),
    // Not parted from its number where a line ends.
    mtu === null ? null : `mtu\u00a0${mtu}`,
    // The loopback device has one that says nothing.
    kind === 'loopback' ? null : mac,
  ];
  return (
    <>
      <span className="font-mono font-semibold">{name}</span>{' '}
      <span className="text-xs text-dim">{notes.filter((note) => note !== null).join(' · ')}</span>
      {kind !== null && (
        <Line>
          <span className="text-xs text-dim" data-kind={kind}>
            {lensNet.kind[kind]}
          </span>
        </Line>
      )}
      <Line>
        <Addresses of={addresses} />
      </Line>
      {addresses.length === 0 && unaddressed === undefined && (
        <Line>
          <span className="text-dim">{words.noAddress}</span>
        </Line>
      )}
      {master !== null && <Line>{words.portOf(master)}</Line>}
      {peer !== null && (
        <Line>
          {peer.namespace === null ? (
            words.otherEndUnseen
          ) : (
            <Parts
              parts={words.otherEnd<ReactNode>(
                peer.name ?? `#${peer.index}`,
                <NamespaceLink key="there" id={peer.namespace} />,
              )}
            />
          )}
        </Line>
      )}
    </>
  );
}

function Addresses({ of }: { of: readonly string[] }) {
  return (
    <ul className="font-mono">
      <FirstOf of={of}>
        {(address, nth) => (
          <li key={nth} data-address={address}>
            {address}
          </li>
        )}
      </FirstOf>
    </ul>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <div className="pl-3">{children}</div>;
}

/** The sockets that wait for somebody, each with who has it open. */
function ListeningSockets(props: { of: readonly Listening[]; unreadable: Unreadable }) {
  const { of, unreadable } = props;
  const words = useAllMessages().inside;
  const untold = PROTOCOLS.flatMap((protocol) => {
    const why = unreadable[`listening.${protocol}`];
    return why === undefined ? [] : [{ protocol, why }];
  });
  const whose = ({ pids, outside }: Listening): string => {
    if (pids.length > 0) return words.by(pids);
    return outside === null ? words.byUnknown(unreadable['listening.outside']) : words.byOutside;
  };
  return (
    <>
      {of.length === 0 && untold.length === 0 && words.nobodyListens}
      <ul>
        <FirstOf of={of}>
          {(socket) => {
            const { protocol, address, port, device } = socket;
            return (
              <li
                key={`${protocol} ${address} ${port} ${device ?? ''} ${String(socket.v6Only)}`}
                data-port={port}
                data-protocol={protocol}
              >
                <span className="font-mono">
                  {protocol} {address.includes(':') ? `[${address}]` : address}:{port}
                </span>
                <span className="block pl-3 text-dim">{whose(socket)}</span>
              </li>
            );
          }}
        </FirstOf>
      </ul>
      {untold.map(({ protocol, why }) => (
        <Unknown key={protocol} field={`listening.${protocol}`}>
          {words.someOf(protocol, why)}
        </Unknown>
      ))}
    </>
  );
}

/** The routes that `ip route` shows, of both families. */
function Routes({ of }: { of: readonly RouteInside[] }) {
  const words = useAllMessages().inside;
  const main = of.filter(({ table }) => table === MAIN_TABLE);
  if (main.length === 0) return words.noRoutes;
  return (
    <ul>
      <FirstOf of={main}>
        {({ family, destination, via, device, type }, nth) => (
          <li key={nth}>
            <span className="font-mono">{destination}</span>
            {family === 6 && destination === 'default' && ' (IPv6)'}{' '}
            <span className="text-dim">
              {[
                type === 'unicast' ? null : type,
                via === null ? null : words.via(via),
                device === null ? null : words.on(device),
              ]
                .filter((part) => part !== null)
                .join(' ')}
            </span>
          </li>
        )}
      </FirstOf>
    </ul>
  );
}
