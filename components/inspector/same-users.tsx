import { sameUsers } from '@lib/facts/same-user';
import type { Container } from '@lib/model/container';
import type { Snapshot } from '@lib/model/snapshot';
import type { NumberThere } from '@lib/select/user-numbers';
import { useAllMessages } from '../store/messages';
import { Section } from './section';

/** The same user number in two containers, and who that is on the host. */
export function SameUsers({
  snapshot,
  both,
}: {
  snapshot: Snapshot;
  both: readonly [Container, Container];
}) {
  const { users } = useAllMessages().inspector;
  return (
    <Section title={users.heading}>
      <table aria-label={users.heading} className="w-full border-collapse text-[0.8125rem]">
        <thead>
          <tr className="border-b border-line text-left text-xs text-dim [&>th]:py-1.5 [&>th]:font-normal">
            <th scope="col">uid</th>
            {both.map(({ name }, nth) => (
              <th key={nth} scope="col" className="[overflow-wrap:anywhere]">
                {users.ofOnHost(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="font-mono">
          {sameUsers(snapshot, both).map(({ id, onHost }) => (
            <tr key={id} data-same-user={id} className="border-b border-line [&>td]:py-1.5">
              <td>{id}</td>
              {onHost.map((there, nth) => (
                <td key={nth}>
                  <OnHost there={there} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function OnHost({ there }: { there: NumberThere }) {
  const { users } = useAllMessages().inspector;
  if (there.is === 'known') return there.id;
  if (there.is === 'unmapped') return <span className="font-sans text-dim">{users.nobody}</span>;
  return (
    <span className="text-warn" title={users.unknown(there.why)}>
      ?
    </span>
  );
}
