import {
  ClosedConnectionError,
  NoRespondersError,
  PermissionViolationError,
  RequestError,
  type Msg,
} from '@nats-io/transport-node';
import { expect, it } from 'vitest';
import { putSummary } from './put-summary';

const packed = new TextEncoder().encode('{}');
const ANSWERED = Promise.resolve();
/** Of a connection that lasts. */
const still = () => new AbortController().signal;

/** A server that answers the ping so, and says this of what came before, or nothing. */
function serverThat(answers: () => Promise<void>, says: Error | null = null) {
  const asked: unknown[] = [];
  return {
    asked,
    flush: answers,
    request: (...question: unknown[]): Promise<Msg> => {
      asked.push(...question.slice(0, 2));
      return says === null ? new Promise(() => undefined) : Promise.reject(says);
    },
  };
}

it('sends it under the name of the machine, and waits for no acknowledgement', async () => {
  const server = serverThat(() => ANSWERED);
  await putSummary(server, 'vm-07', packed, still());
  expect(server.asked).toEqual(['$KV.hosts.vm-07', packed]);
});

const violation = new PermissionViolationError('Permissions Violation', 'publish', 'x');

it.each<[string, Error, string, RegExp]>([
  [
    'that nobody listens there',
    new RequestError('', { cause: new NoRespondersError('x') }),
    'no-bucket',
    /^$/,
  ],
  [
    'that it may not be written',
    new RequestError('Violation', { cause: violation }),
    'forbidden',
    /Vio/,
  ],
  ['the same in fewer words', violation, 'forbidden', /Permissions Violation/],
])('a summary of which the server says %s is not told', async (_, says, trouble, message) => {
  const server = serverThat(() => ANSWERED, says);
  await expect(putSummary(server, 'vm-07', packed, still())).rejects.toMatchObject({
    trouble,
    message: expect.stringMatching(message),
  });
});

it.each([new RequestError('connection disconnected'), new ClosedConnectionError()])(
  'where the line ends before the server answers (%s), it is not told',
  async (error) => {
    const server = serverThat(() => Promise.reject(error));
    await expect(putSummary(server, 'vm-07', packed, still())).rejects.toMatchObject({
      trouble: 'silent',
      message: error.message,
    });
  },
);

it.each([false, true])(
  'where nothing is answered any more it ends with the connection (ended before: %s)',
  async (isEnded) => {
    const connection = new AbortController();
    if (isEnded) connection.abort();
    const server = serverThat(() => new Promise(() => undefined));
    const put = putSummary(server, 'vm-07', packed, connection.signal);
    connection.abort();
    await expect(put).rejects.toMatchObject({ trouble: 'silent' });
    // One that has ended keeps what it is given.
    expect(server.asked).toHaveLength(isEnded ? 0 : 2);
  },
);
