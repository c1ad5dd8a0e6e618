import { describe, expect, it } from 'vitest';
import { namesOf, replaceNames } from './names';
import { peopleIn } from './passwd';

describe('names replaced', () => {
  it.each([
    ['/home/alice/projects/shop', '/home/user1/projects/shop'],
    ['/home/alice', '/home/user1'],
    ['/Users/alice/x', '/Users/user1/x'],
    ['--config=/home/alice/.c,/home/bob/.c', '--config=/home/user1/.c,/home/user2/.c'],
    ['sshd: alice [priv]', 'sshd: user1 [priv]'],
    ['alice@laptop:~', 'user1@host:~'],
    ['ALICE', 'user1'],
    ['alice_web_1', 'user1_web_1'],
    ['malice alice2 aliceß', 'malice alice2 aliceß'],
    ['dana', 'dana'],
    ['/home/dana; dana', '/home/user2; user2'],
    ['/home/ubuntu/app', '/home/ubuntu/app'],
    ['/home/user1/app', '/home/user1/app'],
    ['ubuntu', 'ubuntu'],
    ['/home/xy/a xy', '/home/user2/a xy'],
    ['http://laptop.corp.example:80/', 'http://host:80/'],
    ['http://laptop:80/', 'http://host:80/'],
    ['laptops', 'laptops'],
    ['/run/user/1000/docker.sock', '/run/user/1000/docker.sock'],
    ['unix:///home/alice/.docker/run/docker.sock', 'unix:///home/user1/.docker/run/docker.sock'],
    ['', ''],
  ])('%s → %s', (text, expected) => {
    expect(replaceNames(text, namesOf('laptop.corp.example', ['alice']))).toBe(expected);
  });

  it('gives one name one replacement, in the order in which they come', () => {
    const names = namesOf('m', []);
    const texts = ['/home/zoe/a', '/home/adam/b', 'zoe and adam', '/home/zoe/c'];
    expect(texts.map((text) => replaceNames(text, names))).toEqual([
      '/home/user1/a',
      '/home/user2/b',
      'user1 and user2',
      '/home/user1/c',
    ]);
  });

  it('finds a name as systemd writes it in that of a cgroup', () => {
    const names = namesOf('web-01', []);
    expect(replaceNames(String.raw`/machine.slice/machine-web\x2d01.scope`, names)).toBe(
      '/machine.slice/machine-host.scope',
    );
    expect(replaceNames('web-01 web 01', names)).toBe('host web 01');
  });

  it('takes signs in a name as they are', () => {
    expect(replaceNames('a.b axb', namesOf('', ['a.b']))).toBe('user1 axb');
  });
});

describe('/etc/passwd', () => {
  it('tells who is a person', () => {
    const passwd = [
      'root:x:0:0:root:/root:/bin/bash',
      'daemon:x:1:1::/usr/sbin:/usr/sbin/nologin',
      'alice:x:1000:1000:Alice,,,:/home/alice:/bin/bash',
      'nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin',
      'broken',
      '+::::::',
      '',
    ].join('\n');
    expect(peopleIn(passwd)).toEqual(['alice']);
  });
});
