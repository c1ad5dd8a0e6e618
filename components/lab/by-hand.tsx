import type { LabReason } from '@lib/lab/word';
import { useAllMessages } from '../store/messages';
import styles from './lab.module.css';

/** A command that the lab does not run, and why. */
export function ByHand({ because }: { because: LabReason }) {
  const { lab, labPage } = useAllMessages();
  return (
    <p data-by-hand className={styles.byHand}>
      {labPage.byHand}: {lab.reason(because)}
    </p>
  );
}
