import { isWildcard, type PublishedPort } from '../../model';
import { bracket } from '../rows/rows';

/** Ports that servers in containers use for HTTPS. */
const HTTPS = new Set([443, 8443]);

/**
 * Where a browser finds a published port: `http://localhost:8080`, `https://192.0.2.7:8443`, `http://[fd00::1]:80`; with a
 * `tcp://` or `ssh://` endpoint the engine's host instead of localhost. Undefined where no browser gets there: the port is
 * not TCP, or is bound to the loopback of another machine.
 */
export function portUrl(port: PublishedPort, endpointUrl: string): string | undefined {
  if (port.protocol !== 'tcp') {
    return undefined;
  }
  const engine = remoteHost(endpointUrl);
  const bound = port.hostIps.some(isWildcard) ? undefined : port.hostIps[0];
  if (bound !== undefined && engine !== undefined && isLoopback(bound)) {
    return undefined;
  }
  const scheme = HTTPS.has(port.containerPort) ? 'https' : 'http';
  return `${scheme}://${bracket(bound ?? engine ?? 'localhost')}:${port.hostPort}`;
}

/** The machine of an engine that is not on this one: `tcp://docker.example.com:2376` → `docker.example.com`. */
export function remoteHost(endpointUrl: string): string | undefined {
  const url = /^(tcp|ssh):/.test(endpointUrl) && URL.canParse(endpointUrl) ? new URL(endpointUrl) : undefined;
  const host = url?.hostname.replace(/^\[|\]$/g, '');
  return host === undefined || host === '' || host === 'localhost' || isLoopback(host) ? undefined : host;
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^127(\.\d+){3}$/.test(address);
}
