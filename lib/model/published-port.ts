import * as z from 'zod/mini';

export const PORT_PROTOCOLS = ['tcp', 'udp', 'sctp'] as const;

/** A port of a container that can be called at one of its host: in the network that its engine is in. */
export const publishedPortSchema = z.object({
  protocol: z.enum(PORT_PROTOCOLS),
  /** In the container. */
  port: z.int(),
  /** `0.0.0.0`, `::`: every address of the host. */
  hostAddress: z.string(),
  hostPort: z.int(),
});
export type PublishedPort = z.infer<typeof publishedPortSchema>;
