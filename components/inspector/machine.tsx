import type { Engine, Notice } from '@lib/model/host';
import { noticeText } from '@lib/facts/notice';
import { useLanguage, useMessages } from '../store/messages';
import { Fact, Section } from './section';
import { Attempts } from '../ui/attempts';

/** The engines that were found, and how each is doing. */
export function Engines({ engines }: { engines: { engine: Engine; proofs: string[] }[] }) {
  const messages = useMessages().inspector;
  return (
    <Section title={messages.host.engines} commands={engines.flatMap((each) => each.proofs)}>
      {engines.length === 0 && <p className="text-sm text-dim">{messages.host.noEngine}</p>}
      <dl className="text-[0.8125rem]">
        {engines.map(({ engine }) => (
          <Fact key={engine.id} label={[engine.kind, engine.version].filter(Boolean).join(' ')}>
            <span className={engine.state === 'connected' ? 'text-good' : 'text-warn'}>
              {messages.engineStates[engine.state]}
            </span>{' '}
            <code className="font-mono text-xs text-dim [overflow-wrap:anywhere]">
              {engine.endpoint}
            </code>
            <Attempts of={engine.tried} />
          </Fact>
        ))}
      </dl>
    </Section>
  );
}

/** What a person should know about this environment. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  const messages = useMessages();
  const language = useLanguage();
  if (notices.length === 0) return null;
  return (
    <Section title={messages.inspector.host.notices}>
      <ul className="flex flex-col gap-2 text-sm leading-relaxed [overflow-wrap:anywhere]">
        {notices.map((notice, index) => (
          <li key={index} className="border-l-2 border-warn pl-2.5">
            {noticeText(notice, language)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
