import { podFacts } from '@lib/facts/pod';
import type { Container } from '@lib/model/container';
import { containerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { useAllMessages } from '../store/messages';
import { ContainerLink, Parts } from './links';
import { Section } from './section';

/** The pod that a container is in: who else is, who holds what they share, what it asks for. Nothing where it is in none. */
export function PodSection({ snapshot, container }: { snapshot: Snapshot; container: Container }) {
  const { pod: words } = useAllMessages().inspector;
  const facts = podFacts(snapshot, container);
  if (facts === null) return null;
  const { pod, others, pause, processes, sees, unknown, host } = facts;
  const link = (each: Container) => <ContainerLink key={containerKey(each)} container={each} />;
  return (
    <Section title={words.heading(pod)}>
      <div data-pod={pod} className="flex flex-col gap-1.5 text-sm leading-relaxed">
        {container.role === 'pause' && <p>{words.isPause}</p>}
        <p>
          <Parts parts={others.length === 0 ? [words.alone] : words.others(others.map(link))} />
        </p>
        {pause !== null && (
          <p>
            <Parts parts={words.pause(link(pause))} />
          </p>
        )}
        {processes !== null && <p className="text-warn">{words.processes(processes)}</p>}
        {sees.length > 0 && (
          <p className="text-warn">
            <Parts parts={words.sees(sees.map(link))} />
          </p>
        )}
        {unknown && <p className="text-warn">{words.unknown}</p>}
        {host.map((field) => (
          <p key={field} className="text-warn">
            {words.host(field)}
          </p>
        ))}
      </div>
    </Section>
  );
}
