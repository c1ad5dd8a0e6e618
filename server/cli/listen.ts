import type { Server } from 'node:http';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { bracketed } from '../security/doors';
import { UsageError } from '../usage-error';

/** Has a server listen. @returns its port, and its address as `http://…`. @throws UsageError where it cannot */
export async function listen(
  server: Server,
  { host, port: wanted }: { host: string; port: number },
  { cli }: CommandMessages,
): Promise<{ port: number; url: string }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        new UsageError(
          taken ? cli.portTaken(host, wanted) : cli.cannotListen(host, wanted, error.message),
        ),
      );
    });
    server.listen(wanted, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : wanted;
  return { port, url: `http://${bracketed(host)}:${port}` };
}
