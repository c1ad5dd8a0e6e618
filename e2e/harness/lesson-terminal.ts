import { expect, type Page } from '@playwright/test';
import type { Dockerd } from './dockerd';
import type { Learner } from './lesson';
import { shownProcesses } from './pages';
import { Terminal } from './terminal';
import { rowsOf } from './witness';

const PS = /^docker exec (\S+) ps aux$/;

/** A learner with a terminal beside the page, who compares what `ps` prints in a container with what the page shows. */
export class LearnerAtTerminal implements Learner {
  /** How many lists of processes were compared. */
  compared = 0;

  private constructor(
    private readonly page: Page,
    private readonly terminal: Terminal,
  ) {}

  /** Sits down at a terminal. The caller ends it. */
  static async at(page: Page, dockerd: Dockerd): Promise<LearnerAtTerminal> {
    return new LearnerAtTerminal(page, await Terminal.open(dockerd));
  }

  readonly type = async (line: string): Promise<void> => {
    const { lines } = await this.terminal.type(line);
    const [, container = ''] = PS.exec(line) ?? [];
    if (container === '' || !(await this.#lists(container))) return;
    // Where there is little room the page leaves out whose each is.
    const shown = async () =>
      (await shownProcesses(this.page, container))
        .map(({ pid, command }) => ({ pid, command }))
        .filter(({ command }) => command !== 'ps aux');
    const printed = rowsOf(lines).map(({ pid, command }) => ({ pid, command }));
    await expect.poll(shown, `what was printed by ${line}`).toEqual(printed);
    this.compared += 1;
  };

  leave(): Promise<void> {
    return this.terminal.close();
  }

  async #lists(container: string): Promise<boolean> {
    return (await this.page.locator(`[data-vantage="${container}"]`).count()) > 0;
  }
}
