import { setTimeout as delay } from 'node:timers/promises';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { enginesForLab } from '@lib/lab/engines';
import type { ServeConfig } from '../config/serve';
import type { Show } from '../hub/show';
import { Lab } from '../lab/lab';
import { UsageError } from '../usage-error';

/** How often an engine is looked for, and milliseconds from one time to the next. */
const [MOST_TRIES, PAUSE] = [10, 200];

/** The lab over what is shown. @throws UsageError where there is nothing that it could change */
export function labOver(
  { hub, recording }: Show,
  { args, environment, messages }: ServeConfig,
): Lab {
  if (recording !== null) throw new UsageError(messages.cli.labOfRecording);
  const engines = async () => {
    for (let tries = 1; ; tries += 1) {
      const known = enginesForLab((await hub.fresh()).engines);
      const connected = known.filter(({ state }) => state === 'connected');
      // As long as nobody answers, one may be about to; why not, the docker command says in its own words.
      if (connected.length > 0) return connected.map(({ endpoint }) => endpoint);
      if (tries === MOST_TRIES) return known.map(({ endpoint }) => endpoint);
      await delay(PAUSE);
    }
  };
  return new Lab({ engines, environment, args });
}

/** What is said at the start: whether the lab can be used, and whether lessons have left something. */
export async function labLines(lab: Lab, { cli, lab: words }: CommandMessages): Promise<string[]> {
  const { because, left } = await lab.state();
  const first = because === null ? cli.labReady : cli.labUnavailable(words.reason(because));
  const count = Object.values(left).flat().length;
  return count === 0 ? [first] : [first, cli.labLeft(count)];
}
