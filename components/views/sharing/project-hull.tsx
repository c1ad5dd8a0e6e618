import { memo } from 'react';
import styles from './sharing.module.css';

interface ProjectHullProps {
  project: string;
  path: string;
  text: string;
  x: number;
  y: number;
  /** How large the name is; null: it is not drawn. */
  size: number | null;
}

/** The quiet ground on which the containers of one Compose project stand, with its name on the edge. */
export const ProjectHullShape = memo(function ProjectHullShape(props: ProjectHullProps) {
  const { project, path, text, x, y, size } = props;
  return (
    <g className={styles.project} data-project={project}>
      <path className={styles.shore} d={path} />
      <path className={styles.land} d={path} />
      {size !== null && (
        <text x={x} y={y} fontSize={size}>
          {text}
        </text>
      )}
    </g>
  );
});
