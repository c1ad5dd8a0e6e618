import { Shield } from 'lucide-react';
import { Capabilities } from '@components/inspector/capabilities';
import { usePrivileges } from '@components/store/privileges';
import { useAllMessages } from '@components/store/messages';
import type { Snapshot } from '@lib/model/snapshot';
import { Panel } from './panel';

/** What the first process of a container may do. */
export function Rights({ snapshot, pid }: { snapshot: Snapshot; pid: number }) {
  const { inFull, inside } = useAllMessages();
  const asked = usePrivileges(snapshot.processes.find((process) => process.pid === pid) ?? null);
  return (
    <Panel title={inFull.rights} by={inFull.rightsBy} icon={<Shield aria-hidden />} legend={null}>
      <div className="px-4 py-3">
        {asked.is === 'asked' && <p className="text-dim">{inside.asked}</p>}
        {asked.is === 'refused' && (
          <p className="text-warn" data-unreadable="process">
            <span aria-hidden>? </span>
            {inside.refused(asked.code)}
          </p>
        )}
        {asked.is === 'answered' && <Capabilities of={asked.answer} />}
      </div>
    </Panel>
  );
}
