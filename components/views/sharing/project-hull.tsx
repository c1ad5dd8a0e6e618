import { memo } from 'react';
import { PROJECT_NAME_SIZE } from '@lib/layout/hull-islands';
import styles from './sharing.module.css';

interface ProjectHullProps {
  project: string;
  path: string;
  text: string;
  x: number;
  y: number;
}

/** The quiet ground on which the containers of one Compose project stand, with its name on the edge. */
export const ProjectHullShape = memo(function ProjectHullShape(props: ProjectHullProps) {
  const { project, path, text, x, y } = props;
  return (
    <g className={styles.project} data-project={project}>
      <path className={styles.shore} d={path} />
      <path className={styles.land} d={path} />
      <text x={x} y={y} fontSize={PROJECT_NAME_SIZE}>
        {text}
      </text>
    </g>
  );
});
