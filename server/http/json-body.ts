import type { IncomingMessage } from 'node:http';

/** Bytes that are read of what a request says: nothing that is asked here is longer. */
const MOST = 4 * 1024;

/** What a request says in JSON, or what is wrong about it. */
export async function jsonBody(
  request: IncomingMessage,
): Promise<{ value: unknown } | { wrong: string }> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  // A form of another page can send anything but this type without being asked whether it may.
  if (type !== 'application/json') return { wrong: 'Content-Type: application/json is expected' };
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!(part instanceof Buffer)) continue;
    bytes += part.length;
    if (bytes > MOST) return { wrong: `more than ${String(MOST)} bytes` };
    parts.push(part);
  }
  try {
    return { value: JSON.parse(Buffer.concat(parts).toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) return { wrong: `not JSON: ${error.message}` };
    throw error;
  }
}
