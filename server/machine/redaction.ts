import type { Config } from '@lib/config/config';
import type { ContainerReading } from '@lib/docker/reading';
import type { Image } from '@lib/images/image';
import { redactConfig } from '@lib/redact/redact-config';
import { redactContainer } from '@lib/redact/redact-container';
import { redactImage } from '@lib/redact/redact-image';

/**
 * What engines tell, without secrets: all that is shown of containers and of images goes through here.
 * (Arguments of processes are redacted where they are read, before anything else sees them.)
 */
export class Redaction {
  /** What an engine told → what of it is shown: the same as long as that is the same, and no longer kept than that. */
  private readonly shown = new WeakMap<readonly ContainerReading[], readonly ContainerReading[]>();

  /** @param args may command lines be shown at all? */
  constructor(private readonly args: boolean) {}

  containers(told: readonly ContainerReading[]): readonly ContainerReading[] {
    const known = this.shown.get(told);
    if (known !== undefined) return known;
    const shown = told.map((container) => redactContainer(container, this.args));
    this.shown.set(told, shown);
    return shown;
  }

  config(told: Config): Config {
    return redactConfig(told, this.args);
  }

  image<T extends Pick<Image, 'layers' | 'steps' | 'unreadable'>>(told: T): T {
    return redactImage(told, this.args);
  }
}
