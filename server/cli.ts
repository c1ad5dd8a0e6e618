#!/usr/bin/env node
import { runNsview } from './run';
import { UsageError } from './usage-error';

/** The command `nsview` of the package, which has the page as it was built, and no Next. */
await runNsview(async ({ dev, messages }) => {
  if (dev) throw new UsageError(messages.cli.devPackaged);
  return (await import('./pages/built-pages')).builtPages();
});
