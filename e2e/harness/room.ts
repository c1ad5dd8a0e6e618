import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { launchOptions } from './browser';
import type { Nsview } from './nsview';
import { settled } from './pages';
import { Relay } from './relay';

/** A phone, held upright. */
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;

/** Where followers are listened to: an address of this machine that is not that of the presenter. */
export const FOLLOWED = '127.0.0.2:0';

/** Another browser, in the same room: what it asks of the followers' address goes by a relay, which can lose it. */
export class Phones {
  private constructor(
    private readonly browser: Browser,
    readonly relay: Relay,
    private readonly link: string,
  ) {}

  /** @param link as the presenter's page shows it */
  static async open(nsview: Nsview, link: string): Promise<Phones> {
    const relay = new Relay();
    const [, port = ''] = (await relay.listen()).split(':');
    const { host } = new URL(followersOf(nsview));
    relay.to(`http://${host}`);
    const options = launchOptions();
    const browser = await chromium.launch({
      ...options,
      // The name that is asked for stays what the link says.
      args: [...(options.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1:${port}`],
    });
    return new Phones(browser, relay, link);
  }

  /** One more phone, that has opened the link. @param query what the link gets besides */
  async follow(options: BrowserContextOptions = {}, query = ''): Promise<Page> {
    const context = await this.browser.newContext({ ...PHONE, ...options });
    const page = await context.newPage();
    await page.goto(`${this.link}${query}`);
    await settled(page);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.relay.close();
  }
}

/** The address at which those are listened to who follow. @throws where nothing is presented */
export function followersOf({ stdout }: Nsview): string {
  const url = /^nsview: followers: (http:\/\/\S+) /m.exec(stdout)?.[1];
  if (url === undefined) throw new Error(`nsview has printed no address of followers: ${stdout}`);
  return url;
}
