import { ENGINE_NAMES } from '@lib/model/engine-name';
import type { Engine } from '@lib/model/host';
import { useMessages } from '../store/messages';
import { Fact, Section } from './section';
import { Attempts } from '../ui/attempts';

/** The engines that were found, and how each is doing. */
export function Engines({ engines }: { engines: { engine: Engine; proofs: string[] }[] }) {
  const messages = useMessages().summary;
  return (
    <Section title={messages.engines} commands={engines.flatMap((each) => each.proofs)}>
      {engines.length === 0 && <p className="text-sm text-dim">{messages.noEngine}</p>}
      <dl className="text-[0.8125rem]">
        {engines.map(({ engine }) => (
          <Fact
            key={engine.id}
            label={[ENGINE_NAMES[engine.kind], engine.version].filter(Boolean).join(' ')}
          >
            <span className={engine.state === 'connected' ? 'text-good' : 'text-warn'}>
              {messages.engineStates[engine.state]}
            </span>
            <code className="block font-mono text-xs text-dim [overflow-wrap:anywhere]">
              {engine.endpoint}
            </code>
            <Attempts of={engine.tried} />
          </Fact>
        ))}
      </dl>
    </Section>
  );
}
