/** The one error that the readers of this folder throw: the bytes are not what the kernel sends. */
export class NetlinkParseError extends Error {
  override readonly name = 'NetlinkParseError';

  /** @param expected what should have been there */
  constructor(readonly expected: string) {
    super(`netlink: expected ${expected}`);
  }
}
