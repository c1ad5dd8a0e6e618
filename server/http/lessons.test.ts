import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import { Lessons } from '../lessons/lessons';
import { answerLessons } from './lessons';

describe('over HTTP', () => {
  const lessons = new Lessons(null);
  const server = createServer((request, response) => {
    answerLessons(request.url ?? '', lessons, response).then(
      (isAnswered) => {
        if (!isAnswered) response.writeHead(418).end();
      },
      () => response.destroy(),
    );
  });
  let url = '';
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('lessons are listed with their steps', async () => {
    const response = await fetch(`${url}/api/v1/lessons`);
    expect(response.status).toBe(200);
    const list: unknown = await response.json();
    expect(list).toMatchObject(SHIPPED_LESSONS.map((id) => ({ id })));
    const isolation = await lessons.byId('isolation');
    expect(list).toContainEqual({
      id: 'isolation',
      title: isolation?.title,
      about: isolation?.about,
      steps: isolation?.steps.map(({ id, kind, title }) => ({ id, kind, title })),
    });
  });

  it('one of them is told as it is', async () => {
    const response = await fetch(`${url}/api/v1/lessons/isolation`);
    expect(await response.json()).toEqual(await lessons.byId('isolation'));
  });

  it.each([
    ['unknown', '/api/v1/lessons/nets', /^there is no lesson "nets": there are images, process, /],
    ['none', '/api/v1/lessons/', /^there is no lesson ""/],
    ['not to be printed', '/api/v1/lessons/%1b[2J', /^there is no lesson "\[2J"/],
    ['no text', '/api/v1/lessons/%ff', /^there is no lesson "%ff"/],
  ])('one that is %s is told not to be there', async (_, path, message) => {
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: { code: 'gone', message: expect.stringMatching(message) },
    });
  });

  it('nothing else is answered', async () => {
    expect((await fetch(`${url}/api/v1/lesson`)).status).toBe(418);
    expect((await fetch(`${url}/api/v1/lessonsx`)).status).toBe(418);
  });
});
