import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A throw-away authority with a certificate for 127.0.0.1 and one for a client, as docker names the files. */
export function makeCertificates(folder: string): void {
  mkdirSync(folder);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=authority',
    '-days',
    '1',
    '-keyout',
    'ca-key.pem',
    '-out',
    'ca.pem',
  );
  writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1');
  for (const [name, prefix] of [
    ['server', 'server-'],
    ['client', ''],
  ] as const) {
    openssl('req', ...key, '-subj', `/CN=${name}`, '-keyout', `${prefix}key.pem`, '-out', `${name}.csr`);
    const signed = [
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca-key.pem',
      '-CAcreateserial',
      '-days',
      '1',
      '-extfile',
      'names',
    ];
    openssl('x509', '-req', '-in', `${name}.csr`, ...signed, '-out', `${prefix}cert.pem`);
  }
}
