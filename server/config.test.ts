import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig, UsageError } from './config';

describe('readConfig', () => {
  it('serves this machine alone unless told otherwise', () => {
    expect(readConfig([], {})).toMatchObject({ port: 3000, host: '127.0.0.1', args: true });
  });

  it.each([
    [['--port', 'http'], /--port: got "http", expected a number/],
    [['--port', '65536'], /--port: got "65536"/],
    [['--allow-host', 'course.example'], /--allow-host: got "course.example", expected NAME:PORT/],
    [['--docker', '/run/docker.sock'], /--docker: got .*expected a URL/],
    [['--host', '0.0.0.0'], /--token-file/],
    [['--colour'], /--colour/],
    [['serve'], /serve/],
  ])('%j is one line that says what was wrong', (argv, message) => {
    const call = () => readConfig(argv, {});
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
    expect(call).not.toThrow(/\n/);
  });

  it('speaks the language of the shell', () => {
    expect(() => readConfig(['--port', 'x'], { LANG: 'zh_CN.UTF-8' })).toThrow(/应为/);
  });
});

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['127.evil.example', false],
    ['127.0.0.1.evil.example', false],
  ])('%s: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
