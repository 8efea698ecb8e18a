import { fixValue } from '../fixes/fixValue';
import type { Scope, Use } from '../use';
import { say, sayPlainly, withoutCode } from '../values/say';
import { rule, type Rule } from './rule';
import { badPoolValues, badSwitches, badValues, type BadValue } from './valueProblems';

interface InvalidValue {
  readonly code: string;
  readonly about: string;
  readonly docs: string;
  readonly syntaxes: readonly Use['syntax'][];
}

/** A value that docker refuses. */
function invalidValue({ code, about, docs, syntaxes }: InvalidValue): Rule {
  return refusal(code, about, docs, (scope) => badValues(scope, syntaxes));
}

function refusal(
  code: string,
  about: string,
  docs: string,
  check: (scope: Scope) => readonly BadValue[],
): Rule {
  return rule({ code, severity: 'error', about, docs, check, say: words, mend: fixValue });
}

/** Keys of compose have a reader of their own: what the command line prints would be a stranger there. */
function words({ use, problem }: BadValue): string {
  const flagOnly = use.kind !== 'flag' && problem.code.startsWith('expose.');
  return flagOnly ? withoutCode(say(problem).advice) : sayPlainly(problem);
}

const run = 'https://docs.docker.com/reference/cli/docker/container/run/';
const networks = 'https://docs.docker.com/reference/cli/docker/network/create/';

/** `-p 127.0.0.1:80`, `ports: ["70000:80"]` */
const invalidPublish = invalidValue({
  code: 'publish.invalid',
  about: 'A published port that is refused: 127.0.0.1:80, 70000:80, 80/foo.',
  docs: 'https://docs.docker.com/engine/network/port-publishing/',
  syntaxes: ['publish', 'servicePublish'],
});

/** `--network alias=www`, `network_mode: "container:"` */
const invalidNetwork = invalidValue({
  code: 'network.invalid',
  about: 'The choice of a network that is refused: name=a,foo=b, container: without a name.',
  docs: `${run}#network`,
  syntaxes: ['network', 'networkMode', 'serviceNetwork'],
});

/** `--link a:b:c` */
const invalidLink = invalidValue({
  code: 'link.invalid',
  about: 'A link that is refused: a:b:c.',
  docs: 'https://docs.docker.com/engine/network/links/',
  syntaxes: ['link', 'serviceLink'],
});

/** `--expose 8080:80`, `EXPOSE x` */
const invalidExpose = invalidValue({
  code: 'expose.invalid',
  about: 'An exposed port that is refused: --expose 8080:80, EXPOSE http.',
  docs: 'https://docs.docker.com/reference/dockerfile/#expose',
  syntaxes: ['expose', 'exposeKey', 'exposeInstruction'],
});

/** `--add-host db:localhost` */
const invalidHost = invalidValue({
  code: 'addHost.invalid',
  about: 'A line for the hosts file that is refused: db:localhost.',
  docs: `${run}#add-host`,
  syntaxes: ['addHost'],
});

/** `--mac-address zz` */
const invalidMac = invalidValue({
  code: 'mac.invalid',
  about: 'A MAC address that is refused.',
  docs: run,
  syntaxes: ['mac'],
});

/** `--ip 10.0.0.300`, `ipv6_address: 10.0.0.3` */
const invalidAddress = invalidValue({
  code: 'address.invalid',
  about: 'The address of a container that is none, or of the other family.',
  docs: `${run}#ip`,
  syntaxes: ['ipv4', 'ipv6', 'linkLocal'],
});

/** `--dns ns.example.com` */
const invalidDns = invalidValue({
  code: 'dns.invalid',
  about: 'A DNS server that is no address, or a search domain that is none.',
  docs: 'https://docs.docker.com/engine/network/#dns-services',
  syntaxes: ['dnsServer', 'dnsSearch'],
});

/** `--sysctl vm.swappiness=1` */
const invalidSysctl = invalidValue({
  code: 'sysctl.invalid',
  about: 'A kernel parameter that containers can not have for themselves.',
  docs: `${run}#sysctl`,
  syntaxes: ['sysctl'],
});

/** `gw_priority: high` */
const invalidPriority = invalidValue({
  code: 'gatewayPriority.invalid',
  about: 'A gateway priority that is no whole number.',
  docs: `${run}#network`,
  syntaxes: ['gatewayPriority'],
});

/** `--internal=maybe` */
const invalidSwitch = refusal(
  'switch.invalid',
  'A switch of a network command that is neither on nor off.',
  networks,
  badSwitches,
);

/** `--subnet 10.0.0.0` */
const invalidSubnet = invalidValue({
  code: 'subnet.invalid',
  about: 'A subnet that can not be read.',
  docs: networks,
  syntaxes: ['subnet'],
});

/** `--gateway 10.9.0.1` beside `--subnet 10.0.0.0/24` */
const outsideSubnet = refusal(
  'subnet.outside',
  'A gateway, range or reserved address outside the subnets of its network.',
  networks,
  badPoolValues,
);

/** All values that are refused by themselves. */
export const invalidValues: readonly Rule[] = [
  invalidPublish,
  invalidNetwork,
  invalidLink,
  invalidExpose,
  invalidHost,
  invalidMac,
  invalidAddress,
  invalidDns,
  invalidSysctl,
  invalidPriority,
  invalidSwitch,
  invalidSubnet,
  outsideSubnet,
];
