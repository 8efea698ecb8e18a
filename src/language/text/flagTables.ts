import type { DockerCommand } from '../../catalog';

/** The flags that take no value: what follows them may be the image. All others take the next word. */
export interface Switches {
  readonly long: ReadonlySet<string>;
  readonly short: ReadonlySet<string>;
}

function switches(long: string, short: string): Switches {
  return { long: new Set(long.split(' ')), short: new Set(short) };
}

/** Before the subcommand: `docker -D run`. */
export const globalSwitches = switches(
  'debug tls tlsverify version help remote debug-full insecure-registry trace',
  'Dvr',
);

/** Of docker, with what podman and nerdctl have beside it. */
const run = switches(
  'detach disable-content-trust help init interactive no-healthcheck oom-kill-disable privileged publish-all quiet ' +
    'read-only rm sig-proxy tty use-api-socket ' +
    'env-host http-proxy no-hostname no-hosts passwd read-only-tmpfs replace rmi rootfs tls-verify',
  'ditPq',
);

const build = switches(
  'check compress debug disable-content-trust force-rm help load no-cache pull push quiet rm squash ' +
    'layers squash-all tls-verify',
  'qD',
);

/** `compose run`. */
const projectRun = switches(
  'build detach dry-run help interactive no-deps no-TTY quiet quiet-build quiet-pull remove-orphans rm service-ports ' +
    'tty use-aliases',
  'ditTPq',
);

const service = switches(
  'detach force help init no-healthcheck no-resolve-image quiet read-only rollback tty with-registry-auth',
  'dqt',
);

/** By command. */
export const commandSwitches: Readonly<Record<DockerCommand, Switches>> = {
  run,
  create: run,
  build,
  projectRun,
  serviceCreate: service,
  serviceUpdate: service,
  networkConnect: switches('help', ''),
  networkCreate: switches('attachable config-only help ingress internal ipv4 ipv6', ''),
  networkDisconnect: switches('force help', 'f'),
  networkInspect: switches('help verbose', 'v'),
  networkList: switches('help no-trunc quiet', 'q'),
  networkPrune: switches('force help', 'f'),
  networkRemove: switches('force help', 'f'),
};

/** In these commands the first word that is no flag ends the flags: what follows belongs to the container. */
export const endsAtFirstArgument: ReadonlySet<DockerCommand> = new Set<DockerCommand>([
  'run',
  'create',
  'projectRun',
  'serviceCreate',
]);

/** The words that lead to a command, after the program's name and its global flags. */
export const subcommands: readonly { readonly words: readonly string[]; readonly command: DockerCommand }[] =
  [
    { words: ['run'], command: 'run' },
    { words: ['container', 'run'], command: 'run' },
    { words: ['create'], command: 'create' },
    { words: ['container', 'create'], command: 'create' },
    { words: ['build'], command: 'build' },
    { words: ['buildx', 'build'], command: 'build' },
    { words: ['buildx', 'b'], command: 'build' },
    { words: ['builder', 'build'], command: 'build' },
    { words: ['image', 'build'], command: 'build' },
    { words: ['service', 'create'], command: 'serviceCreate' },
    { words: ['service', 'update'], command: 'serviceUpdate' },
    { words: ['network', 'connect'], command: 'networkConnect' },
    { words: ['network', 'create'], command: 'networkCreate' },
    { words: ['network', 'disconnect'], command: 'networkDisconnect' },
    { words: ['network', 'inspect'], command: 'networkInspect' },
    { words: ['network', 'ls'], command: 'networkList' },
    { words: ['network', 'list'], command: 'networkList' },
    { words: ['network', 'prune'], command: 'networkPrune' },
    { words: ['network', 'rm'], command: 'networkRemove' },
    { words: ['network', 'remove'], command: 'networkRemove' },
  ];

/** Between `docker compose` and its command. */
export const composeSwitches = switches(
  'all-resources compatibility dry-run help no-ansi skip-hostname-check verbose version',
  'hv',
);
