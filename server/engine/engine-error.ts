import { codeOf } from './errno';

/**
 * Why the engine gave no usable answer: `absent` nobody listens there; `denied` we may not connect;
 * `hanging` no whole answer within our deadline; `protocol` an answer that is not Docker's;
 * `http` an answer with an error status.
 */
export type EngineErrorKind = 'absent' | 'denied' | 'hanging' | 'protocol' | 'http';

export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly kind: EngineErrorKind,
    message: string,
    /** The HTTP status; null but for the kind `http`. */
    readonly status: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** It answers, and says that this may not be asked, or that it has none such. */
  get refused(): boolean {
    return this.status !== null && [401, 403, 404, 405, 501].includes(this.status);
  }

  /** The errno that says most like it, of what could not be read for it. */
  get errno(): string {
    if (this.kind === 'hanging') return 'ETIMEDOUT';
    return this.refused ? 'EACCES' : 'EPROTO';
  }
}

const KIND_OF_ERRNO: Readonly<Record<string, EngineErrorKind>> = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ECONNREFUSED: 'absent',
  ENOTSOCK: 'absent',
  ENOTFOUND: 'absent',
  EHOSTUNREACH: 'absent',
  ENETUNREACH: 'absent',
  EACCES: 'denied',
  EPERM: 'denied',
  // A full backlog of connections that a stopped daemon does not accept.
  EAGAIN: 'hanging',
  ETIMEDOUT: 'hanging',
};

const SAYING: Readonly<Record<string, string>> = {
  ENOENT: 'no such socket',
  ECONNREFUSED: 'nobody listens there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ECONNRESET: 'the connection was closed before an answer',
};

/** What connecting or sending failed with → a EngineError. */
export function toEngineError(cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const text = cause instanceof Error ? cause.message.trim() : String(cause);
  const code = codeOf(cause);
  if (code === null) return new EngineError('protocol', text, null, { cause });
  const saying = SAYING[code];
  const message = saying === undefined ? `${text} (${code})` : `${saying} (${code})`;
  return new EngineError(KIND_OF_ERRNO[code] ?? 'protocol', message, null, { cause });
}
