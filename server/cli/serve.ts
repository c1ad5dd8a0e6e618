import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { UsageError, type ServeConfig } from '../config';
import { findEndpoints } from '../docker/endpoint';
import { Hub } from '../hub/hub';
import { createSockets } from '../hub/sockets';
import { createPages } from '../http/pages';
import { createHttpServer } from '../http/server';
import { allowedHosts } from '../security/doors';
import { Gate, loadToken } from '../security/token';
import { createLocalSource } from '../source/local';

/** This is server/cli/serve.ts in development, and part of what lies in dist in production. */
const ROOT = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../..' : '..', import.meta.url),
);

/** Milliseconds that an orderly end may take before it is cut short. */
const GRACE = 700;

// To standard error, as lines of JSON; a message and a code, never a stack trace.
const log = pino(
  {
    base: null,
    serializers: { err: (error: Error) => ({ message: error.message, name: error.name }) },
    redact: ['req.headers.authorization', 'req.headers.cookie'],
  },
  pino.destination(2),
);
const report = (error: unknown) => {
  log.error({ err: error instanceof Error ? error : new Error(String(error)) });
};

/** `nsview serve`: the page and the API, until a signal ends it. @throws UsageError */
export async function serve(config: ServeConfig): Promise<void> {
  const { cli } = config.messages;
  if (config.dev && process.getuid?.() === 0) throw new UsageError(cli.devAsRoot);
  const token = config.tokenFile === null ? null : loadToken(config.tokenFile, config.messages);

  const source = createLocalSource({
    reader: { procRoot: '/proc', args: config.args },
    findEndpoints: () => findEndpoints({ option: config.docker, env: config.environment }),
  });
  const hub = new Hub(source, report);
  const sockets = createSockets(hub, report);
  const pages = await createPages(ROOT, config.dev);
  const allowed = new Set<string>();
  let gate: Gate | null = null;
  const { server, close } = createHttpServer({
    hub,
    pages,
    handleSocket: sockets.handleUpgrade,
    allowed,
    gate: () => gate,
    dev: config.dev,
    report,
  });

  const stop = () => {
    setTimeout(() => process.exit(0), GRACE).unref();
    hub.close();
    close();
    Promise.all([sockets.close(), source.close(), pages.close()]).then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const { host, port } = config;
      const taken = error.code === 'EADDRINUSE';
      reject(
        new UsageError(
          taken ? cli.portTaken(host, port) : cli.cannotListen(host, port, error.message),
        ),
      );
    });
    server.listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  for (const name of allowedHosts(config.host, port, config.allowedHosts)) allowed.add(name);
  const shown = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = `http://${shown}:${port}`;
  print(cli.listening(url));
  if (token !== null) {
    gate = new Gate(token, `nsview-${port}`, (query) => print(cli.oneTime(`${url}/${query}`)));
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
