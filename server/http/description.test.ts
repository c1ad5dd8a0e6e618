import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readlinkSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { QUESTIONS } from '@lib/questions/questions';
import { liveShow } from '../hub/show';
import { asleepIn, endAll } from '../inside/testing/places';
import { testMachine } from '../machine/test-machine';
import { Lessons } from '../lessons/lessons';
import { answerApi } from './api';
import { answerFigure } from './figure';
import { answerLab, isOfLab } from './lab';
import { answerLessons } from './lessons';

/* The description of the API, by a validator of others, and what this machine answers, by the description. */

const contentSchema = z.record(z.string(), z.looseObject({ schema: z.looseObject({}) }));
const documentSchema = z.looseObject({
  paths: z.record(
    z.string(),
    z.looseObject({
      // What the lab is told is no GET: e2e/lab.spec.ts holds its answers against the schemas.
      get: z.optional(
        z.looseObject({
          parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })),
          responses: z.record(z.string(), z.looseObject({ content: contentSchema })),
        }),
      ),
    }),
  ),
});
type Document = z.infer<typeof documentSchema>;

const ends: (() => unknown)[] = [];
const reported: unknown[] = [];
let sleeper: ChildProcess;
let url = '';
let described: Document;

beforeAll(async () => {
  sleeper = await asleepIn('-ni');
  ends.push(endAll);
  const report = (error: unknown) => reported.push(error);
  const source = testMachine();
  const show = liveShow(source, report);
  const lessons = new Lessons(null);
  const server = createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://localhost');
    const messages = commandMessagesFor('en');
    const answer = async () => {
      if (await answerApi(pathname, query, { ...show, audience: null }, response)) return;
      if (await answerFigure(pathname, query, show, response)) return;
      if (isOfLab(pathname)) {
        return answerLab(null, { path: pathname, query, request, response, lessons, messages });
      }
      if (!(await answerLessons(pathname, lessons, response))) response.writeHead(418).end();
    };
    answer().catch(report);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  ends.push(
    () => server.close(),
    () => show.close(),
  );
  described = documentSchema.parse(await (await fetch(`${url}/api/v1/openapi.json`)).json());
});
afterAll(async () => {
  for (const end of ends) await end();
  expect(reported).toEqual([]);
});

/** Makes of a schema what says what is wrong with an answer that is not as described. */
function checker() {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  ajv.addSchema({ $id: 'nsview', ...described });
  return (schema: object) => {
    // The references are within the document.
    const text = JSON.stringify(schema).replaceAll('"#/', '"nsview#/');
    const validate = ajv.compile(z.looseObject({}).parse(JSON.parse(text)));
    return (value: unknown) => {
      validate(value);
      return validate.errors ?? [];
    };
  };
}

it('is OpenAPI 3.1, says a validator', async () => {
  const { valid, errors } = await new Validator().validate({ ...described });
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

it('has every question there is, with all that is asked', () => {
  for (const [name, { texts }] of Object.entries(QUESTIONS)) {
    const asked = described.paths[`/api/v1/ask/${name}`]?.get?.parameters ?? [];
    expect([name, asked.map((each) => each.name).sort()]).toEqual([
      name,
      Object.keys(texts).sort(),
    ]);
  }
});

describe('each path answers as it is described', () => {
  /** Something to ask of this machine, which has no engine; it answers by what it is asked or says why not. */
  const valueOf = (field: string): string => {
    const net = readlinkSync(`/proc/${sleeper.pid}/ns/net`).replace(/[[\]]/g, '');
    const values: Record<string, string> = {
      ...{ namespace: net, namespaces: `${net},user:1`, pid: String(sleeper.pid) },
      ...{ pids: String(sleeper.pid), from: ':host', to: ':outside', heldBy: 'now' },
      lesson: 'isolation',
    };
    return values[field] ?? 'none';
  };
  const SAID: Record<string, number> = {
    '/healthz': 200,
    '/api/v1/figure.svg': 200,
    '/api/v1/snapshot': 200,
  };

  it('with success, or with an error in the words of the API', async () => {
    const checkedBy = checker();
    const statuses: Record<string, number> = {};
    for (const [path, { get }] of Object.entries(described.paths)) {
      if (get === undefined) continue;
      const query = new URLSearchParams();
      let target = path;
      for (const { name, in: where, required } of get.parameters) {
        if (where === 'path') target = target.replace(`{${name}}`, valueOf(name));
        else if (required === true || valueOf(name) !== 'none') query.set(name, valueOf(name));
      }
      const response = await fetch(`${url}${target}?${query}`);
      statuses[path] = response.status;
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      const { content } = get.responses[response.status] ?? get.responses.default ?? {};
      const media = content?.[type];
      if (media === undefined) throw new Error(`${path}: ${response.status} ${type}`);
      const body: unknown =
        type === 'application/json' ? await response.json() : await response.text();
      const errorsOf = checkedBy(media.schema);
      expect([path, errorsOf(body)]).toEqual([path, []]);
      // And what is not as described is found.
      if (type === 'application/json' && path !== '/api/v1/openapi.json') {
        expect(errorsOf({ ...Object(body), ...NOT_AS_DESCRIBED })).not.toEqual([]);
        // A later version may tell more.
        const more: unknown = Array.isArray(body)
          ? body.map((each: unknown) => ({ ...Object(each), more: 1 }))
          : { ...Object(body), more: 1 };
        expect([path, errorsOf(more)]).toEqual([path, []]);
      }
    }
    expect(statuses).toMatchObject({
      ...SAID,
      ...{ '/metrics': 200, '/api/v1/openapi.json': 200, '/api/v1/usage': 200 },
      ...{ '/api/v1/ask/holders': 200, '/api/v1/ask/insides': 200, '/api/v1/ask/usage': 200 },
      ...{ '/api/v1/inside/{namespace}': 200, '/api/v1/processes/{pid}': 200 },
      ...{ '/api/v1/images': 200, '/api/v1/images/{image}': 404 },
      ...{ '/api/v1/lessons': 200, '/api/v1/lessons/{lesson}': 200 },
      ...{ '/api/v1/lab': 200, '/api/v1/lab/commands': 403 },
      ...{ '/api/v1/containers/{container}/use': 404, '/api/v1/ask/written': 200 },
    });
    expect(Object.values(statuses)).not.toContain(418);
  });
});

/** Whatever the answer is, one of these is a field of it. */
const NOT_AS_DESCRIBED = { error: 7, takenAt: 7, status: 7, processes: 7, steps: 7, left: 7 };
