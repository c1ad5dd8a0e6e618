import { Shield } from 'lucide-react';
import { Capabilities } from '@components/inspector/capabilities';
import { usePrivileges } from '@components/store/privileges';
import { useAllMessages } from '@components/store/messages';
import type { LeaderFact } from '@lib/facts/container';
import { Panel } from './panel';

/** What the first process of a container may do; nothing is told of a stranger that has its number here. */
export function Rights({ leader }: { leader: LeaderFact }) {
  const { inFull, inside, privileges } = useAllMessages();
  const asked = usePrivileges(leader.process);
  const unknown =
    leader.process === null
      ? privileges.unknown(leader.reason ?? undefined)
      : asked.is === 'refused'
        ? inside.refused(asked.code)
        : null;
  return (
    <Panel title={inFull.rights} by={inFull.rightsBy} icon={<Shield aria-hidden />} legend={null}>
      <div className="px-4 py-3">
        {unknown !== null && (
          <p className="text-warn" data-unreadable="process">
            <span aria-hidden>? </span>
            {unknown}
          </p>
        )}
        {unknown === null && asked.is === 'asked' && <p className="text-dim">{inside.asked}</p>}
        {unknown === null && asked.is === 'answered' && <Capabilities of={asked.answer} />}
      </div>
    </Panel>
  );
}
