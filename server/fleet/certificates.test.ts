import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { certify } from './certificates';

const NOW = Date.UTC(2026, 11, 1);

it('a server is certified for its names and addresses alone, by an authority of its own', async () => {
  const addresses = ['nats.example', '192.168.1.5', 'fd00::5'];
  const made = await certify(addresses, NOW);
  const authority = new X509Certificate(made.authority.certificate);
  const server = new X509Certificate(made.server.certificate);
  expect(authority.ca).toBe(true);
  expect(server.ca).toBe(false);
  expect(server.verify(authority.publicKey)).toBe(true);
  expect(server.checkIssued(authority)).toBe(true);
  expect(server.checkPrivateKey(createPrivateKey(made.server.key))).toBe(true);
  expect(authority.checkPrivateKey(createPrivateKey(made.authority.key))).toBe(true);
  expect(server.checkHost('nats.example')).toBe('nats.example');
  expect(server.checkHost('other.example')).toBeUndefined();
  expect(server.checkIP('192.168.1.5')).toBe('192.168.1.5');
  expect(server.checkIP('fd00::5')).toBe('fd00::5');
  expect(server.checkIP('192.168.1.6')).toBeUndefined();
});

it('a certificate is for clocks that are a day behind, and for years', async () => {
  const { server } = await certify(['a'], NOW);
  const { validFrom, validTo } = new X509Certificate(server.certificate);
  expect(Date.parse(validFrom)).toBe(Date.UTC(2026, 10, 30));
  expect(new Date(validTo).getUTCFullYear()).toBe(2036);
});

it('no two fleets have one authority', async () => {
  const [one, other] = [await certify(['a'], NOW), await certify(['a'], NOW)];
  const server = new X509Certificate(one.server.certificate);
  const authority = new X509Certificate(other.authority.certificate);
  expect(server.verify(authority.publicKey)).toBe(false);
});
