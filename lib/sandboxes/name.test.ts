import { describe, expect, it } from 'vitest';
import { nameOf, type Named } from './name';

/*
 * Cgroups as the documentation of whatever makes them has them (lxc.container.conf(5), systemd-machined(8), the
 * sources of snapd and Flatpak, systemd.special(7)); none of these is recorded, for none runs here.
 */

const UUID = '3d5f28f0-6a2b-4c1e-9d0a-0f1e2d3c4b5a';
const SESSION = '/user.slice/user-1000.slice/user@1000.service/app.slice';

const top = (cgroup: string | null, comm = 'sleep', args: string[] | null = ['sleep', '1d']) => {
  return { comm, args, cgroup };
};
const told = (named: Named['named'], name: string): Named => ({ name, named });

describe('the cgroup names it', () => {
  it.each<[string, string, Named]>([
    ['LXC', '/lxc.payload.web', told('lxc', 'web')],
    ['LXC with systemd in it', '/lxc.payload.web/init.scope', told('lxc', 'web')],
    ['LXC, a name with dots', '/lxc.payload.web.example', told('lxc', 'web.example')],
    ['Incus, of a project', '/lxc.payload.user-1000_web', told('lxc', 'user-1000_web')],
    ['LXC 3', '/lxc/web/init.scope', told('lxc', 'web')],
    ['LXC in a folder', '/user/1000/lxc.payload/web', told('lxc', 'web')],
    ['a unit in LXC', '/lxc.payload.web/system.slice/cron.service', told('unit', 'cron.service')],
    ['nspawn', '/machine.slice/machine-debian.scope/payload', told('machine', 'debian')],
    ['nspawn, a dash', '/machine.slice/machine-my\\x2dbox.scope', told('machine', 'my-box')],
    [
      'nspawn as a service',
      '/machine.slice/systemd-nspawn@my\\x2dbox.service/payload/init.scope',
      told('machine', 'my-box'),
    ],
    [
      'libvirt',
      '/machine.slice/machine-qemu\\x2d1\\x2dvm.scope/libvirt/emulator',
      told('machine', 'qemu-1-vm'),
    ],
    ['a snap', `${SESSION}/snap.firefox.firefox-${UUID}.scope`, told('snap', 'firefox')],
    ['a snap, before', `${SESSION}/snap.firefox.firefox.${UUID}.scope`, told('snap', 'firefox')],
    ['an application of a snap', `/snap.gimp.open-${UUID}.scope`, told('snap', 'gimp.open')],
    ['a service of a snap', '/system.slice/snap.lxd.daemon.service', told('snap', 'lxd.daemon')],
    [
      'a hook of a snap',
      `/system.slice/snap.firefox.hook.configure-${UUID}.scope`,
      told('snap', 'firefox.hook.configure'),
    ],
    [
      'a flatpak',
      `${SESSION}/app-flatpak-org.gnome.Maps-4711.scope`,
      told('flatpak', 'org.gnome.Maps'),
    ],
    [
      'a flatpak with a dash',
      `${SESSION}/app-flatpak-org.x.A\\x2db-4711.scope`,
      told('flatpak', 'org.x.A-b'),
    ],
    ['a flatpak, before', `${SESSION}/flatpak-org.x.App-47.scope`, told('flatpak', 'org.x.App')],
    ['a unit', '/system.slice/systemd-resolved.service', told('unit', 'systemd-resolved.service')],
    [
      'a unit of a template',
      '/system.slice/system-postgresql.slice/postgresql@15\\x2dmain.service',
      told('unit', 'postgresql@15-main.service'),
    ],
    ['a unit of a user', `${SESSION}/tracker.service`, told('unit', 'tracker.service')],
  ])('%s', (_, cgroup, expected) => {
    expect(nameOf(top(cgroup), '/init.scope')).toEqual(expected);
  });
});

describe('its topmost command names it', () => {
  const sleep = told('command', 'sleep');

  it.each<[string, string | null, string | null]>([
    ['no cgroup', '/', '/'],
    ['a cgroup that could not be read', null, null],
    ['a session', '/user.slice/user-1000.slice/session-3.scope', '/init.scope'],
    ['a user’s own units', '/user.slice/user-1000.slice/user@1000.service', '/init.scope'],
    ['a terminal', `${SESSION}/vte-spawn-${UUID}.scope`, `${SESSION}/gnome-terminal.service`],
    ['made by a unit', '/system.slice/cron.service', '/system.slice/cron.service'],
    ['below a unit', '/system.slice/cron.service/job', '/system.slice/cron.service'],
    ['the folder of LXC alone', '/lxc', '/'],
    ['what begins like LXC', '/lxc.payload.', '/'],
    ['what monitors one of LXC', '/lxc.monitor.web', '/'],
    ['the processes of a container that nobody tells of', `/docker-${'a'.repeat(64)}.scope`, '/'],
    ['no process in a flatpak’s name', '/app-flatpak-org.x.App.scope', '/'],
  ])('%s', (_, cgroup, parent) => {
    expect(nameOf(top(cgroup), parent)).toEqual(sleep);
  });

  it.each<[string, string[] | null, string]>([
    ['sleep', ['/usr/bin/sleep', '1d'], 'sleep'],
    ['a-name-of-fifte', ['/opt/a-name-of-fifteen-and-more'], 'a-name-of-fifteen-and-more'],
    ['chromium', ['/usr/lib/chromium/chromium --type=zygote'], 'chromium'],
    ['nginx', ['nginx: worker process'], 'nginx'],
    ['tool', ['/usr/bin/python3', '/usr/bin/tool'], 'tool'],
    ['bash', ['-bash'], 'bash'],
    ['sleep', null, 'sleep'],
    ['sleep', [], 'sleep'],
    ['', ['sh'], ''],
  ])('%s of %j is %s', (comm, args, name) => {
    expect(nameOf(top('/', comm, args), null)).toEqual(told('command', name));
  });
});
