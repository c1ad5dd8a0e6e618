import { noticeText, weighNotices } from '@lib/facts/notice';
import type { Host, Notice } from '@lib/model/host';
import { useMessages } from '../store/messages';

/** What has to be known before the picture is trusted: said at once. */
export function Limits({ host }: { host: Host }) {
  const { limits } = weighNotices(host);
  if (limits.length === 0) return null;
  return <Sentences notices={limits} mark="border-warn" />;
}

/** What explains the environment, for those who ask. */
export function Asides({ host }: { host: Host }) {
  const words = useMessages().summary;
  const { asides } = weighNotices(host);
  if (asides.length === 0) return null;
  return (
    <details className="group">
      <summary className="cursor-pointer rounded text-xs font-semibold tracking-wider text-dim uppercase hover:text-text">
        {host.reader === 'recording'
          ? words.recordedAsides(asides.length)
          : words.asides(asides.length)}
      </summary>
      <div className="mt-1.5">
        <Sentences notices={asides} mark="border-line-strong" />
      </div>
    </details>
  );
}

function Sentences({ notices, mark }: { notices: readonly Notice[]; mark: string }) {
  const messages = useMessages();
  return (
    <ul className="flex flex-col gap-2 text-sm leading-relaxed [overflow-wrap:anywhere]">
      {notices.map((notice, index) => (
        <li key={index} data-notice={notice.code} className={`border-l-2 ${mark} pl-2.5`}>
          {noticeText(notice, messages)
            .split('`')
            .map((part, at) =>
              at % 2 === 0 ? (
                part
              ) : (
                <code key={at} className="font-mono text-xs whitespace-nowrap">
                  {part}
                </code>
              ),
            )}
        </li>
      ))}
    </ul>
  );
}
