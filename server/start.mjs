#!/usr/bin/env node
/**
 * `npm start` and the command `nsview`: on a fresh clone too. Installs the packages and builds what
 * is missing or older than its sources, then does what the arguments say. Runs on Node alone, for at
 * its start nothing else is there. Standard output is left to what was asked for.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './built-from.mjs';
import { isInstalled } from './packages.mjs';
import { runStep } from './step.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = new URL('../dist/main.js', import.meta.url);

/** Help needs no newest build: one that is there knows its arguments. */
const asksForHelp = process.argv.slice(2).some((arg) => arg === '--help');

if (!asksForHelp || !existsSync(BUILT)) {
  if (!isInstalled(ROOT)) {
    // Not `npm ci`: it takes away all that is there first, and a start may be broken off.
    const install = ['npm', 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund'];
    await runStep('installing its packages', install, ROOT);
  }
  if (!isBuilt(ROOT)) await runStep('building', ['npm', 'run', '--silent', 'build'], ROOT);
}
// The address is a variable for the type checker: what it names is not there before the build.
const built = BUILT.href;
await import(built);
