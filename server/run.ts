import { printable } from '@lib/table/printable';
import { handleUncaught } from './cli/last-handler';
import { readConfig, type Config } from './config/config';
import type { MakePages } from './pages/pages';
import { UsageError } from './usage-error';

/** Each command is loaded when it is asked for: a list of namespaces needs no web server. */
async function run(config: Config, makePages: MakePages): Promise<void> {
  switch (config.command) {
    case 'serve':
      return (await import('./cli/serve')).serve(config, makePages);
    case 'snapshot':
      return (await import('./cli/snapshot')).printSnapshot(config);
    case 'ls':
      return (await import('./cli/ls')).listNamespaces(config);
    case 'record':
      return (await import('./cli/record')).record(config);
    case 'ask':
      return (await import('./cli/ask')).ask(config);
    case 'inside':
      return (await import('./cli/inside')).inside(config);
    case 'process':
      return (await import('./cli/process')).tellProcess(config);
    case 'use':
      return (await import('./cli/use')).use(config);
    case 'findings':
      return (await import('./cli/findings')).findings(config);
    case 'lesson':
      return (await import('./cli/lesson')).lesson(config);
    case 'figure':
      return (await import('./cli/figure')).figure(config);
    case 'page':
      return (await import('./cli/page')).page(config);
    case 'agent':
      return (await import('./cli/agent')).agent(config);
    case 'fleet':
      return (await import('./cli/fleet')).fleet(config);
    case 'fleet-list':
      return (await import('./cli/fleet-list')).fleetList(config);
    case 'reach':
      return (await import('./cli/reach')).reach(config);
  }
}

/** Does what the arguments of this process say, and ends it with 2 where they are wrong, with 1 where it could not be done. */
export async function runNsview(makePages: MakePages): Promise<void> {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

  try {
    const config = readConfig(process.argv.slice(2), process.env);
    if ('help' in config) process.stdout.write(config.help);
    else {
      handleUncaught(config.messages);
      await run(config, makePages);
    }
  } catch (error) {
    // A message, never a stack trace.
    const message = error instanceof Error ? error.message : String(error);
    const usage = error instanceof UsageError;
    process.stderr.write(`${usage ? message : `nsview: ${printable(message)}`}\n`);
    process.exit(usage ? 2 : 1);
  }
}
