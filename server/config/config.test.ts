import { describe, expect, it } from 'vitest';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { readConfig } from './config';
import { UsageError } from '../usage-error';

describe('readConfig', () => {
  it('serves this machine alone unless told otherwise', () => {
    expect(readConfig([], {})).toMatchObject({
      command: 'serve',
      port: 3000,
      host: '127.0.0.1',
      args: true,
      reader: 'auto',
      mayEnter: false,
    });
  });

  it.each([
    [['--port', 'http'], /--port: got "http", expected a number/],
    [['--port', '65536'], /--port: got "65536"/],
    [['--allow-host', 'course.example'], /--allow-host: got "course.example", expected NAME:PORT/],
    [['--docker', '/run/docker.sock'], /--docker: got .*expected a URL/],
    [['--host', '0.0.0.0'], /--token-file/],
    [['--host', '::', '--open-to-this-machine'], /--token-file/],
    [['--open-to-this-machine', '--token-file', 'x'], /--open-to-this-machine .*--token-file/],
    [['--reader', 'root'], /--reader: got "root", expected auto, direct, container/],
    [['--may-enter'], /--may-enter .*give --reader container/],
    [['inside', 'c1', '--may-enter', '--reader', 'auto'], /--may-enter .*give --reader container/],
    [['ls', '--may-enter', '--reader', 'direct'], /--may-enter .*give --reader container/],
    [['ls', '--may-enter=yes', '--reader', 'container'], /--may-enter/],
    [['--colour'], /--colour/],
    [['list'], /no command "list"/],
    [['serve', 'ls'], /'ls'/],
    [['ls', '-t', 'pid,pod'], /--type: got "pid,pod", expected one or more of pid, net, /],
    [['ls', '-t', ''], /--type: got ""/],
    [['ls', '--port', '1'], /'--port'/],
    [['ls', '--docker', 'x'], /--docker: got "x", expected a URL/],
    [['snapshot', '--json'], /'--json'/],
    [['\u001b[2J\nls'], /no command "\[2J/],
    [['ask'], /ask: say which question/],
    [['ask', 'usage', 'pids'], /usage: got "pids", expected FIELD=VALUE/],
    [['ask', 'usage', '=1'], /usage: got "=1"/],
    [['ask', 'usage', '--pids', '1'], /'--pids'/],
    [['ls', '-t', 'p\nid'], /--type: got "p id"/],
    [['inside'], /inside: name one namespace/],
    [['inside', 'c1', 'c2'], /inside: name one namespace/],
    [['inside', 'c1', '-t', 'pod'], /--type: got "pod"/],
    [['process'], /name one process/],
    [['process', '0'], /name one process/],
    [['process', '1', '2'], /name one process/],
    [['use'], /use: name one container/],
    [['use', 'c1', 'c2'], /use: name one container/],
    [['--lesson', ''], /--lesson: got "", expected the file of a lesson/],
    [['--open', 'a', '--engine', 'unix:///x.sock'], /--docker, --engine, --reader and --no-args/],
    [['--lab', '--open', 'a'], /--lab runs commands on this machine.*recording/],
    [['--lab', '--open-to-this-machine'], /--lab .*--open-to-this-machine/],
    [['--lab', '--host', '0.0.0.0'], /--token-file/],
    [['ls', '--lab'], /'--lab'/],
    [['lesson'], /lesson: got "", expected list, check and files/],
    [['record', '-o', 'x', '--lesson', ''], /--lesson: got "", expected the id of a lesson/],
    [['lesson', 'try', 'a.yaml'], /lesson: got "try"/],
    [['lesson', 'list', 'a.yaml'], /lesson: got "a.yaml"/],
    [['lesson', 'check'], /check wants the files/],
    [['lesson', 'check', 'a.yaml', '--json'], /check wants the files of lessons, and nothing else/],
    [['lesson', 'check', 'a.yaml', '--docker', 'x'], /'--docker'/],
    [['figure', '--view', 'veiw=lens'], /--view: .*an address of the page has; it has no veiw/],
    [['figure', '--view', 'view=lense'], /--view: .*expected view to be sharing, lens, matrix/],
    [['figure', '--size', '9x9'], /--size: got "9x9", expected WIDTHxHEIGHT from 480x320/],
    [['figure', '--theme', 'sepia'], /--theme: got "sepia", expected dark, light, contrast/],
    [['figure', '--lang', 'de'], /--lang: got "de", expected en, zh-CN/],
    [['figure', '--text', 'html'], /--text: got "html", expected outlines, fonts/],
    [
      ['figure', '-o', 'a.gif'],
      /--output: got "a.gif", expected a name that ends with .svg or .png/,
    ],
    [['figure', '-o', 'a.png', '--scale', '5'], /--scale: got "5", expected a number from 1 to 4/],
    [['figure', '-o', 'a.svg', '--scale', '2'], /--scale is for a PNG/],
    [['figure', '--at', '3'], /--at is for a recording/],
    [['figure', '--view', 'from=3'], /from in --view compares with a moment of a recording/],
    [
      ['figure', '--view', 'past=2026-11-30T17:26:12.500Z'],
      /past in --view is a moment that a running server/,
    ],
    [['figure', '--from', 'http://h:1', '--view', 'from=3'], /from in --view compares with/],
    [['figure', '--from', 'a.gz', '--at', 'x'], /--at: got "x", expected a number of seconds/],
    [['figure', '--from', 'http://h:1', '--at', '3'], /--at is for a recording/],
    [['figure', '--from', 'a.gz', '--reader', 'direct'], /--reader says how this machine is read/],
    [['figure', '--token-file', 'x'], /--token-file is for an nsview at a URL/],
    [['figure', '--from', ''], /--from: got "", expected a file made by nsview record/],
    [
      ['ls', '--engine', 'containerd:///run/c.sock', '--engine', 'cri:///run/c.sock'],
      /--engine: got "containerd:\/\/\/run\/c.sock" and "cri:\/\/\/run\/c.sock", expected one way/,
    ],
    [
      ['ls', '--docker', 'unix:///run/c.sock', '--engine', 'cri:///run//c.sock'],
      /got "unix:\/\/\/run\/c.sock" and "cri:\/\/\/run\/\/c.sock"/,
    ],
    [
      ['ls', '--docker', 'unix:///var/run/c.sock', '--engine', 'containerd:///run/c.sock'],
      /got "unix:\/\/\/var\/run\/c.sock" and "containerd:\/\/\/run\/c.sock"/,
    ],
    [
      ['ls', '--engine', 'cri:///run/c.sock', '--engine', 'containerd:///var//run/c.sock'],
      /got "cri:\/\/\/run\/c.sock" and "containerd:\/\/\/var\/\/run\/c.sock"/,
    ],
    [['reach', 'c1'], /name two ends/],
    [['reach', 'c1', 'c2', 'c3'], /name two ends/],
    [['reach', 'c1', 'c2', '--port', '0'], /--port: got "0"/],
    [['reach', 'c1', 'c2', '--protocol', 'icmp'], /--protocol: got "icmp"/],
    [['agent'], /--to: say where the server of the fleet is/],
    [['agent', '--creds', 'x'], /--to: say where/],
    [['agent', '--to', 'tls://h'], /--creds: say where the credentials of this machine are/],
    [['agent', '--to', 'tls://h', '--creds', ''], /--creds: say where/],
    [['agent', '--to', '', '--creds', 'x'], /--to: got "", expected tls:\/\/HOST/],
    [['agent', '--to', 'h:4222', '--creds', 'x'], /--to: got "h:4222", expected tls:\/\/HOST/],
    [['agent', '--to', 'tls://h:0', '--creds', 'x'], /--to: got "tls:\/\/h:0"/],
    [['agent', '--to', 'tls://h:65536', '--creds', 'x'], /--to: got "tls:\/\/h:65536"/],
    [['agent', '--to', 'tls://h/path', '--creds', 'x'], /--to: got "tls:\/\/h\/path"/],
    [['agent', '--to', 'tls://me:pw@h', '--creds', 'x'], /--to: got/],
    [['agent', '--to', 'https://h', '--creds', 'x'], /--to: got "https:\/\/h"/],
    [['agent', '--to', 'tls://h,', '--creds', 'x'], /--to: got ""/],
    [['agent', '--to', 'tls://h\n', '--creds', 'x', '--json'], /'--json'/],
    [['fleet', 'list'], /--to: say where the server of the fleet is/],
    [['fleet', 'list', '--to', 'tls://h'], /--creds: say where the credentials of a hub are/],
    [['fleet', 'list', '--to', 'nats://h', '--creds', 'x'], /expected tls:\/\/: without TLS/],
    [['fleet', 'list', 'vm-01', '--to', 'tls://h', '--creds', 'x'], /'vm-01'/],
    [['fleet', 'list', '--to', 'tls://h', '--creds', 'x', '--docker', 'x'], /'--docker'/],
    [
      ['agent', '--to', 'tls://h,nats://10.0.0.5', '--creds', 'x'],
      /--to: got "nats:\/\/10.0.0.5", expected tls:\/\/: without TLS, whoever is on the way/,
    ],
    [['agent', '--to', 'nats://127.example', '--creds', 'x'], /expected tls:\/\//],
  ])('%j is one line that says what was wrong', (argv, message) => {
    const call = () => readConfig(argv, {});
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
    expect(call).not.toThrow(/\n/);
  });

  it.each([
    ['a port out of range', 'tcp://x:99999'],
    ['a port that is none', 'tcp://x:http'],
    ['the port at which nobody listens', 'tcp://x:0'],
    ['a negative port', 'tcp://x:-1'],
    ['no host', 'tcp://'],
    ['no host, but a port', 'tcp://:2375'],
    ['an address of the sixth version that is cut off', 'tcp://[::1'],
    ['a space', 'tcp://a b:2375'],
    ['somebody’s name', 'tcp://me@x:2375'],
    ['a path', 'http://x:2375/v1.43'],
    ['a query', 'tcp://x:2375?y'],
    ['TLS', 'https://x:2375'],
    ['the port of TLS', 'tcp://x:2376'],
    ['another scheme', 'ssh://root@x'],
    ['a socket without a path', 'unix://'],
    ['a relative path', 'unix://run/docker.sock'],
    ['no URL', 'x'],
    ['nothing', ''],
  ])('where an engine is, with %s: %s is refused, and what is expected said', (_, url) => {
    for (const option of ['--docker', '--engine']) {
      const call = () => readConfig(['ls', option, url], {});
      expect(call).toThrow(UsageError);
      expect(call).toThrow(
        `${option}: got "${url}", expected a URL such as unix:///run/docker.sock`,
      );
    }
  });

  it.each([
    ['a path that is not absolute', 'containerd://run/c.sock'],
    ['no path', 'cri://'],
    ['an address', 'cri://127.0.0.1:2375'],
  ])('where an engine is that speaks gRPC, with %s: %s is refused', (_, url) => {
    const call = () => readConfig(['ls', '--engine', url], {});
    expect(call).toThrow(UsageError);
    expect(call).toThrow(`--engine: got "${url}", expected a URL such as`);
  });

  it.each([
    ...['unix:///run/d.sock', 'tcp://x', 'tcp://x:1', 'tcp://x:65535', 'http://x:80/'],
    ...['tcp://[::1]:2375', 'tcp://127.0.0.1:2375'],
  ])('where an engine is: %s is taken', (url) => {
    expect(readConfig(['ls', '--docker', url], {})).toMatchObject({ engines: [url] });
  });

  it.each<[string[], object]>([
    [['serve', '--port', '3111'], { command: 'serve', port: 3111 }],
    [['--port', '3111'], { command: 'serve', port: 3111 }],
    [['ls', '--reader', 'container'], { reader: 'container', mayEnter: false }],
    [['inside', 'c1', '--reader', 'container', '--may-enter'], { mayEnter: true }],
    [['snapshot', '--no-args'], { command: 'snapshot', args: false }],
    [['inside', 'c1', '-t', 'user'], { command: 'inside', of: 'c1', types: new Set(['user']) }],
    [
      ['reach', 'c1', ':outside', '--protocol', 'udp', '--port', '53'],
      { command: 'reach', from: 'c1', to: ':outside', protocol: 'udp', port: 53, json: false },
    ],
    [['--lesson', 'a.yaml', '--open', 'b'], { command: 'serve', lesson: 'a.yaml', open: 'b' }],
    [['--lab'], { command: 'serve', lab: true }],
    [['--lesson', 'a.yaml'], { command: 'serve', lab: false }],
    [['lesson', 'list'], { command: 'lesson', action: 'list', json: false }],
    [['lesson', 'list', '--json'], { json: true }],
    [
      ['figure'],
      { from: null, at: null, theme: 'light', text: 'outlines', output: null, scale: null },
    ],
    [['figure', '--from', 'a.gz', '-o', 'b.PNG'], { from: { file: 'a.gz' }, scale: 2 }],
    [['figure', '--from', 'http://h:1/?view=lens'], { from: { url: 'http://h:1/?view=lens' } }],
    [
      ['figure', '--view', 'http://h:1/?view=lens&recording=course&at=2.5&theme=dark&lang=zh-CN'],
      { from: { shipped: 'course' }, at: 2500, theme: 'dark', language: 'zh-CN' },
    ],
    [['figure', '--view', 'recording=course&at=2.5', '--at', '7'], { at: 7000 }],
    [
      ['figure', '--view', 'theme=dark&lang=zh-CN', '--theme', 'light', '--lang', 'en'],
      { theme: 'light', language: 'en' },
    ],
    [['lesson', 'check', 'a', 'b'], { action: 'check', files: ['a', 'b'] }],
    [['process', '2652', '--json'], { command: 'process', pid: 2652, json: true }],
    [['reach', ':host', 'c1'], { from: ':host', to: 'c1', protocol: 'tcp', port: null }],
    [['ls'], { command: 'ls', json: false, types: new Set(NAMESPACE_TYPES) }],
    [
      ['agent', '--to', 'tls://nats.example', '--creds', 'a', '--docker', 'unix:///x'],
      { command: 'agent', to: ['tls://nats.example:4222'], creds: 'a', engines: ['unix:///x'] },
    ],
    [
      ['agent', '--to', 'TLS://a:1, tls://[::1]:4223,tls://a:1', '--creds', 'a'],
      { to: ['tls://a:1', 'tls://[::1]:4223'] },
    ],
    [
      ['fleet', 'list', '--creds', 'a', '--to', 'tls://h,tls://i:1', '--json'],
      { command: 'fleet-list', to: ['tls://h:4222', 'tls://i:1'], creds: 'a', json: true },
    ],
    ...['localhost', '127.0.0.1', '[::1]'].map((host): [string[], object] => [
      ['agent', '--to', `nats://${host}`, '--creds', 'a'],
      { to: [`nats://${host}:4222`] },
    ]),
    [['ls', '-t', 'net,pid', '--type=uts'], { types: new Set(['net', 'pid', 'uts']) }],
    [
      ['ls', '--docker', 'unix:///x', '--engine', 'unix:///x', '--engine', 'cri:///y'],
      { engines: ['unix:///x', 'unix:///x', 'cri:///y'] },
    ],
    [['ls', '--docker', 'unix:///x', '--json'], { engines: ['unix:///x'], json: true }],
  ])('%j', (argv, expected) => {
    expect(readConfig(argv, {})).toMatchObject(expected);
  });

  it.each([
    [{}, true],
    [{ NO_COLOR: '' }, true],
    [{ NO_COLOR: '1' }, false],
    [{ TERM: 'dumb' }, false],
  ])('colours with %j: %s', (environment, colours) => {
    expect(readConfig(['ls'], environment)).toMatchObject({ colours });
  });

  it.each([['serve'], ['snapshot'], ['ls']])('%s has a help of its own', (command) => {
    const asked = readConfig([command, '--help'], {});
    expect(asked).toEqual({ help: expect.stringContaining(command) });
  });

  it.each([
    [{ SUDO_UID: '1000' }, 1000],
    [{ SUDO_UID: '' }, null],
    [{ SUDO_UID: '-1' }, null],
    [{ SUDO_UID: '0x3e8' }, null],
    [{}, null],
  ])('who ran sudo, with %j: %s', (environment, sudoUid) => {
    expect(readConfig([], environment)).toMatchObject({ sudoUid, openToThisMachine: false });
  });

  it('speaks the language of the shell', () => {
    expect(() => readConfig(['--port', 'x'], { LANG: 'zh_CN.UTF-8' })).toThrow(/应为/);
  });
});
