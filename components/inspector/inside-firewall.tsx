import { useAllMessages } from '@components/store/messages';
import type { Firewall, FirewallTable } from '@lib/inside/firewall';
import type { Unreadable } from '@lib/model/unreadable';
import { Known } from './known';

/** The tables of a firewall, with the chains that packets come into or that have rules. */
export function FirewallTables({ of, unreadable }: { of: Firewall; unreadable: Unreadable }) {
  const words = useAllMessages().inside;
  if (of.tables.length === 0) return words.noFirewall;
  return (
    <ul className="flex flex-col gap-1.5">
      {of.tables.map((table) => (
        <li
          key={`${table.by} ${table.family} ${table.name}`}
          data-table={`${table.family} ${table.name}`}
        >
          <span className="font-mono font-semibold">
            {table.family} {table.name}
          </span>{' '}
          {table.dormant && <span className="text-dim">{words.dormant}</span>}
          <Known
            field={`firewall.${table.family}.${table.name}`}
            value={table.chains}
            unreadable={unreadable}
          >
            {(chains) => <Chains of={chains} />}
          </Known>
        </li>
      ))}
    </ul>
  );
}

function Chains({ of: chains }: { of: NonNullable<FirewallTable['chains']> }) {
  const words = useAllMessages().inside;
  if (chains.length === 0) return <span className="block pl-3 text-dim">{words.noChains}</span>;
  return (
    <ul className="pl-3">
      {chains.map((chain) => {
        const notes = [
          words.rules(chain.rules),
          chain.hook === null ? null : words.atHook(chain.hook),
          chain.policy === null ? null : words.policy[chain.policy],
        ];
        return (
          <li key={chain.name} data-chain={chain.name} data-rules={chain.rules}>
            <span className="font-mono">{chain.name}</span>{' '}
            <span className="text-dim">{notes.filter((note) => note !== null).join(' · ')}</span>
          </li>
        );
      })}
    </ul>
  );
}
