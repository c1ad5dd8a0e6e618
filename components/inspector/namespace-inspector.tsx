import { namespaceFacts, type NamespaceFacts } from '@lib/facts/namespace';
import { whatFollows } from '@lib/facts/what-follows';
import * as proof from '@lib/shell/proof';
import { type ContainerKey, type NamespaceId, containerKey } from '@lib/model/ids';
import type { IdMapRow } from '@lib/model/namespace';
import type { Snapshot } from '@lib/model/snapshot';
import { namesTold } from '@lib/model/container-ref';
import { kernelName } from '@lib/model/ids';
import { useAllMessages } from '../store/messages';
import { InsideSection } from './inside';
import { ContainerLink, NamespaceLink, TypeDot } from './links';
import { Missing } from './missing';
import { ProcessTable } from './process-table';
import { Fact, Section } from './section';
import { Title } from './title';
import { tintOf } from '@lib/select/container-colour';

interface NamespaceInspectorProps {
  snapshot: Snapshot;
  id: NamespaceId;
  colours: ReadonlyMap<ContainerKey, string>;
}

/** A namespace: what it isolates, who is in it, and how it stands to others. */
export function NamespaceInspector({ snapshot, id, colours }: NamespaceInspectorProps) {
  const messages = useAllMessages();
  const words = messages.inspector.namespace;
  const facts = namespaceFacts(snapshot, id);
  if (facts === null) {
    const { missing } = messages.inspector;
    const name = kernelName(id);
    return <Missing name={name} text={missing.namespace(name)} hint={missing.namespaceHint} />;
  }
  const { namespace, proofs, processes } = facts;
  const count = namespace.processes;
  const follows = whatFollows(namespace.type, facts.members.map(namesTold(snapshot)), messages);
  const heading = words.processes(count);
  return (
    <>
      <Title
        name={
          <span className="flex items-center gap-2 font-mono">
            <TypeDot type={namespace.type} />
            {facts.kernelName}
          </span>
        }
      >
        <p>{words.isolates(messages.model.isolates[namespace.type])}</p>
        <p>{namespace.host ? words.host : words.notHost}</p>
      </Title>
      <Section title={words.members} commands={proofs.link === null ? [] : [proofs.link]}>
        {facts.members.length === 0 ? (
          <p className="text-sm text-dim">{words.noMembers}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
            {facts.members.map((container) => (
              <li key={containerKey(container)}>
                <ContainerLink
                  container={container}
                  colour={tintOf(colours, container) ?? 'inherit'}
                />
              </li>
            ))}
          </ul>
        )}
        {follows !== null && <p className="text-sm leading-relaxed">{follows}</p>}
      </Section>
      <InsideSection snapshot={snapshot} id={id} />
      <Section
        title={count === 0 ? words.noProcesses : heading}
        commands={[proofs.members, ...(proofs.inside === null ? [] : [proofs.inside])]}
      >
        {processes.rows.length > 0 && (
          <ProcessTable
            label={heading}
            snapshot={snapshot}
            processes={processes}
            colours={colours}
            insideHeading={namespace.type === 'pid' ? messages.inspector.columns.pidHere : null}
            own={null}
          />
        )}
      </Section>
      <Relations facts={facts} />
      {namespace.type === 'user' && <IdMaps facts={facts} />}
    </>
  );
}

function Relations({ facts }: { facts: NamespaceFacts }) {
  const messages = useAllMessages().inspector;
  const words = messages.namespace;
  const { namespace, leader, nests, proofs } = facts;
  const inferred = namespace.relation === 'inferred' && (
    <span
      title={words.inferredWhy}
      className="ml-2 rounded border border-line px-1 text-xs text-dim"
    >
      {words.inferred}
    </span>
  );
  const related = (id: NamespaceId | null, field: 'parent' | 'owner', none: string) => {
    const why = namespace.unreadable[field];
    if (id !== null) {
      return (
        <>
          <NamespaceLink id={id} />
          {inferred}
        </>
      );
    }
    if (why !== undefined) return <span className="text-warn">{messages.unknown(why)}</span>;
    return <span className="text-dim">{none}</span>;
  };
  const noParent = !nests ? words.notNested : namespace.host ? words.root : messages.unknown(null);
  return (
    <Section title={words.relations} commands={[proofs.relations]}>
      <dl className="text-[0.8125rem]">
        <Fact label={words.parent}>{related(namespace.parent, 'parent', noParent)}</Fact>
        {namespace.type !== 'user' && (
          <Fact label={words.owner}>
            {related(namespace.owner, 'owner', messages.unknown(null))}
          </Fact>
        )}
        {namespace.ownerUid !== null && (
          <Fact label={words.ownerUid}>{words.uid(namespace.ownerUid)}</Fact>
        )}
        <Fact
          label={words.leader}
          command={leader === null ? null : proof.processStatus(leader.process.pid)}
        >
          {leader === null ? (
            <span className="text-dim">{words.none}</span>
          ) : (
            <span className="font-mono [overflow-wrap:anywhere]">
              {leader.process.pid} {leader.command}
            </span>
          )}
        </Fact>
        {namespace.heldBy.length > 0 && (
          <Fact label={words.heldBy}>
            <ul>
              {namespace.heldBy.map((holder, index) => (
                <li key={index}>
                  {words.held[holder.kind]} {holder.pid !== null && words.ofPid(holder.pid)}{' '}
                  {holder.path !== null && <code className="font-mono">{holder.path}</code>}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

function IdMaps({ facts: { namespace, leader } }: { facts: NamespaceFacts }) {
  const words = useAllMessages().inspector.namespace;
  const commands = leader === null ? [] : [proof.idMaps(leader.process.pid)];
  return (
    <>
      <Section title={words.uidMap} commands={commands}>
        <IdMap label={words.uidMap} map={namespace.uidMap} why={namespace.unreadable.uidMap} />
      </Section>
      <Section title={words.gidMap} commands={commands}>
        <IdMap label={words.gidMap} map={namespace.gidMap} why={namespace.unreadable.gidMap} />
      </Section>
    </>
  );
}

function IdMap({
  label,
  map,
  why,
}: {
  label: string;
  map: readonly IdMapRow[] | null;
  why: string | undefined;
}) {
  const messages = useAllMessages().inspector;
  const words = messages.namespace;
  if (map === null) return <p className="text-sm text-warn">{messages.unknown(why ?? null)}</p>;
  if (map.length === 0) return <p className="text-sm text-dim">{words.noMap}</p>;
  return (
    <table aria-label={label} className="w-full text-left text-[0.8125rem]">
      <thead className="text-xs text-dim">
        <tr className="border-b border-line [&>th]:py-1.5 [&>th]:font-normal">
          <th scope="col">{words.inside}</th>
          <th scope="col">{words.outside}</th>
          <th scope="col">{words.length}</th>
        </tr>
      </thead>
      <tbody className="font-mono">
        {map.map(([inside, outside, length]) => (
          <tr key={inside} className="border-b border-line [&>td]:py-1.5">
            <td>{inside}</td>
            <td>{outside}</td>
            <td>{length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
