import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

const DEBIAN = '/usr/bin/chromium';

/**
 * How to start Chromium: Playwright's own where it is installed, else Debian's. As root it runs
 * only without its sandbox; the other flags keep it off the network and its pixels the same.
 */
export function launchOptions(): LaunchOptions {
  const bundled = existsSync(chromium.executablePath());
  return {
    ...(bundled ? {} : { executablePath: DEBIAN }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  };
}

/** What makes two pictures of the same page the same. */
export const pageOptions = {
  viewport: { width: 1280, height: 720 },
  deviceScaleFactor: 1,
  contextOptions: { reducedMotion: 'reduce' },
} as const;
