import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import styles from './sharing.module.css';

/** The hatched fills of what is the host's, one for each type: `url(#hatching-pid)`. */
export function Hatching() {
  return (
    <defs>
      {NAMESPACE_TYPES.map((type) => (
        <pattern
          key={type}
          id={`hatching-${type}`}
          data-hue={type}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className={styles.hatchGround} width="5" height="5" />
          <line className={styles.hatchLine} x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      ))}
    </defs>
  );
}
