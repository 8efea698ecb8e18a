import { keyOf, removeFlag, removeLines } from '../fixes/edits';
import { hasEntries, hoverSpan, type Scope, type Use } from '../use';
import { readBorrowedMode, type BorrowedMode } from '../values/read';
import { rule } from './shared/rule';

const ofTheOther = 'It belongs to the container whose network is shared.';
const conflict = (what: string) => `conflicting options: ${what} and the network mode. ${ofTheOther}`;

/** What the engine says of settings that a container in the network of another can not have. */
const shared: Partial<Readonly<Record<Use['syntax'], string>>> = {
  hostname: conflict('hostname'),
  dnsServer: conflict('dns'),
  addHost: conflict('custom host-to-IP mapping'),
  mac: conflict('mac-address'),
  expose: `conflicting options: port exposing and the container type network mode. ${ofTheOther}`,
  exposeKey: `conflicting options: port exposing and the container type network mode. ${ofTheOther}`,
  publishAll:
    'conflicting options: port publishing and the container type network mode. Publish the ports on the container whose network is shared.',
  link: `conflicting options: container type network can't be used with links. This would result in undefined behavior. ${ofTheOther}`,
  serviceLink: `conflicting options: container type network can't be used with links. This would result in undefined behavior. ${ofTheOther}`,
};

const onHost: Partial<Readonly<Record<Use['syntax'], string>>> = {
  link: "conflicting options: host type networking can't be used with links. This would result in undefined behavior. Programs on the host network reach others at 127.0.0.1 and their ports.",
  serviceLink:
    "conflicting options: host type networking can't be used with links. This would result in undefined behavior. Programs on the host network reach others at 127.0.0.1 and their ports.",
  mac: 'conflicting options: mac-address and the network mode. On the host network the container has the interfaces of the host.',
};

const words: Readonly<Record<BorrowedMode, typeof shared>> = {
  container: shared,
  service: shared,
  host: onHost,
  none: {},
};

function conflicts(scope: Scope) {
  const mode = readBorrowedMode(scope);
  if (!mode || !['run', 'create', 'composeService'].includes(scope.place)) return [];
  return scope.uses.flatMap((use) => {
    const message = words[mode][use.syntax] ?? hostSysctl(use, mode);
    const whole =
      use.kind === 'flag' ||
      (use.kind === 'key' && (use.value !== undefined || hasEntries(scope, use.syntax)));
    const off = use.syntax === 'publishAll' && use.text === 'false';
    return message !== undefined && whole && !off && use.place !== 'composeBuild' && use.text !== ''
      ? [{ message, use, scope, ...hoverSpan(use) }]
      : [];
  });
}

/** The parameters of the host's network belong to the host. */
function hostSysctl({ syntax, text, kind }: Use, mode: BorrowedMode): string | undefined {
  const key = text?.split('=', 1)[0];
  return mode === 'host' && syntax === 'sysctl' && kind === 'flag' && key?.startsWith('net.')
    ? `sysctl "${key}" not allowed in host network namespace. On the host network it would change the host itself.`
    : undefined;
}

/** Settings that a container without a network of its own can not have. */
export const networkModeConflict = rule({
  code: 'network.modeConflict',
  severity: 'error',
  about:
    'A hostname, DNS server, link or other setting that the engine refuses on the host network or in the network of another container.',
  docs: 'https://docs.docker.com/engine/network/#container-networks',
  check: conflicts,
  say: ({ message }) => message,
  mend: ({ use, scope }, file) => {
    const key = use.kind === 'key' ? keyOf(file, scope, use) : undefined;
    const edit = key ? removeLines(key) : removeFlag(file.text, use);
    return edit ? [{ title: `Remove ${use.spelling}`, edits: [edit], preferred: true }] : [];
  },
});
