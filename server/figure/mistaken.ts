import type { FigureMistake } from '@lib/i18n/figure-mistake';
import type { Path } from '@lib/lessons/file/source';

/** A figure cannot be drawn as its entry has it. */
export class Mistaken extends Error {
  /** @param path of what is wrong, within the entry */
  constructor(
    readonly path: Path,
    readonly mistake: FigureMistake,
  ) {
    super(mistake.code);
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
