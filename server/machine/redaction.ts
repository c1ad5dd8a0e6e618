import type { ContainerReading } from '@lib/docker/reading';
import { redactContainer } from '@lib/redact/redact-container';

/**
 * What engines tell, without secrets: all that is shown of containers goes through here. (Arguments
 * of processes are redacted where they are read, before anything else sees them.)
 */
export class Redaction {
  /** Engine id → what it told last, and what of it is shown: the same as long as that is the same. */
  private readonly last = new Map<
    string,
    { told: readonly ContainerReading[]; shown: readonly ContainerReading[] }
  >();

  /** @param args may command lines be shown at all? */
  constructor(private readonly args: boolean) {}

  shown(engine: string, told: readonly ContainerReading[]): readonly ContainerReading[] {
    const last = this.last.get(engine);
    if (last?.told === told) return last.shown;
    const shown = told.map((container) => redactContainer(container, this.args));
    this.last.set(engine, { told, shown });
    return shown;
  }
}
