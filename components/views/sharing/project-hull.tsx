import { memo } from 'react';
import styles from './sharing.module.css';

interface ProjectHullProps {
  project: string;
  path: string;
}

/** The quiet ground on which the containers of one Compose project stand. */
export const ProjectHullShape = memo(function ProjectHullShape(props: ProjectHullProps) {
  const { project, path } = props;
  return (
    <g className={styles.project} data-project={project}>
      <path className={styles.shore} d={path} />
      <path className={styles.land} d={path} />
    </g>
  );
});

interface ProjectNameProps {
  project: string;
  text: string;
  x: number;
  y: number;
  size: number;
}

/** Its name on the edge: above all else, for it may be on the edge of a ring or in the way of a tie. */
export const ProjectName = memo(function ProjectName(props: ProjectNameProps) {
  const { project, text, x, y, size } = props;
  return (
    <text className={styles.projectName} data-project-name={project} x={x} y={y} fontSize={size}>
      {text}
    </text>
  );
});
