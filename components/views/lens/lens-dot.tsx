import { memo } from 'react';
import type { DotLook } from '@lib/layout/lens/dot-look';
import { shortened } from '@lib/layout/node-text';
import type { Process } from '@lib/model/process';
import { commandOf } from '@lib/select/command';
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

/** Sizes of what is written below a dot. */
const COMMAND = 11;

/** A process, numbered as it sees itself: in every lens by the same number, so that it can be followed. */
export const LensDot = memo(function LensDot(props: LensDotProps) {
  const { process, x, y, look, colour, messages } = props;
  const shownPid = process.nsPids?.at(-1) ?? process.pid;
  const command = commandOf(process);
  const sentence = messages.dot(shownPid, command, process.pid, props.container);
  const number = String(shownPid);
  return (
    <g
      role="option"
      tabIndex={-1}
      aria-selected={props.selected}
      data-key={`process ${process.pid}`}
      data-process={process.pid}
      data-shown-pid={shownPid}
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
        {look.says !== 'nothing' && (
          <text
            className={styles.number}
            fontSize={Math.min(look.radius * 0.78, (look.radius * 2.6) / number.length)}
          >
            {number}
          </text>
        )}
        {look.says === 'full' && (
          <>
            <text className={styles.command} fontSize={COMMAND} y={look.radius + 16}>
              {shortened(command, look.cell.width - 14, COMMAND * 1.06)}
            </text>
            <text className={styles.hostPid} fontSize={COMMAND - 1} y={look.radius + 31}>
              {messages.onHost(process.pid)}
            </text>
          </>
        )}
      </g>
    </g>
  );
});
