import { hostFacts } from '@lib/facts/host';
import type { Snapshot } from '@lib/model/snapshot';
import { FindingsButton } from '../findings/findings-button';
import { Part } from '../parts/part';
import { useAllMessages, withAllMessages } from '../store/messages';
import { Fetched } from '../ui/fetched';
import { ImagesButton } from './images-button';
import { Engines } from './machine';
import { NamespaceTable } from './namespace-table';
import { Asides, Limits } from './notices';
import { SandboxesSection } from './sandboxes-section';
import { Fact, Section } from './section';
import { Title } from './title';

/** A recording is read by nobody any more. */
const READER = new Part(
  withAllMessages(async () => (await import('../reader/reader-fact')).ReaderFact),
);

/** The machine itself. */
export function HostInspector({ snapshot }: { snapshot: Snapshot }) {
  const messages = useAllMessages();
  const words = messages.inspector.host;
  const { host, proofs, ...facts } = hostFacts(snapshot);
  const { reader } = host;
  return (
    <>
      <Title name={messages.model.host}>
        <p>{messages.model.processCount(facts.processes)}</p>
      </Title>
      <Limits host={host} />
      <dl className="text-[0.8125rem]">
        <Fact label={words.hostname} command={proofs.hostname}>
          <span className="font-mono">{host.hostname}</span>
        </Fact>
        <Fact label={words.kernel} command={proofs.kernel}>
          <span className="font-mono">Linux {host.kernel}</span>
        </Fact>
        <Fact label={words.cgroups} command={proofs.cgroups}>
          <span className="font-mono">{host.cgroups ?? messages.inspector.unknown(null)}</span>
          {facts.cgroupDefault !== null && (
            <span className="block text-xs text-dim">
              {words.cgroupDefault[facts.cgroupDefault]}
            </span>
          )}
        </Fact>
        <Fact label={words.readBy}>
          {reader === 'recording' ? (
            words.recording
          ) : (
            <Fetched part={READER}>{(ReaderFact) => <ReaderFact readBy={reader} />}</Fetched>
          )}
        </Fact>
      </dl>
      <Section title={words.namespaces}>
        <p className="text-sm text-dim">
          {words.readFrom(words.namespacesFrom[host.namespacesFrom])}
        </p>
        <NamespaceTable
          label={words.namespaces}
          rows={facts.namespaces.map(({ type, id, said, proof }) => ({
            type,
            id,
            remark: (
              <span className={said === 'unknown' ? 'text-warn' : 'text-dim'}>
                {said === 'host' && messages.model.typeNames[type]}
                {said === 'unknown' && messages.inspector.unknown(null)}
                {said === 'absent' && messages.sharing.legend.absent}
              </span>
            ),
            command: proof,
            short: null,
          }))}
        />
      </Section>
      <Section title={messages.findings.title} commands={['nsview findings']}>
        <div className="text-sm">
          <FindingsButton />
        </div>
      </Section>
      <Engines engines={facts.engines} />
      <SandboxesSection snapshot={snapshot} />
      <div className="mt-1 text-sm">
        <ImagesButton />
      </div>
      <Asides host={host} />
    </>
  );
}
