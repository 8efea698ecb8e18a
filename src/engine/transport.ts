import { parseSshUrl, type SshTarget } from './ssh';

/** How an endpoint is reached, read from its address. */
export type Transport =
  /** A unix socket or a Windows named pipe. */
  | { readonly kind: 'socket'; readonly path: string }
  /** `port` is undefined where the address names none. */
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number | undefined }
  | { readonly kind: 'ssh'; readonly target: SshTarget }
  /** Nothing that can be opened; `why` is a clause to show: `… takes no path`. */
  | { readonly kind: 'unusable'; readonly why: string };

/**
 * `host:2375` → `tcp://host:2375`, `/run/docker.sock` → `unix:///run/docker.sock`. A password is dropped here, before
 * anything is shown, logged or remembered: no endpoint that Portolan opens takes one. The path of `ssh://host:22/a@b.sock`
 * stays as it is; elsewhere all up to the last `@` is taken for the password, since some hold a slash.
 */
export function normaliseHost(host: string): string {
  const url = /^\w+:\/\//.test(host) ? host : host.startsWith('/') ? `unix://${host}` : `tcp://${host}`;
  const [, address = url, path = ''] = SSH_WITH_PATH.exec(url) ?? [];
  return address.replace(/^(\w+:\/\/[^/@:]*):.*@/s, '$1@') + path;
}

/** `ssh://user:password@host:22` and `/run/docker.sock`; a host may be `[fe80::1]`. */
const SSH_WITH_PATH = /^(ssh:\/\/(?:[^/]*@)?(?:\[[^\]/@]*\]|[^/@:[]*)(?::\d*)?)(\/.*)$/s;

/** Reads a normalised address; never throws. `tcp://[::1]:2376` → host `::1`, port 2376. */
export function parseTransport(url: string): Transport {
  const [, scheme = '', rest = ''] = /^(\w+):\/\/(.*)$/s.exec(url) ?? [];
  switch (scheme) {
    case 'unix':
      return rest.startsWith('/')
        ? { kind: 'socket', path: rest }
        : {
            kind: 'unusable',
            why: 'the path of a socket begins with a slash, as in unix:///run/docker.sock',
          };
    case 'npipe':
      return rest.startsWith('//')
        ? { kind: 'socket', path: rest }
        : { kind: 'unusable', why: 'a named pipe is written as in npipe:////./pipe/docker_engine' };
    case 'tcp':
      return parseTcp(url);
    case 'ssh':
      return parseSshUrl(url);
    default:
      return { kind: 'unusable', why: 'Portolan takes unix://, npipe://, tcp:// and ssh://' };
  }
}

function parseTcp(url: string): Transport {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || parsed.hostname === '' || parsed.port === '0') {
    return { kind: 'unusable', why: 'it is to be a host and a port, as in tcp://host:2376' };
  }
  if (!['', '/'].includes(parsed.pathname) || parsed.search !== '' || parsed.hash !== '') {
    return { kind: 'unusable', why: 'a tcp:// address takes no path' };
  }
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  return { kind: 'tcp', host, port: parsed.port === '' ? undefined : Number(parsed.port) };
}
