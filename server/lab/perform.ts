import type { LabReason } from '@lib/lab/word';
import { redactShellLine } from '@lib/redact/redact-args';
import type { Call, Doing } from './call';
import type { DockerCommand } from './docker';
import { Refusal } from './refusal';
import { runProgram } from './running';

/** Seconds that a command may take, and one that fetches or builds something. */
export const DEADLINE = { short: 60, long: 600 } as const;

/** Characters that a command may print: whoever prints on and on is not read to the end. */
const MOST = 256 * 1024;

/** How it ended: `exit` null and why, where it did not end by itself or was not begun. */
interface Ended {
  exit: number | null;
  because: LabReason | null;
}

/**
 * Does a call to its end. What comes of it is told; nothing is thrown.
 * @param docker finds the docker command. @param end ends it, with a Refusal for a reason
 */
export async function perform(
  call: Call,
  doing: Pick<Doing, 'images' | 'lesson' | 'step' | 'line' | 'tell'>,
  docker: () => Promise<DockerCommand>,
  end: AbortController,
): Promise<Ended> {
  const { signal } = end;
  const { tell } = doing;
  let told = 0;
  const run: Doing['run'] = (program, names = new Map(), isTold = () => true) =>
    inTime(call.long === true ? DEADLINE.long : DEADLINE.short, end, () =>
      runProgram(
        program,
        (stream, line) => {
          if (!isTold(line) || told > MOST) return;
          told += line.length;
          const named = [...names].reduce((text, [id, name]) => text.replaceAll(id, name), line);
          const text = call.rule === 'reads' ? redactShellLine(named) : named;
          tell({ kind: 'out', stream, text });
          if (told > MOST) tell({ kind: 'says', news: { code: 'cut' } });
        },
        signal,
      ),
    );
  try {
    // An image may have to be had first, which takes its time.
    const exit = await inTime(DEADLINE.long, end, async () =>
      call.does({ ...doing, docker: await docker(), signal, run }),
    );
    signal.throwIfAborted();
    return { exit, because: null };
  } catch (error) {
    return { exit: null, because: reasonOf(error) };
  }
}

async function inTime<T>(
  seconds: number,
  end: AbortController,
  task: () => Promise<T>,
): Promise<T> {
  const late = setTimeout(() => {
    end.abort(new Refusal({ code: 'deadline', seconds: String(seconds) }));
  }, seconds * 1000);
  try {
    return await task();
  } finally {
    clearTimeout(late);
  }
}

/** What is told of an error, whatever it is. */
export function reasonOf(error: unknown): LabReason {
  if (error instanceof Refusal) return error.because;
  return { code: 'failed', why: error instanceof Error ? error.message : String(error) };
}
