import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { beyondDefault, isCapabilityName } from '@lib/privileges/capabilities';
import type { Privileges } from '@lib/privileges/privileges';
import { Unknown } from './known';
import { NamespaceLink, Parts } from './links';

type Sets = Privileges['capabilities'];

/** Of so many beyond the default it is said in full what they are for; of more, one by one when pointed at. */
const EXPLAINED = 6;

interface CapabilitiesProps {
  of: Pick<Privileges, 'pid' | 'capabilities' | 'noNewPrivileges' | 'unreadable'>;
}

/**
 * The capabilities of a process by name, in the kernel's order: those in effect, of these the ones that an engine
 * gives to nobody who does not ask, those of its default that are missing, and those that it can still get.
 */
export function Capabilities({ of }: CapabilitiesProps) {
  const onlyIn = useNsview(({ snapshot }) => userNamespaceApart(snapshot, of.pid));
  const words = useAllMessages().privileges;
  const { capabilities, noNewPrivileges, unreadable } = of;
  const { effective, beyondDefault: beyond, withoutDefault: missing, ambient } = capabilities;
  if (effective === null) {
    return (
      <Unknown field="capabilities">{words.unknown(unreadable['capabilities.effective'])}</Unknown>
    );
  }
  return (
    <div className="flex flex-col gap-2 text-[0.857rem]" data-capabilities={effective.length}>
      <p className={beyond?.length === 0 ? undefined : 'text-warn'}>
        {words.inEffect(effective.length, beyond?.length ?? 0)}
      </p>
      <Chips of={effective} />
      {beyond !== null && beyond.length <= EXPLAINED && <Explained names={beyond} />}
      {onlyIn !== null && (
        <p data-only-in={onlyIn}>
          <Parts parts={words.onlyIn(<NamespaceLink key="in" id={onlyIn} />)} />
        </p>
      )}
      {missing !== null && missing.length > 0 && effective.length > 0 && (
        <Chips of={missing} are="missing">
          {words.missing(missing.length)}
        </Chips>
      )}
      {ambient !== null && ambient.length > 0 && <Chips of={ambient}>{words.handedOn}</Chips>}
      <Gainable sets={capabilities} never={noNewPrivileges === true} />
    </div>
  );
}

/** The user namespace in which capabilities of a process count, where that is not the host's; null: they count there. */
function userNamespaceApart(snapshot: Snapshot | null, pid: number): NamespaceId | null {
  const user = snapshot?.processes.find((each) => each.pid === pid)?.namespaces.user ?? null;
  return user === snapshot?.host.namespaces.user ? null : user;
}

/** What one may do with each. */
function Explained({ names }: { names: readonly string[] }) {
  const words = useAllMessages().capabilities;
  return (
    <ul className="flex flex-col gap-1">
      {names.filter(isCapabilityName).map((name) => (
        <li key={name}>
          <code className="font-mono text-warn">{name}</code> {words[name]}
        </li>
      ))}
    </ul>
  );
}

/** What it has not in effect and can get, by a program of root's or one that has capabilities of its own. */
function Gainable({ sets, never }: { sets: Sets; never: boolean }) {
  const words = useAllMessages().privileges;
  const has = new Set([...(sets.effective ?? []), ...(sets.permitted ?? [])]);
  const more = sets.bounding?.filter((name) => !has.has(name)) ?? null;
  if (more === null) return null;
  if (never || more.length === 0) return <p className="text-dim">{words.gainsNothing}</p>;
  return (
    <Chips of={more} are="gainable">
      {words.gainable}
    </Chips>
  );
}

interface ChipsProps {
  of: readonly string[];
  are?: 'effective' | 'missing' | 'gainable';
  /** What is said of them. */
  children?: ReactNode;
}

/** Those beyond the default have a plus, those that are missing a minus: the colour says nothing alone. */
function Chips({ of, are = 'effective', children }: ChipsProps) {
  const { privileges: words, capabilities } = useAllMessages();
  const beyond = new Set(beyondDefault(of));
  const title = (name: string) => {
    const known = isCapabilityName(name) ? `${name}: ${capabilities[name]}` : name;
    if (are === 'missing') return words.lacks(known);
    return beyond.has(name) ? words.beyond(known) : words.byDefault(known);
  };
  return (
    <div>
      {children !== undefined && <p className="mb-1 text-dim">{children}</p>}
      <ul className="flex flex-wrap gap-1 font-mono">
        {of.map((name) => (
          <li
            key={name}
            data-capability={name}
            data-are={are}
            data-beyond={beyond.has(name) ? true : undefined}
            title={title(name)}
            className="inline-flex items-center gap-1 rounded-md border border-line px-1.5 py-0.5 data-[are=gainable]:border-dashed data-[are=missing]:border-dashed data-[are=missing]:text-dim data-[beyond=true]:border-warn data-[beyond=true]:font-semibold data-[beyond=true]:text-warn"
          >
            {are === 'missing' && <Minus aria-hidden className="size-3" />}
            {beyond.has(name) && <Plus aria-hidden className="size-3" />}
            {name}
            {beyond.has(name) && <span className="sr-only">{words.beyondShort}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
