import { isIP } from 'node:net';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { bracketed } from '../security/doors';
import { wrongValue } from './common';

/** Where those listen who follow. */
export interface PresentConfig {
  /** An address of this machine. */
  host: string;
  port: number;
}

const PORT = 3001;
/** `ADDRESS`, `ADDRESS:PORT`, and the same with `[…]` for IPv6. */
const FORM = /^(?:\[([^\]]+)\]|([^:]+)|([^\]]*:[^\]]*:[^\]]*))(?::(\d{1,5}))?$/;
const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

/**
 * Reads `--present ADDRESS[:PORT]`. A name would not do, nor all addresses at once: the link that
 * followers open has this one in it, and they may ask for no other.
 *
 * @throws UsageError
 */
export function readPresent(
  value: string | undefined,
  cli: CommandMessages['cli'],
): PresentConfig | null {
  if (value === undefined) return null;
  const [, inBrackets, plain, v6, digits] = FORM.exec(value) ?? [];
  const host = asBrowsersSay(inBrackets ?? plain ?? v6 ?? '');
  const port = digits === undefined ? PORT : Number(digits);
  if (host === null || EVERY_ADDRESS.has(host) || port > 65535) {
    throw wrongValue(cli, '--present', value, cli.presentAddress);
  }
  return { host, port };
}

/** An address as a browser asks for it, which shortens it; null: it is none, or one that no link can have. */
function asBrowsersSay(address: string): string | null {
  const link = `http://${bracketed(address)}`;
  if (isIP(address) === 0 || !URL.canParse(link)) return null;
  return new URL(link).hostname.replace(/^\[|\]$/g, '');
}
