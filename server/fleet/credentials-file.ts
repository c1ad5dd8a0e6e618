import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { printable } from '@lib/table/printable';
import { UsageError } from '../usage-error';
import { CredentialsError, parseCredentials, type Credentials } from './credentials';

/** Bytes that are read: more than any file of credentials has. */
const MOST = 128 * 1024;

/**
 * Who else may do what: read it as any other user, or write it as one of the group. That a group may read is well:
 * systemd gives credentials to a user who is not root by a list of who may, which looks like that.
 */
const OTHERS = 0o027;

/** Reads what `--creds` names. @throws UsageError where it is not there, is not kept from others, or is none */
export function readCredentials(file: string, { cli }: Pick<CommandMessages, 'cli'>): Credentials {
  const shown = printable(file);
  try {
    return parseCredentials(read(file, () => new UsageError(cli.fleetAgent.credsMode(shown))));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof CredentialsError) {
      throw new UsageError(cli.fleetLine.credentials(shown, error.problem));
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(cli.fleetAgent.credsFile(shown, printable(reason)));
  }
}

/** @param open what is thrown where others may read it */
function read(file: string, open: () => UsageError): string {
  const descriptor = openSync(file, 'r');
  try {
    if ((fstatSync(descriptor).mode & OTHERS) !== 0) throw open();
    const bytes = Buffer.alloc(MOST);
    let length = 0;
    for (;;) {
      // A pipe gives as much as there is.
      const more = readSync(descriptor, bytes, length, MOST - length, null);
      length += more;
      if (more === 0 || length === MOST) return bytes.toString('utf8', 0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}
