import { noticeText } from '@lib/facts/notice-text';
import type { Notice } from '@lib/model/host';
import { useAllMessages } from '../store/messages';

/** Notices in the reader's language, with what is to be typed set apart. */
export function NoticeSentences({ notices, mark }: { notices: readonly Notice[]; mark: string }) {
  const messages = useAllMessages();
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
