import type { ProblemReason } from '../../engine/state';

const LINUX =
  'Join the group of the socket with sudo usermod -aG docker $USER, then log in anew and reload the window; or select a rootless engine.';

/** What the socket is guarded by differs; undefined for systems that do as Linux does. */
const PERMISSION: Partial<Record<NodeJS.Platform, string>> = {
  darwin:
    'Start Docker Desktop or Colima as this user, or allow the default Docker socket in Docker Desktop’s advanced settings.',
  win32: 'Let an administrator add you to the local group docker-users, then sign in anew.',
};

const STEPS: Readonly<Record<Exclude<ProblemReason, 'noPermission'>, string>> = {
  notRunning:
    'Start Docker, select another endpoint, or look at the sample engine: a recorded picture with every kind of network.',
  forbidden:
    'Let it answer GET on /version, /info, /networks, /containers/json and /events, or select another endpoint.',
  unreachable: 'Look whether the host’s name and the network are right, or select another endpoint.',
  disconnected: 'It may be restarting: Portolan tries again by itself.',
  timeout: 'It may be starting or stalled: Portolan tries again by itself.',
  tls: 'Look at the port and the certificates: those of the docker context, or DOCKER_TLS_VERIFY and DOCKER_CERT_PATH.',
  ssh: 'ssh must come to the host without a question in a terminal, with the host’s key known and yours in the agent, and find docker (18.09 or later) there.',
  badEndpoint: 'Select another one, or mend DOCKER_HOST, the docker context or the setting portolan.host.',
  badAnswer: 'Look at the port, or select another endpoint.',
  tooOld: 'Portolan reads API 1.24 (engine 1.12) and later: update the engine, or select another endpoint.',
  engineError: 'Portolan tries again by itself; if this goes on, look into the engine’s own log.',
};

/** What a person can do about a problem, on the system where the extension runs: that can be another than the window's. */
export function nextStep(reason: ProblemReason, platform: NodeJS.Platform): string {
  return reason === 'noPermission' ? (PERMISSION[platform] ?? LINUX) : STEPS[reason];
}
