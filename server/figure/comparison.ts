import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { differencesPage, type Difference } from '@lib/figures-file/differences';
import type { Language } from '@lib/model/language';
import type { Picture } from './pictures';
import { writeWhole } from './write-whole';

/** Compares pictures with those that were drawn once, and puts beside these what they would be now. */
export class Comparison {
  private readonly differences: Difference[] = [];

  constructor(readonly folder: string) {}

  async add({ name, svg }: Picture): Promise<void> {
    const [before, changed] = [`${name}.svg`, `${name}.changed.svg`];
    const known = await readFile(join(this.folder, before), 'utf8').catch(() => null);
    if (known === svg) {
      await rm(join(this.folder, changed), { force: true });
      return;
    }
    await writeWhole(join(this.folder, changed), svg);
    this.differences.push({ name, before: known === null ? null : before, after: changed });
  }

  /** What differs, and the page that shows it; null: nothing does. */
  async end(
    said: { title: string; before: string; after: string },
    language: Language,
  ): Promise<{ differences: readonly Difference[]; page: string | null }> {
    const { differences } = this;
    const page = join(this.folder, 'figures.changed.html');
    if (differences.length === 0) {
      await rm(page, { force: true });
      return { differences, page: null };
    }
    await writeWhole(page, differencesPage(differences, said, language));
    return { differences, page };
  }
}
