import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

const DEBIAN = '/usr/bin/chromium';
/** Debian's Chromium without windows and all that belongs to them: the tests take a fifth less time with it. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell';

/**
 * How to start Chromium: the windowless one where it is installed, else Playwright's own, else Debian's. As root it
 * runs only without its sandbox; the other flags keep it off the network and its pixels the same.
 */
export function launchOptions(): LaunchOptions {
  return {
    executablePath: [WINDOWLESS, chromium.executablePath()].find(existsSync) ?? DEBIAN,
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

/** The same with all that belongs to windows: the windowless one has no screen to keep awake. */
export function windowedOptions(): LaunchOptions {
  return {
    ...launchOptions(),
    executablePath: [chromium.executablePath()].find(existsSync) ?? DEBIAN,
  };
}

/** What makes two pictures of the same page the same. */
export const pageOptions = {
  viewport: { width: 1280, height: 720 },
  deviceScaleFactor: 1,
  contextOptions: { reducedMotion: 'reduce' },
} as const;
