import {
  NoRespondersError,
  PermissionViolationError,
  RequestError,
  TimeoutError,
  type Msg,
} from '@nats-io/transport-node';
import { expect, it } from 'vitest';
import { putSummary } from './put-summary';

const packed = new TextEncoder().encode('{}');

/** A server that says this, or nothing but an error. */
function answering(said: string | Error) {
  const asked: unknown[] = [];
  const request = (...question: unknown[]) => {
    asked.push(...question.slice(0, 2));
    if (said instanceof Error) return Promise.reject(said);
    const message: Partial<Msg> = { json: () => JSON.parse(said) };
    return Promise.resolve(Object.assign(Object.create(null), message));
  };
  return { asked, request };
}

it('asks for it to be kept under the name of the machine', async () => {
  const { asked, request } = answering('{"stream":"KV_hosts","seq":7,"duplicate":false}');
  await putSummary({ request }, 'vm-07', packed);
  expect(asked).toEqual(['$KV.hosts.vm-07', packed]);
});

it.each<[string, string | Error, string, RegExp]>([
  [
    'is said not to be',
    '{"stream":"KV_hosts","error":{"code":503,"description":"maximum bytes exceeded"}}',
    ...(['not-kept', /^maximum bytes exceeded$/] as const),
  ],
  ['went elsewhere', '{"stream":"OTHER","seq":1}', 'not-kept', /something else/],
  ['is answered by nonsense', '+OK', 'not-kept', /something else/],
  [
    'is nobody’s to keep',
    new RequestError('', { cause: new NoRespondersError('x') }),
    'no-bucket',
    /^/,
  ],
  [
    'may not be written',
    new RequestError('Permissions Violation', {
      cause: new PermissionViolationError('Permissions Violation', 'publish', 'x'),
    }),
    ...(['forbidden', /Permissions/] as const),
  ],
  ['is not confirmed', new TimeoutError(), 'silent', /no answer within 5000 ms/],
  ['is cut off', new RequestError('connection closed'), 'silent', /connection closed/],
])('a summary that %s is not told', async (_, said, trouble, message) => {
  await expect(putSummary(answering(said), 'vm-07', packed)).rejects.toMatchObject({
    trouble,
    message: expect.stringMatching(message),
  });
});
