import { sandboxFacts, type SandboxFacts } from '@lib/facts/sandbox';
import { commandOf } from '@lib/model/command';
import { containerKey, type ContainerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import type { Sandbox } from '@lib/sandboxes/sandbox';
import { useAllMessages } from '../store/messages';
import { ContainerLink, Parts, ProcessLink } from './links';
import { NamespaceTable } from './namespace-table';
import { ProcessTable } from './process-table';
import { SandboxLink } from './sandbox-link';
import { Fact, Section } from './section';
import { Title } from './title';

interface SandboxInspectorProps {
  snapshot: Snapshot;
  sandbox: Sandbox;
  colours: ReadonlyMap<ContainerKey, string>;
}

/** A sandbox: where its name is from, what it is in and with whom, and who is in it. */
export function SandboxInspector({ snapshot, sandbox, colours }: SandboxInspectorProps) {
  const { inspector, sandboxes: words } = useAllMessages();
  const facts = sandboxFacts(snapshot, sandbox);
  const { name, named, top, processes } = sandbox;
  const { within, parent } = facts;
  const heading = inspector.namespace.processes(processes.length);
  const spaces = facts.spaces.filter(({ said }) => said !== 'absent');
  return (
    <>
      <Title name={name}>
        <p>{words.detail(named, top.pid, processes.length)}</p>
        <p>{words.what}</p>
      </Title>
      <dl className="text-[0.8125rem]">
        <Fact label={words.namedByTitle} command={facts.nameProof}>
          {words.namedBy[named]}
        </Fact>
        <Fact label={words.startedBy}>
          {parent === null ? (
            <span className="text-dim">{words.nobody}</span>
          ) : (
            <>
              PID <ProcessLink pid={parent.pid} />
              <span className="line-clamp-2 font-mono" title={commandOf(parent)}>
                {commandOf(parent)}
              </span>
            </>
          )}
        </Fact>
        {within !== null && (
          <Fact label={words.within}>
            <SandboxLink sandbox={within} />
          </Fact>
        )}
      </dl>
      <Section title={inspector.container.heading}>
        <NamespaceTable
          label={inspector.container.heading}
          rows={spaces.map((space) => ({
            type: space.type,
            id: space.id,
            remark: <Remark space={space} />,
            command: space.proof,
            short: null,
          }))}
        />
      </Section>
      <Section title={heading}>
        <ProcessTable
          label={heading}
          snapshot={snapshot}
          processes={facts.processes}
          colours={colours}
          insideHeading={inspector.columns.pidHere}
          own={null}
        />
      </Section>
    </>
  );
}

/** How it is said what it is in, and with whom. */
function Remark({ space }: { space: SandboxFacts['spaces'][number] }) {
  const { inspector, model, sandboxes: words } = useAllMessages();
  const { said, containers, sandboxes, why } = space;
  if (said === 'unknown') return <span className="text-warn">{inspector.unknown(why)}</span>;
  if (said !== 'shared') {
    return <span className={said === 'own' ? '' : 'text-dim'}>{model.sharing[said]}</span>;
  }
  const others = [
    ...containers.map((each) => <ContainerLink key={containerKey(each)} container={each} />),
    ...sandboxes.map((each) => <SandboxLink key={each.key} sandbox={each} />),
  ];
  return <Parts parts={words.sharedWith(others)} />;
}
