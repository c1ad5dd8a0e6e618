import type { CommandMessages } from '@lib/i18n/command-messages';
import type { PresentConfig } from '../config/present';
import type { Shows } from '../hub/show';
import { createFollowersServer } from '../http/followers';
import type { Pages } from '../pages/pages';
import type { Lessons } from '../lessons/lessons';
import { createFollowerSockets } from '../present/follower-sockets';
import { Presentation } from '../present/presentation';
import { bracketed } from '../security/doors';
import { FollowGate } from '../security/follow-gate';
import { listen } from './listen';

/** What is presented, and the address at which it is followed. */
export interface Presenting {
  presentation: Presentation;
  /** @returns the address, without the token. @throws UsageError */
  listen: (messages: CommandMessages) => Promise<string>;
  close: () => Promise<void>;
}

/** A second server, for those who follow: nothing of the presenter's is behind its address. */
export function presentingOf(
  config: PresentConfig,
  shows: Shows,
  lessons: Lessons,
  pages: Pages,
  report: (error: unknown) => void,
): Presenting {
  const presentation = new Presentation(shows, lessons, report);
  const sockets = createFollowerSockets(presentation, shows, report);
  const allowed = new Set<string>();
  let gate = new FollowGate('nsview-follow');
  const { server, close } = createFollowersServer({
    ...{ pages, allowed, report },
    handleSocket: sockets.handleUpgrade,
    gate: () => gate,
  });
  return {
    presentation,
    listen: async (messages) => {
      const { port, url } = await listen(server, config, messages);
      // Cookies are the same at all ports of an address.
      gate = new FollowGate(`nsview-follow-${port}`);
      const name = bracketed(config.host).toLowerCase();
      for (const each of port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])
        allowed.add(each);
      presentation.link = `${url}/${gate.query}`;
      return url;
    },
    close: async () => {
      close();
      presentation.close();
      await sockets.close();
    },
  };
}
