/** Whom to ask by ssh, and where the engine listens there. All of it is safe to hand to `ssh` as arguments. */
export interface SshTarget {
  readonly user: string | undefined;
  /** A name, an address, or an alias of the user's ssh config. */
  readonly host: string;
  readonly port: string | undefined;
  /** The engine's socket on the far side; undefined for the one that docker uses there. */
  readonly socket: string | undefined;
}

/** Seconds. To connect takes less than a call may take (10 s): ssh says in its own words that nobody answers. */
const SSH_LIMITS = { connect: 8, silence: 15 };

/** Never asks (nobody could answer), opens none of the user's forwardings, and notices a peer that is gone. */
const OPTIONS = [
  'BatchMode=yes',
  'ClearAllForwardings=yes',
  `ConnectTimeout=${SSH_LIMITS.connect}`,
  `ServerAliveInterval=${SSH_LIMITS.silence}`,
];

const FORM = /^ssh:\/\/(?:([^@/]*)@)?(\[[^\]/]+\]|[^@:/?#[\]]+)(?::(\d{1,5}))?(\/[^?#]*)?$/;

/** What a shell, or ssh when it fills in a ProxyCommand of the user's config, could take for more than a name. */
const NO_NAME = /^-|[\s\p{C}'"`$\\;&<>|(){}]/u;

export type ParsedSsh =
  { readonly kind: 'ssh'; readonly target: SshTarget } | { readonly kind: 'unusable'; readonly why: string };

/** Reads `ssh://user@host:22/run/docker.sock`; all but the host can be left out. Never throws. */
export function parseSshUrl(url: string): ParsedSsh {
  const parts = FORM.exec(url);
  const [user, host, socket] = [parts?.[1], parts?.[2], parts?.[4]].map(decodePart);
  if (parts === null || host === undefined) {
    return { kind: 'unusable', why: 'it is to be a host, as in ssh://user@host or ssh://user@host:22' };
  }
  const name = host.replace(/^\[|\]$/g, '');
  if (NO_NAME.test(name) || (user !== undefined && (user === '' || NO_NAME.test(user)))) {
    return { kind: 'unusable', why: 'its user or host is none that ssh may be given' };
  }
  if (socket !== undefined && /\p{Cc}/u.test(socket)) {
    return { kind: 'unusable', why: 'its path has control characters' };
  }
  const path = socket === '/' ? undefined : socket;
  return { kind: 'ssh', target: { user, host: name, port: parts[3], socket: path } };
}

function decodePart(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * The arguments with which `ssh` becomes a connection to the engine's API, as for the docker CLI: `docker system
 * dial-stdio` (Docker 18.09) on the far side joins its standard input and output to the engine's socket.
 */
export function sshArguments({ user, host, port, socket }: SshTarget): readonly string[] {
  const options = OPTIONS.flatMap((option) => ['-o', option]);
  const login = [...(user === undefined ? [] : ['-l', user]), ...(port === undefined ? [] : ['-p', port])];
  const docker = ['docker', ...(socket === undefined ? [] : ['--host', quote(`unix://${socket}`)])];
  return ['-T', ...options, ...login, '--', host, ...docker, 'system', 'dial-stdio'];
}

/** ssh joins the words of a command with spaces and has the far side's shell read them. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
