/**
 * The programs that the tests need from the machine. What is missing is installed from Debian's
 * packages where that is allowed (as root), else named.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the tests run on: see tested-engine.ts. */
const ENGINE = process.env.NSVIEW_TEST_ENGINE ?? 'docker';
const DOCKER = [
  ['dockerd', 'docker.io'],
  ['docker', 'docker.io'],
];

const CONTAINERD = [
  ['containerd', 'containerd'],
  ['ctr', 'containerd'],
];

/** A program to look for, and the Debian package that brings it. */
const PROGRAMS = [
  ...(ENGINE === 'docker' ? DOCKER : []),
  ...(ENGINE === 'podman' ? [['podman', 'podman']] : []),
  ...(ENGINE === 'containerd' ? CONTAINERD : []),
  ['ip', 'iproute2'],
  ['ss', 'iproute2'],
  ['nft', 'nftables'],
  ['nsenter', 'util-linux'],
  ['ipcmk', 'util-linux'],
  ['ipcs', 'util-linux'],
  ['hostname', 'hostname'],
  ['setpriv', 'util-linux'],
  ['lsns', 'util-linux'],
  ['capsh', 'libcap2-bin'],
  ['scmp_sys_resolver', 'seccomp'],
  ['pdftotext', 'poppler-utils'],
  ['python3', 'python3-minimal'],
  ['tar', 'tar'],
  ['xz', 'xz-utils'],
  ['strip', 'binutils'],
  ['setcap', 'libcap2-bin'],
  ['newuidmap', 'uidmap'],
  ['rootlesskit', 'rootlesskit'],
  ['bwrap', 'bubblewrap'],
  ['useradd', 'passwd'],
  ['rsvg-convert', 'librsvg2-bin'],
  ['nats-server', 'nats-server'],
];
/** The same for programs that not every machine can have: the tests of them are skipped, and say so, or take longer. */
const WISHED = [
  ...(process.arch === 'x64' ? [['runsc', 'runsc']] : []),
  ['docker-registry', 'docker-registry'],
  ['podman', 'podman'],
  ['chromium-headless-shell', 'chromium-headless-shell'],
];
const POLICY = '/usr/sbin/policy-rc.d';

/** @param {string} program */
function isThere(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Inside an empty image only a busybox runs that needs no libraries. */
function isStaticBusyboxThere() {
  return spawnSync('chroot', ['/bin', '/busybox', 'true']).status === 0;
}

async function isBrowserThere() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) || existsSync('/usr/bin/chromium');
}

/** @param {string[][]} programs */
function packagesFor(programs) {
  return programs.flatMap(([program = '', name = '']) => (isThere(program) ? [] : name));
}

/** @returns {Promise<string[]>} the packages to install */
async function missing() {
  const packages = packagesFor(PROGRAMS);
  if (!isStaticBusyboxThere()) packages.push('busybox-static');
  if (!(await isBrowserThere())) packages.push('chromium');
  return [...new Set(packages)];
}

/** @param {string[]} packages */
function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // docker.io would start a daemon of its own; the tests want none but theirs.
  const forbidServices = !existsSync(POLICY);
  if (forbidServices) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    /** @type {import('node:child_process').ExecFileSyncOptions} */
    const options = { env, stdio: ['ignore', 'inherit', 'inherit'] };
    execFileSync('apt-get', ['update', '-q'], options);
    execFileSync(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', ...packages],
      options,
    );
  } finally {
    if (forbidServices) rmSync(POLICY);
  }
}

/** Make sure that all programs are there. @throws with what a person has to do, where they are not */
export async function ensurePrograms() {
  if (process.getuid?.() !== 0) {
    throw new Error('the browser tests start Docker daemons of their own: run them as root');
  }
  const packages = await missing();
  if (packages.length > 0 && isThere('apt-get')) install(packages);
  const still = await missing();
  if (still.length > 0) throw new Error(`missing programs; install: ${still.join(' ')}`);
  for (const wished of packagesFor(WISHED)) {
    try {
      if (isThere('apt-get')) install([wished]);
    } catch {
      process.stderr.write(`not to be had here, so some tests are skipped: ${wished}\n`);
    }
  }
}
