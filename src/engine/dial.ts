import type { DockerOptions } from 'dockerode';
import type { ResolvedEndpoint } from './endpoint';
import { EngineFault } from './problem';
import { readTls, type TlsOptions } from './tls';

/** What dockerode needs to reach an endpoint; rejects with a `badEndpoint` or `tls` fault. */
export async function dialOptions({
  endpoint,
  tls,
}: ResolvedEndpoint): Promise<DockerOptions & Partial<TlsOptions>> {
  const { url } = endpoint;
  if (url.startsWith('unix://')) {
    return { socketPath: url.slice('unix://'.length) };
  }
  if (url.startsWith('npipe://')) {
    return { socketPath: url.slice('npipe://'.length) };
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'tcp:' || parsed.hostname === '' || parsed.port === '0') {
    const detail = `${url} is not an endpoint Portolan can open: it takes unix://, npipe:// and tcp://`;
    throw new EngineFault({ reason: 'badEndpoint', detail });
  }
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  const port = parsed.port === '' ? (tls ? 2376 : 2375) : Number(parsed.port);
  return { host, port, protocol: tls ? 'https' : 'http', ...(tls ? await readTls(tls) : {}) };
}
