import { useState } from 'react';
import { weighNotices } from '@lib/facts/notice';
import type { Host, Notice } from '@lib/model/host';
import { Part } from '../parts/part';
import { useMessages, withAllMessages } from '../store/messages';
import { Fetched } from '../ui/fetched';

/** Most machines have none. */
const SENTENCES = new Part(
  withAllMessages(async () => (await import('./notice-sentences')).NoticeSentences),
);

/** What has to be known before the picture is trusted: said at once. */
export function Limits({ host }: { host: Host }) {
  const { limits } = weighNotices(host);
  if (limits.length === 0) return null;
  return <Sentences notices={limits} mark="border-warn" />;
}

/** What explains the environment, for those who ask. */
export function Asides({ host }: { host: Host }) {
  const words = useMessages().summary;
  const [open, setOpen] = useState(false);
  const { asides } = weighNotices(host);
  if (asides.length === 0) return null;
  return (
    <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer rounded text-xs font-semibold tracking-wider text-dim uppercase hover:text-text">
        {host.reader === 'recording'
          ? words.recordedAsides(asides.length)
          : words.asides(asides.length)}
      </summary>
      <div className="mt-1.5">
        {open && <Sentences notices={asides} mark="border-line-strong" />}
      </div>
    </details>
  );
}

function Sentences(props: { notices: readonly Notice[]; mark: string }) {
  return <Fetched part={SENTENCES}>{(NoticeSentences) => <NoticeSentences {...props} />}</Fetched>;
}
