import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A key and its certificate, as PEM. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
  /** Where the certificate is, for `NODE_EXTRA_CA_CERTS`. */
  readonly file: string;
}

/** A new certificate for loopback, which only programs trust that are told to. Its key is never stored. */
export async function makeCertificate(folder: string): Promise<ServerCertificate> {
  const made = await generate([{ name: 'commonName', value: 'Partner Desk simulation' }], {
    algorithm: 'sha256',
    keySize: 2048,
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const file = join(folder, 'simulation.pem');
  await mkdir(folder, { recursive: true });
  await writeFile(file, made.cert);
  return { key: made.private, cert: made.cert, file };
}
