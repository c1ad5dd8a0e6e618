import { useMemo } from 'react';
import { usePrivileges } from '@components/store/privileges';
import { useAllMessages } from '@components/store/messages';
import * as proof from '@lib/shell/proof';
import { commandOf } from '@lib/model/command';
import { containersByKey, containerOf } from '@lib/model/containers-by-key';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { Process } from '@lib/model/process';
import type { Snapshot } from '@lib/model/snapshot';
import { findSandboxes } from '@lib/sandboxes/find';
import { sandboxWith } from '@lib/sandboxes/sandbox';
import { ContainerLink, Parts } from './links';
import { NamespaceTable } from './namespace-table';
import { Doing, May, ProcessLimits } from './process-facts';
import { SandboxLink } from './sandbox-link';
import { Section } from './section';
import { Title } from './title';

/** A process in full: what it may do, what it does now, where it is, and what limits it. */
export function ProcessInspector({ snapshot, process }: { snapshot: Snapshot; process: Process }) {
  const { privileges: words, inside, inspector, model, sandboxes } = useAllMessages();
  const asked = usePrivileges(process);
  const { pid, nsPids, namespaces, unreadable } = process;
  const container = containerOf(process, containersByKey(snapshot.containers));
  const sandbox = useMemo(
    () => sandboxWith(findSandboxes(snapshot).sandboxes, pid),
    [snapshot, pid],
  );
  const types = NAMESPACE_TYPES.filter((type) => !snapshot.host.lacks.includes(type));
  return (
    <>
      <Title name={process.comm}>
        <p className="line-clamp-3 font-mono text-[0.8125rem]" title={commandOf(process)}>
          {commandOf(process)}
        </p>
        <p>{words.pids(pid, nsPids?.slice(1) ?? [])}</p>
        <p>
          {sandbox !== null ? (
            <Parts parts={sandboxes.in(<SandboxLink key="in" sandbox={sandbox} />)} />
          ) : container === null ? (
            words.ofHost
          ) : (
            <Parts parts={words.of(<ContainerLink key="of" container={container} />)} />
          )}
        </p>
      </Title>
      {asked.is === 'answered' ? (
        <>
          <May of={asked.answer} />
          <Doing of={asked.answer} process={process} />
        </>
      ) : (
        <Section title={words.may}>
          <p className="text-sm text-dim">
            {asked.is === 'asked' ? inside.asked : inside.refused(asked.code)}
          </p>
        </Section>
      )}
      <Section title={words.namespaces}>
        <NamespaceTable
          label={words.namespaces}
          rows={types.map((type) => ({
            type,
            id: namespaces[type],
            remark:
              namespaces[type] === null ? (
                <span className="text-warn">
                  {inspector.unknown(unreadable[`namespaces.${type}`] ?? null)}
                </span>
              ) : namespaces[type] === snapshot.host.namespaces[type] ? (
                <span className="text-dim">{model.sharing.host}</span>
              ) : null,
            command: proof.readLink(pid, type),
            short: null,
          }))}
        />
      </Section>
      {asked.is === 'answered' && <ProcessLimits of={asked.answer} />}
    </>
  );
}
