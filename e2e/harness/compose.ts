import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = new URL('../../docs/compose.yaml', import.meta.url);

/** Exactly what that file uses: what is added there must be told of here. */
const serviceSchema = z.strictObject({
  image: z.string(),
  command: z.array(z.string()),
  pid: z.string(),
  cgroup: z.string(),
  uts: z.string(),
  read_only: z.literal(true),
  cap_drop: z.array(z.string()),
  cap_add: z.array(z.string()),
  security_opt: z.array(z.string()),
  group_add: z.array(z.string()),
  volumes: z.array(z.string()),
  tmpfs: z.array(z.string()),
  ports: z.array(z.string()),
});

/** The service of docs/compose.yaml as arguments of `docker run`. */
export interface ComposedRun {
  flags: string[];
  ports: string[];
  image: string;
  command: string[];
}

/** @param machine the socket of the engine and its group, in place of the machine's own */
export function composedRun({ socket, group }: { socket: string; group: number }): ComposedRun {
  const text = readFileSync(FILE, 'utf8').replace(/\$\{DOCKER_GID:[^}]*\}/, String(group));
  const file = z.object({ services: z.object({ nsview: serviceSchema }) });
  const { services } = file.parse(parse(text));
  const { nsview } = services;
  const each = (flag: string, values: readonly string[]) =>
    values.map((value) => `${flag}=${value}`);
  return {
    flags: [
      ...[`--pid=${nsview.pid}`, `--cgroupns=${nsview.cgroup}`],
      ...[`--uts=${nsview.uts}`, '--read-only'],
      ...each('--cap-drop', nsview.cap_drop),
      ...each('--cap-add', nsview.cap_add),
      ...each('--security-opt', nsview.security_opt),
      ...each('--group-add', nsview.group_add),
      ...each(
        '--volume',
        nsview.volumes.map((volume) => volume.replace(/^\/run\/docker\.sock:/, `${socket}:`)),
      ),
      ...each('--tmpfs', nsview.tmpfs),
    ],
    ports: each('--publish', nsview.ports),
    image: nsview.image,
    command: nsview.command,
  };
}
