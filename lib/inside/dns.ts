import * as z from 'zod/mini';

/** Whom programs ask for the addresses of names, as /etc/resolv.conf of one root has it. */
export const dnsInsideSchema = z.object({
  /** In the order in which they are asked; none: the machine itself is. */
  nameservers: z.array(z.string()),
  search: z.array(z.string()),
  options: z.array(z.string()),
});
export type DnsInside = z.infer<typeof dnsInsideSchema>;
