import * as z from 'zod/mini';
import { unreadableSchema } from '../model/unreadable';
import { publishedPortSchema } from '../model/published-port';

/** What a flag of `docker run` is about: what a container may use, can see, may do; or else. */
const FLAG_TOPICS = ['use', 'see', 'rights', 'other'] as const;

export const flagSchema = z.object({
  /** `--memory` */
  flag: z.string(),
  /** What follows it, not quoted; null: it stands alone. */
  value: z.nullable(z.string()),
  about: z.enum(FLAG_TOPICS),
});
export type Flag = z.infer<typeof flagSchema>;

/** Why there is no flag of what is set: none says it. */
export const NO_FLAG = 'no-flag';

export const mountSchema = z.object({
  /** `bind`, `volume`, `tmpfs`, … as the engine calls it. */
  type: z.string(),
  /** The folder of the host that is mounted; null where there is none. */
  source: z.nullable(z.string()),
  target: z.string(),
  writable: z.boolean(),
  /** The name of the volume; null: it is none. */
  volume: z.nullable(z.string()),
  /** Of a volume that was made of a folder of the host: that folder, which is below `source` then; null: it has its own. */
  bound: z.nullable(z.string()),
});
export type Mount = z.infer<typeof mountSchema>;

const textsSchema = z.array(z.string());
const amountSchema = z.nullable(z.number());

/**
 * How a container was started, as its engine keeps it. Text is empty where the engine's default counts, numbers
 * are null where no limit is set; what was not told has its name in `unreadable`.
 */
export const configSchema = z.object({
  /** What would start another one like it: `docker run`, these, `tag`, `command`. */
  flags: z.array(flagSchema),
  /** The image as it was named: `ubuntu`. */
  tag: z.string(),
  /** With the words of its entrypoint after the first, which `--entrypoint` takes. */
  command: textsSchema,
  /** As whom: `1000:1000`, `www`; empty: as root. */
  user: z.string(),
  hostname: z.string(),
  ports: z.array(z.extend(publishedPortSchema, { hostPort: z.nullable(z.int()) })),
  /** By name. */
  networks: textsSchema,
  mounts: z.array(mountSchema),
  /** `no`, `always`, `on-failure:3`. */
  restart: z.string(),
  privileged: z.boolean(),
  readonlyRoot: z.boolean(),
  capAdd: textsSchema,
  capDrop: textsSchema,
  /** `apparmor=unconfined`, `seccomp=PROFILE.json`: what the file of a profile holds is left out. */
  securityOpt: textsSchema,
  modes: z.object({
    pid: z.string(),
    net: z.string(),
    ipc: z.string(),
    uts: z.string(),
    userns: z.string(),
    cgroupns: z.string(),
  }),
  limits: z.object({ memoryBytes: amountSchema, cpus: amountSchema, pids: amountSchema }),
  /** The same as the engine has them: 0, -1 or null where no limit is set. */
  limitsKept: z.object({ memoryBytes: amountSchema, pids: amountSchema }),
  /** The profile that the engine says it gave it; empty: none. */
  appArmor: z.string(),
  unreadable: unreadableSchema,
});
export type Config = z.infer<typeof configSchema>;
