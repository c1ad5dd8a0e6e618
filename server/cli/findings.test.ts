import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { findings as question } from '@lib/questions/findings';
import { readConfig } from '../config/config';
import { findings } from './findings';

/* `nsview findings` on this machine where no engine is at the socket that it is told. */

const SOCKET = `unix://${join(tmpdir(), 'nsview-no-engine-here', 'd.sock')}`;
const SILENT = `No engine told of containers at ${SOCKET}`;

let before: typeof process.exitCode;
beforeEach(() => {
  before = process.exitCode;
  process.exitCode = undefined;
});
afterEach(() => {
  process.exitCode = before;
  vi.restoreAllMocks();
});

/** What it prints, and the code with which it ends. */
async function run(...args: string[]) {
  const printed = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.err += String(text);
    return true;
  });
  const config = readConfig(['findings', '--docker', SOCKET, '--reader', 'direct', ...args], {});
  if ('help' in config || config.command !== 'findings') throw new Error('another command');
  await findings(config);
  return { ...printed, code: process.exitCode ?? 0 };
}

const runsSchema = z.object({
  runs: z.array(
    z.object({
      results: z.array(z.unknown()),
      invocations: z.array(
        z.object({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.object({ level: z.string(), message: z.object({ text: z.string() }) }),
          ),
        }),
      ),
    }),
  ),
});

describe('without an engine', () => {
  it.each(['high', 'medium', 'low'])(
    'fails on %s: nobody knows that there is none',
    async (bad) => {
      expect((await run('--fail-on', bad)).code).toBe(1);
    },
  );

  it('does not say of one asked for that it does not run: that is not known', async () => {
    const { code, err } = await run('--container', 'c1');
    expect(code).toBe(1);
    expect(err).toContain(SILENT);
  });

  it('does not fail where nothing is said to be a failure', async () => {
    expect((await run()).code).toBe(0);
  });

  it.each(['table', 'markdown'])(
    'as %s it says so, and not that nothing is found',
    async (format) => {
      const { out, err } = await run('--format', format);
      expect(out.replaceAll('\\', '')).toContain(SILENT);
      expect(out).not.toContain('Nothing is found');
      expect(err).toContain('the container engine was not reached');
    },
  );

  it('as JSON it names whom it did not hear', async () => {
    const { out } = await run('--format', 'json');
    expect(question.answer.parse(JSON.parse(out))).toMatchObject({
      findings: [],
      silent: [SOCKET],
    });
  });

  it('as SARIF it is no run that went well', async () => {
    const { out } = await run('--format', 'sarif');
    const [first] = runsSchema.parse(JSON.parse(out)).runs;
    expect(first).toMatchObject({
      results: [],
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [
            { level: 'error', message: { text: expect.stringContaining(SILENT) } },
          ],
        },
      ],
    });
  });
});
