import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Role } from '@lib/document/attributes';
import type { CommandMessages } from '@lib/i18n/command-messages';

/** What answers with the page and its files. There are two makers of it, which answer alike: decision 32. */
export interface Pages {
  answer: (
    request: IncomingMessage,
    response: ServerResponse,
    context: PageContext,
  ) => Promise<void>;
  /** In development, takes the websocket of hot reload. False: not one of its own. */
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  close: () => Promise<void>;
}

export interface PageContext {
  /** What every script of the page must have for it to run. */
  nonce: string;
  /** The query, from its `?` on. */
  search: string;
  /** Whose page it is. */
  role: Role;
}

/** @throws UsageError where this maker has none for development */
export type MakePages = (options: { dev: boolean; messages: CommandMessages }) => Promise<Pages>;
