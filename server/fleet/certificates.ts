// The next one asks for it when it is loaded.
import 'reflect-metadata';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };

const DAY = 24 * 3600 * 1000;
/** Milliseconds: a class is over by then, and nobody is there to renew anything. */
const LASTS = 10 * 365 * DAY;

/** A certificate and its key, both as PEM. */
export interface Certified {
  certificate: string;
  key: string;
}

/**
 * An authority for one server, and that server's certificate. Nothing else trusts this authority: agents and hubs have
 * it in their credentials.
 *
 * @param addresses names and IP addresses under which the server is reached
 * @param now milliseconds since 1970
 */
export async function certify(
  addresses: readonly string[],
  now: number,
): Promise<{ authority: Certified; server: Certified }> {
  const authorityKeys = await keyPair();
  const serverKeys = await keyPair();
  // Clocks of virtual machines are behind where these were asleep.
  const times = { notBefore: new Date(now - DAY), notAfter: new Date(now + LASTS) };
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=nsview fleet authority',
    ...times,
    keys: authorityKeys,
    signingAlgorithm: SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const names = addresses.map((value) => ({
    type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
    value,
  }));
  const server = await X509CertificateGenerator.create({
    subject: 'CN=nsview fleet server',
    issuer: authority.subject,
    ...times,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(names),
      await AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  return {
    authority: { certificate: pem(authority.toString('pem')), key: await keyPem(authorityKeys) },
    server: { certificate: pem(server.toString('pem')), key: await keyPem(serverKeys) },
  };
}

function keyPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
}

async function keyPem({ privateKey }: CryptoKeyPair): Promise<string> {
  const bytes = await crypto.subtle.exportKey('pkcs8', privateKey);
  return pem(PemConverter.encode(bytes, 'PRIVATE KEY'));
}

/** With a line of its own at the end. */
function pem(text: string): string {
  return `${text.trim()}\n`;
}
