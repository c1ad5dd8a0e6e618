import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { LabNews } from '@lib/lab/word';
import { useAllMessages } from '../store/messages';
import styles from './lab.module.css';

/** What the lab did before a command: in one line, for what the command printed comes first; all of it on asking. */
export function News({ news }: { news: readonly LabNews[] }) {
  const { lab, labPage } = useAllMessages();
  const [isOpen, setOpen] = useState(false);
  if (news.length === 0) return null;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className={styles.newsLine}>
      <div className={styles.newsText} data-open={isOpen ? '' : undefined}>
        {news.map((each, index) => (
          <p key={index} data-news={each.code} className={styles.news}>
            # {lab.news(each)}
          </p>
        ))}
      </div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={labPage.allNews}
        title={labPage.allNews}
        className={styles.more}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon aria-hidden />
      </button>
    </div>
  );
}
