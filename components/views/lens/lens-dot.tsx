import { memo } from 'react';
import type { DotLook } from '@lib/layout/lens/dot-look';
import { dotText, shownPid } from '@lib/layout/lens/dot-text';
import type { Process } from '@lib/model/process';
import { commandOf } from '@lib/model/command';
import type { Messages } from '@lib/i18n/messages';
import styles from './lens.module.css';

interface LensDotProps {
  process: Process;
  x: number;
  y: number;
  look: DotLook;
  /** The tint of its container; null for a process of none. */
  colour: string | null;
  /** The name of its container. */
  container: string | null;
  lit: boolean;
  selected: boolean;
  messages: Messages['lens'];
}

/** A process, numbered as it sees itself: in every lens by the same number, so that it can be followed. */
export const LensDot = memo(function LensDot(props: LensDotProps) {
  const { process, x, y, look, colour, messages } = props;
  const pid = shownPid(process);
  const sentence = messages.dot(pid, commandOf(process), process.pid, props.container);
  const { number, below } = dotText(process, look);
  return (
    <g
      role="option"
      tabIndex={-1}
      aria-selected={props.selected}
      data-key={`process ${process.pid}`}
      data-process={process.pid}
      data-shown-pid={pid}
      data-lit={props.lit}
      className={styles.dot}
      transform={`translate(${x},${y})`}
    >
      <title>{sentence}</title>
      <circle
        r={look.radius}
        className={colour === null ? styles.outsider : undefined}
        style={colour === null ? undefined : { fill: colour }}
      />
      <g aria-hidden>
        {number !== null && (
          <text className={styles.number} fontSize={number.size}>
            {number.text}
          </text>
        )}
        {below !== null && (
          <>
            <text className={styles.command} fontSize={below.command.size} y={below.command.y}>
              {below.command.text}
            </text>
            <text className={styles.hostPid} fontSize={below.host.size} y={below.host.y}>
              {messages.onHost(process.pid)}
            </text>
          </>
        )}
      </g>
    </g>
  );
});
