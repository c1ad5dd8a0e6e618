import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import { Lessons } from '../lessons/lessons';
import { shippedLessons } from '../lessons/shipped';
import { answerLessons } from './lessons';

describe('over HTTP', () => {
  const lessons = new Lessons(null, async () =>
    (await shippedLessons(commandMessagesFor('en'))).map((entry) =>
      entry.id === 'kernel' ? { ...entry, read: { mistakes: ['kernel.yaml:3: torn'] } } : entry,
    ),
  );
  const lessonOf = async (id: string) => {
    const read = (await lessons.byId(id))?.read;
    if (read === undefined || 'mistakes' in read) throw new Error(`there is no lesson ${id}`);
    return read.lesson;
  };
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
    const { title, about, steps } = await lessonOf('isolation');
    expect(list).toContainEqual({
      ...{ id: 'isolation', number: 6, title, about },
      steps: steps.map((step) => ({ id: step.id, kind: step.kind, title: step.title })),
    });
  });

  it('one that cannot be read is named, and keeps no other from being told', async () => {
    const list: unknown = await (await fetch(`${url}/api/v1/lessons`)).json();
    expect(list).toContainEqual({ id: 'kernel', number: 3, mistakes: ['kernel.yaml:3: torn'] });
    const response = await fetch(`${url}/api/v1/lessons/kernel`);
    expect(response.status).toBe(500);
    const message = 'the lesson "kernel" cannot be read: kernel.yaml:3: torn';
    expect(await response.json()).toEqual({ error: { code: 'failed', message } });
  });

  it('one of them is told as it is', async () => {
    const response = await fetch(`${url}/api/v1/lessons/isolation`);
    expect(await response.json()).toEqual(await lessonOf('isolation'));
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
