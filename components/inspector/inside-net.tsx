import type { ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import type { Device, Listening, NetInside, RouteInside } from '@lib/inside/net';
import { NamespaceLink, Parts } from './links';

/** What `ip route` shows: the main table. */
const MAIN_TABLE = 254;

/** The devices of a network, each with its addresses and where its other end is. */
export function Devices({ of }: { of: readonly Device[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {of.map((device) => (
        <li
          key={device.index ?? device.name}
          data-device={device.name}
          data-state={device.state ?? undefined}
        >
          <DeviceFacts of={device} />
        </li>
      ))}
    </ul>
  );
}

/** Addresses of which it could not be told what device has them, and why. */
export function LooseAddresses({ of, why }: { of: readonly string[]; why: string | undefined }) {
  const words = useAllMessages().inside;
  return (
    <>
      {of.map((address) => (
        <span key={address} className="block font-mono" data-address={address}>
          {address}
        </span>
      ))}
      <span className="block text-warn" data-unreadable="devices.addresses">
        {words.whichDevice(why)}
      </span>
    </>
  );
}

function DeviceFacts({ of }: { of: Device }) {
  const words = useAllMessages().inside;
  const { name, kind, state, mtu, mac, addresses, master, peer } = of;
  const notes = [kind, words.state(state), mtu === null ? null : `mtu ${mtu}`, mac];
  return (
    <>
      <span className="font-mono font-semibold">{name}</span>{' '}
      <span className="text-xs text-dim">{notes.filter((note) => note !== null).join(' · ')}</span>
      {/* Without a word of it where who reads may not go in: which device has which is not known. */}
      {addresses.length === 0 && mtu !== null ? (
        <Line>
          <span className="text-dim">{words.noAddress}</span>
        </Line>
      ) : (
        addresses.map((address) => (
          <Line key={address}>
            <span className="font-mono" data-address={address}>
              {address}
            </span>
          </Line>
        ))
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

function Line({ children }: { children: ReactNode }) {
  return <span className="block pl-3">{children}</span>;
}

/** The sockets that wait for somebody, each with who has it open. */
export function ListeningSockets({ of }: { of: readonly Listening[] }) {
  const words = useAllMessages().inside;
  if (of.length === 0) return words.nobodyListens;
  return (
    <ul>
      {of.map(({ protocol, address, port, device, pids, outside }) => (
        <li
          key={`${protocol} ${address} ${port} ${device ?? ''}`}
          data-port={port}
          data-protocol={protocol}
        >
          <span className="font-mono">
            {protocol} {address.includes(':') ? `[${address}]` : address}:{port}
          </span>
          {(pids.length > 0 || outside === true) && (
            <span className="block pl-3 text-dim">
              {pids.length > 0 ? words.by(pids) : words.byOutside}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The routes that `ip route` shows, of both families. */
export function Routes({ of }: { of: readonly RouteInside[] }) {
  const words = useAllMessages().inside;
  const main = of.filter(({ table }) => table === MAIN_TABLE);
  if (main.length === 0) return words.noRoutes;
  return (
    <ul>
      {main.map(({ family, destination, via, device, type }, nth) => (
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
      ))}
    </ul>
  );
}

export function Forwarding({ of }: { of: NetInside['forwarding'] }) {
  return useAllMessages().inside.forwardingText(of.v4, of.v6);
}
