import { isStopped } from '@lib/model/is-stopped';
import { Maximize2 } from 'lucide-react';
import { containerFacts, type ContainerFacts, type NamespaceFact } from '@lib/facts/container';
import { endings } from '@lib/facts/endings';
import { stateNoted } from '@lib/i18n/state-said';
import { whatFollows } from '@lib/facts/what-follows';
import { elapsed } from '@lib/i18n/elapsed';
import type { Container } from '@lib/model/container';
import { type ContainerKey, containerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { nameTold, refOf, shortContainerId } from '@lib/model/container-ref';
import { HOST } from '@lib/model/host-word';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { CompareChoice } from './compare-choice';
import { FindingsSection } from './findings-section';
import { ImageSection } from './image-section';
import { PodSection } from './pod-section';
import { InShort } from './in-short';
import { ContainerLink, Parts, TypeDot } from './links';
import { NamespaceTable } from './namespace-table';
import { ReachAround } from './reach-around';
import { ProcessTable } from './process-table';
import { Section } from './section';
import { Title } from './title';
import { useNow } from './use-now';

interface ContainerInspectorProps {
  snapshot: Snapshot;
  container: Container;
  colours: ReadonlyMap<ContainerKey, string>;
}

/** A container: its namespaces, what it joins, and what it can see. */
export function ContainerInspector({ snapshot, container, colours }: ContainerInspectorProps) {
  const all = useAllMessages();
  const messages = all.inspector;
  const facts = containerFacts(snapshot, container);
  const follows = facts.namespaces.flatMap(({ type, sharers }) => {
    // Nothing runs in a pause container that would do any of it.
    const others = sharers.filter(({ role }) => role !== 'pause');
    const names = [container, ...others].map((each) => nameTold(snapshot, each));
    const text = whatFollows(type, names, all);
    const ends = type === 'pid' ? endings(container, snapshot, all) : [];
    return [...(text === null ? [] : [text]), ...ends].map((each) => ({ type, text: each }));
  });
  const links = (containers: Container[]) =>
    containers.map((each) => <ContainerLink key={containerKey(each)} container={each} />);
  const uncertain = facts.namespaces.filter((fact) => fact.mayShareWith.length > 0);
  return (
    <>
      <div>
        <ContainerTitle facts={facts} />
        <div className="mt-2 flex flex-wrap gap-2">
          <OpenFull />
          <CompareChoice snapshot={snapshot} container={container} />
        </div>
      </div>
      <Section
        title={messages.container.heading}
        commands={facts.proofs.leader === null ? [] : [facts.proofs.leader]}
      >
        {isStopped(container) ? (
          <p className="text-sm text-dim">{messages.container.noProcess}</p>
        ) : (
          <NamespaceTable
            label={messages.container.heading}
            rows={facts.namespaces.map((fact) => ({
              type: fact.type,
              id: fact.id,
              remark: (
                <>
                  <SharingWords fact={fact} />
                  {fact.broken !== null && (
                    <span className="block text-warn" data-broken-join={fact.type}>
                      <Parts
                        parts={messages.container.broken(
                          <ContainerLink key="donor" container={fact.broken.donor} />,
                          fact.broken.restarted,
                        )}
                      />
                    </span>
                  )}
                </>
              ),
              command: fact.proof,
              short: fact.id === null ? null : <InShort snapshot={snapshot} id={fact.id} />,
            }))}
          />
        )}
        {follows.length > 0 && (
          <ul
            aria-label={all.comparison.follow}
            className="flex flex-col gap-1.5 text-sm leading-relaxed"
          >
            {follows.map(({ type, text }) => (
              <li key={text} className="flex gap-2">
                <span className="mt-[0.4em] shrink-0">
                  <TypeDot type={type} />
                </span>
                {text}
              </li>
            ))}
          </ul>
        )}
        {uncertain.map((fact) => (
          <p key={fact.type} className="text-sm text-warn">
            <Parts parts={messages.container.mayShare(fact.type, links(fact.mayShareWith))} />
          </p>
        ))}
      </Section>
      <PodSection snapshot={snapshot} container={container} />
      {!isStopped(container) && <FindingsSection snapshot={snapshot} container={container} />}
      <Configuration facts={facts} />
      {container.pid > 0 && <ImageSection snapshot={snapshot} container={container} />}
      {container.pid > 0 && <ReachAround snapshot={snapshot} container={container} />}
      {container.pid > 0 && <Seen snapshot={snapshot} facts={facts} colours={colours} />}
    </>
  );
}

/** Leads to all about it, in place of the view. */
function OpenFull() {
  const { inFull } = useAllMessages();
  const show = useNsview((store) => store.show);
  return (
    <button
      type="button"
      data-opens="full"
      title={inFull.openWhy}
      className="flex cursor-pointer items-center gap-1.5 rounded-md border border-line px-2 py-1 text-sm hover:bg-raised"
      onClick={() => show({ open: true })}
    >
      <Maximize2 aria-hidden className="size-3.5 shrink-0" />
      {inFull.open}
    </button>
  );
}

function ContainerTitle({ facts }: { facts: ContainerFacts }) {
  const { container, named, command, stale, engine, engineWithin } = facts;
  const messages = useAllMessages();
  const now = useNow();
  const since = container.startedAt === null ? null : elapsed(container.startedAt, now);
  const up = !isStopped(container) && since !== null ? messages.inspector.elapsed(since) : null;
  const state = stateNoted(container, messages);
  return (
    <Title name={named}>
      <p className="font-mono text-[0.8125rem]">
        {[container.image, command, state, up].filter((part) => part).join(' · ')}
      </p>
      <p className="font-mono text-xs" title={container.id}>
        {[shortContainerId(container.id), engine].filter((part) => part !== null).join(' · ')}
      </p>
      {engineWithin !== null && <p>{messages.inspector.engineWithin(engineWithin)}</p>}
      {stale && <p className="mt-1 text-warn">{messages.inspector.stale}</p>}
    </Title>
  );
}

function SharingWords({ fact }: { fact: NamespaceFact }) {
  const messages = useAllMessages();
  const { container, unknown } = messages.inspector;
  switch (fact.sharing) {
    case 'shared':
      return (
        <span style={{ color: `var(--type-${fact.type}-text)` }}>
          <Parts
            parts={container.shared(
              fact.sharers.map((each) => (
                <ContainerLink key={containerKey(each)} container={each} />
              )),
            )}
          />
        </span>
      );
    case 'unknown':
      return <span className="text-warn">{unknown(fact.reason)}</span>;
    case 'host':
    case 'engine':
    case 'none':
    case 'absent':
      return <span className="text-dim">{messages.model.sharing[fact.sharing]}</span>;
    case 'own':
      return <span>{messages.model.sharing.own}</span>;
  }
}

function Configuration({ facts }: { facts: ContainerFacts }) {
  const messages = useAllMessages().inspector.container;
  const unread = Object.entries(facts.container.unreadable).filter(
    ([field]) => !field.startsWith('namespaces'),
  );
  const { joins, published, inspect } = facts.proofs;
  const publishes = (facts.published?.length ?? 0) > 0;
  const commands = [joins, ...(publishes ? [published] : []), inspect];
  return (
    <Section title={messages.configuration} commands={commands}>
      <ul className="flex flex-col gap-1 text-sm">
        {facts.joins.map((join) => (
          <li key={join.type}>
            {messages.configuredAs}{' '}
            <code className="font-mono text-[0.8125rem] [overflow-wrap:anywhere]">
              {join.option}
            </code>
            {join.target !== null && (
              <>
                {' → '}
                <ContainerLink container={join.target} />
              </>
            )}
            {join.gone && <span className="text-warn"> ({messages.joinGone})</span>}
          </li>
        ))}
        {facts.joins.length === 0 && <li className="text-dim">{messages.joinsNothing}</li>}
        {facts.published?.map(({ protocol, port, hostPort, addresses, proxies }) => (
          <li
            key={`${protocol} ${port} ${hostPort} ${String(addresses)}`}
            data-published={hostPort}
          >
            {messages.publishes(`${port}/${protocol}`, hostPort, addresses)}
            {proxies.length > 0 && <span className="text-dim"> · {messages.proxy(proxies)}</span>}
          </li>
        ))}
        {unread.map(([field, why]) => (
          <li key={field} className="text-warn">
            {messages.unread(field, why)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Seen({
  snapshot,
  facts,
  colours,
}: {
  snapshot: Snapshot;
  facts: ContainerFacts;
  colours: ReadonlyMap<ContainerKey, string>;
}) {
  const messages = useAllMessages().inspector;
  const show = useNsview((store) => store.show);
  const { container, named, seen, proofs } = facts;
  const title = messages.container.processes(named).join('');
  const openProcesses = () =>
    show({ view: 'processes', vantages: [HOST, refOf(snapshot, container)] });
  return (
    <Section
      title={
        <Parts
          parts={messages.container.processes(
            <span key="name" className="normal-case">
              {named}
            </span>,
          )}
        />
      }
      fact={title}
      commands={[proofs.seen]}
    >
      {seen === null ? (
        <p className="text-sm text-warn">{messages.container.blind}</p>
      ) : (
        <ProcessTable
          label={title}
          snapshot={snapshot}
          processes={seen}
          colours={colours}
          insideHeading={messages.columns.pidInside(named)}
          own={containerKey(container)}
          elsewhere={
            <>
              {': '}
              <button
                type="button"
                className="cursor-pointer rounded text-text underline underline-offset-3"
                onClick={openProcesses}
              >
                {messages.openProcesses}
              </button>
            </>
          }
        />
      )}
    </Section>
  );
}
