import { useAllMessages } from '@components/store/messages';
import styles from './sharing.module.css';

/** What a square is, where there is one in the picture. */
export function SandboxLegend() {
  const { sandboxes } = useAllMessages();
  return (
    <li className="flex items-center gap-2 whitespace-nowrap">
      <svg viewBox="0 0 14 14" className="size-[1rem]" aria-hidden>
        <path
          d="M1.5,1.5h11v11h-11zM4,4v6h6v-6z"
          fillRule="evenodd"
          className={`${styles.arc} ${styles.own}`}
          data-hue="pid"
        />
      </svg>
      {sandboxes.legend}
    </li>
  );
}
