import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Attempt } from '@lib/model/host';
import { readContextHost, readCurrentContext } from './context';
import type { Address, Endpoint, EndpointRule } from '../engine/endpoint';
import { addressUrl, parseDockerHost } from './docker-host';

/** An endpoint that was named but cannot be used, or did not answer. */
export type FailedEndpoint = Attempt & { from: EndpointRule };

/** All that the search depends on. */
export interface EndpointSources {
  /** `--docker` and `--engine`; none: they are searched for. */
  named: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Instead of /var/run and /run, for tests. */
  varRun?: string;
  run?: string;
}

export interface EndpointSearch {
  /** To be tried in this order; the first that answers is the one. */
  candidates: Endpoint[];
  /** What was named and cannot be used at all, and what could not be read that may name one. */
  refused: FailedEndpoint[];
  /** Was one named, so that nothing is looked for besides? */
  isNamed: boolean;
}

/** Where the engines listen that somebody runs without root's rights, in a folder of the session. */
const ROOTLESS = [
  ['rootless docker', 'docker.sock'],
  ['rootless podman', 'podman/podman.sock'],
] as const;

/**
 * Where a Docker API may be found, in the order in which the docker command looks, and after its
 * default the sockets of rootless Docker and of Podman, the person's own and those of others that can be seen. Reads the command's configuration; connects
 * to nothing.
 */
export function findEndpoints(sources: EndpointSources): EndpointSearch {
  const search: EndpointSearch = { candidates: [], refused: [], isNamed: true };
  const add = (from: EndpointRule, value: string) => {
    addEndpoint(search, from, value, sources);
  };
  const { named, env } = sources;
  if (named.length > 0) {
    for (const url of named) add('option', url);
    return search;
  }
  if (env['DOCKER_HOST']) {
    add('DOCKER_HOST', env['DOCKER_HOST']);
    return search;
  }
  if (addContext(search, sources)) return search;
  search.isNamed = false;
  add('default', defaultSocket(sources));
  const own = ownFolder(sources);
  for (const [rule, socket] of ROOTLESS) if (own) add(rule, join(own, socket));
  add('podman', join(runFolder(sources), 'podman/podman.sock'));
  search.candidates.push(...findOthers(sources));
  return search;
}

/** The engines that other people run without root's rights, as far as they can be seen now, by their numbers. */
export function findOthers(sources: EndpointSources): Endpoint[] {
  const search: EndpointSearch = { candidates: [], refused: [], isNamed: false };
  const own = ownFolder(sources);
  for (const folder of foldersIn(join(runFolder(sources), 'user'))) {
    for (const [rule, socket] of ROOTLESS) {
      const path = join(folder, socket);
      // Those of others are places where one is, or none: most have none, and are not ours to look into.
      if (folder !== own && existsSync(path)) addEndpoint(search, rule, path, sources);
    }
  }
  return search.candidates;
}

function runFolder({ run = '/run' }: EndpointSources): string {
  return run;
}

/** The folder of the person's own session. */
function ownFolder({ env }: EndpointSources): string | undefined {
  return env['XDG_RUNTIME_DIR'];
}

/** True when a context is chosen and binds. `default` is a name for no context. */
function addContext(search: EndpointSearch, sources: EndpointSources): boolean {
  const folder = sources.env['DOCKER_CONFIG'] || join(sources.env['HOME'] || homedir(), '.docker');
  const from = sources.env['DOCKER_CONTEXT'] ? 'DOCKER_CONTEXT' : 'currentContext';
  const name = sources.env['DOCKER_CONTEXT'] || readCurrentContext(folder);
  if (name === null || name === 'default') return false;
  if (typeof name !== 'string') {
    // The docker command warns of a bad config.json and goes on with its default.
    search.refused.push({ url: folder, from, problem: 'unsupported', reason: name.error });
    return false;
  }
  const context = readContextHost(folder, name);
  if ('error' in context)
    search.refused.push({ url: name, from, problem: 'unsupported', reason: context.error });
  else addEndpoint(search, from, context.host, sources);
  return true;
}

function addEndpoint(
  search: EndpointSearch,
  from: EndpointRule,
  value: string,
  sources: EndpointSources,
): void {
  const address = parseDockerHost(value, defaultSocket(sources));
  if ('error' in address) {
    search.refused.push({ url: value, from, problem: 'unsupported', reason: address.error });
  } else if (address.kind === 'tcp' && from === 'DOCKER_HOST' && sources.env['DOCKER_TLS_VERIFY']) {
    search.refused.push({
      url: value,
      from,
      problem: 'unsupported',
      reason: 'TLS is not supported (DOCKER_TLS_VERIFY)',
    });
  } else {
    search.candidates.push({ ...address, url: shownUrl(address, sources), from });
  }
}

/** In their order; none where it cannot be listed, or is not there. */
function foldersIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).sort((a, b) => Number(a) - Number(b));
    return names.map((name) => join(folder, name));
  } catch {
    return []; // A machine without sessions has none; what may not be listed may not be used either.
  }
}

function defaultSocket(sources: EndpointSources): string {
  return join(sources.varRun ?? '/var/run', 'docker.sock');
}

/** Where /var/run is a link to /run, a person knows the socket by the latter. */
function shownUrl(
  address: Address,
  { varRun = '/var/run', run = '/run' }: EndpointSources,
): string {
  if (address.kind === 'tcp' || !address.path.startsWith(`${varRun}/`)) return addressUrl(address);
  let target: string;
  try {
    target = realpathSync(varRun);
  } catch {
    return addressUrl(address); // No /var/run at all: then the path is shown as it was given.
  }
  if (target !== run) return addressUrl(address);
  return addressUrl({ kind: 'unix', path: run + address.path.slice(varRun.length) });
}
