import { code } from '../markdown';
import type { HostEntryProblem } from './addHost';
import type { PoolProblem } from './addressing';
import type { DnsProblem } from './dns';
import type { ExposeProblem } from './expose';
import type { PriorityProblem } from './gatewayPriority';
import type { AddressProblem } from './ipAddress';
import type { LinkProblem } from './link';
import type { MacProblem } from './macAddress';
import type { NetworkProblem } from './network';
import type { PublishOddity, PublishProblem } from './publishProblem';
import type { Said } from './said';
import { sayDns, sayHostEntry, saySysctl } from './sayNames';
import { sayIpAddress, sayMac, sayPriority } from './sayEndpoint';
import { sayServicePublish } from './sayServicePublish';
import { sayPool } from './sayPool';
import { sayExpose } from './sayExpose';
import { goQuote } from './goQuote';
import type { ServicePublishProblem } from './servicePublish';
import type { SwitchProblem } from './switch';
import type { SysctlProblem } from './sysctl';

export type { Said } from './said';

export type ValueProblem =
  | PublishProblem
  | ServicePublishProblem
  | ExposeProblem
  | SwitchProblem
  | AddressProblem
  | MacProblem
  | PriorityProblem
  | HostEntryProblem
  | DnsProblem
  | SysctlProblem
  | PoolProblem
  | NetworkProblem
  | LinkProblem;

/** Puts a problem of any value into words. */
export function say(problem: ValueProblem): Said {
  if (isOf(problem, 'publish')) return sayPublish(problem);
  if (isOf(problem, 'servicePublish')) return sayServicePublish(problem);
  if (isOf(problem, 'expose')) return sayExpose(problem);
  if (isOf(problem, 'switch')) return saySwitch(problem);
  if (isOf(problem, 'address')) return sayIpAddress(problem);
  if (isOf(problem, 'mac')) return sayMac(problem);
  if (isOf(problem, 'priority')) return sayPriority(problem);
  if (isOf(problem, 'host')) return sayHostEntry(problem);
  if (isOf(problem, 'dns')) return sayDns(problem);
  if (isOf(problem, 'sysctl')) return saySysctl(problem);
  if (isOf(problem, 'pool')) return sayPool(problem);
  return isOf(problem, 'link') ? sayLink(problem) : sayNetwork(problem);
}

/** What docker accepts and does not do as it reads, in Markdown. */
export function sayOddity(oddity: PublishOddity): string {
  switch (oddity.code) {
    case 'extraProtocol':
      return `Docker reads the protocol as ${code(oddity.used)} and drops ${code(oddity.ignored)}.`;
    case 'containerPortZero':
      return 'Docker accepts port 0 of the container, and no program can listen on it.';
    case 'ignoredKey':
      return `Docker accepts the key ${code(oddity.key)} here and ignores it.`;
  }
}

/** One plain sentence or two, for a list of problems. */
export function sayPlainly(problem: ValueProblem): string {
  const { docker, advice } = say(problem);
  return docker === undefined ? withoutCode(advice) : `${docker}. ${withoutCode(advice)}`;
}

/** The words without the marks of Markdown, which a list of problems shows as they are. */
export function withoutCode(markdown: string): string {
  return markdown.replaceAll('`', '');
}

/** The first word of a code names the value that it is about: `publish.address`. */
function isOf<Value extends string>(
  problem: ValueProblem,
  value: Value,
): problem is Extract<ValueProblem, { readonly code: `${Value}.${string}` }> {
  return problem.code.startsWith(`${value}.`);
}

function sayPublish(problem: PublishProblem): Said {
  switch (problem.code) {
    case 'publish.format':
      return {
        docker: `invalid publish opts format (should be name=value but got '${problem.actual}')`,
        advice: 'Each part of the long form is a name and a value: `published=8080,target=80`.',
      };
    case 'publish.address':
      return sayAddress(problem);
    case 'publish.noContainerPort':
      return {
        docker: `no port specified: ${problem.actual}<empty>`,
        advice: 'The port of the container is missing: write it last, as in `8080:80`.',
      };
    case 'publish.containerPort':
      return {
        docker: `invalid containerPort: ${problem.actual}`,
        advice:
          'The last part is the port of the container, a number up to 65535 or a range such as `80-90`.',
      };
    case 'publish.hostPort':
      return sayHostPort(problem);
    case 'publish.ranges':
      return {
        docker: `invalid ranges specified for container and host Ports: ${problem.container} and ${problem.host}`,
        advice: 'Both ranges must be of one length: `8000-8002:80-82`.',
      };
    case 'publish.protocol':
      return {
        docker: `invalid proto: ${problem.actual}`,
        advice: 'The protocol is `tcp`, `udp` or `sctp`.',
      };
  }
}

function saySwitch({ actual }: SwitchProblem): Said {
  return {
    docker: `strconv.ParseBool: parsing ${goQuote(actual)}: invalid syntax`,
    advice: 'A switch is on without a value; to turn it off, write `=false`.',
  };
}

function sayAddress({ actual, reason }: Extract<PublishProblem, { code: 'publish.address' }>): Said {
  if (reason === undefined) {
    return {
      docker: `invalid IP address: ${actual}`,
      advice:
        'The first of three parts is an IP address of the host, such as `127.0.0.1`; names do not work.',
    };
  }
  return {
    docker: `invalid IP address ${actual}: address ${actual}:: ${reason}`,
    advice:
      'After an IPv6 address in brackets come two ports: `[::1]:8080:80`, or `[::1]::80` for a free one.',
  };
}

function sayHostPort({
  actual,
  containerPort,
  address,
}: Extract<PublishProblem, { code: 'publish.hostPort' }>): Said {
  const docker = `invalid hostPort: ${actual}`;
  if (!address) {
    return { docker, advice: 'The port of the host is a number up to 65535 or a range such as `8000-8010`.' };
  }
  const fixed = code(`${actual}:${containerPort}:${containerPort}`);
  const free = code(`${actual}::${containerPort}`);
  return {
    docker,
    advice: `After an address come two ports: ${fixed}, or ${free} for a free port of the host.`,
  };
}

function sayNetwork(problem: NetworkProblem): Said {
  switch (problem.code) {
    case 'network.empty':
      return {
        docker: 'no name set for network',
        advice: 'Write the name of a network, or `bridge`, `host`, `none`.',
      };
    case 'network.noName':
      return {
        docker: 'network name/id is not specified',
        advice: 'The long form needs the network itself: `name=front,alias=www`.',
      };
    case 'network.containerName':
      return {
        docker: 'Invalid network mode: invalid container format container:<name|id>',
        advice: 'Name the container whose network is shared: `container:db`.',
      };
    case 'network.serviceName':
      return { docker: undefined, advice: 'Name the service whose network is shared: `service:db`.' };
    case 'network.driverOption':
      return {
        docker: 'invalid key value pair format in driver options',
        advice: 'A driver option is a name and a value: `driver-opt=key=value`.',
      };
    case 'network.aliasWithMode':
      return {
        docker: 'network-scoped aliases are only supported for user-defined networks',
        advice: 'Leave the alias out, or make a network: `docker network create front`.',
      };
    case 'network.field':
    case 'network.key':
    case 'network.macAddress':
    case 'network.quotes':
    case 'network.gatewayPriority':
      return saySetting(problem);
  }
}

type SettingProblem = Extract<NetworkProblem, { readonly actual: string }>;

/** Of the long form: `name=front,alias=www`. */
function saySetting(problem: SettingProblem): Said {
  switch (problem.code) {
    case 'network.field':
      return {
        docker: `invalid field ${problem.actual}`,
        advice: 'Each part of the long form is a name and a value: `name=front,alias=www`.',
      };
    case 'network.key':
      return {
        docker: `invalid field key ${problem.actual}`,
        advice:
          'It knows `name`, `alias`, `ip`, `ip6`, `mac-address`, `link-local-ip`, `driver-opt` and `gw-priority`.',
      };
    case 'network.macAddress':
      return {
        docker: `${problem.actual} is not a valid mac address`,
        advice: 'Six octets: `02:42:ac:11:00:02`.',
      };
    case 'network.quotes':
      return { docker: problem.actual, advice: 'Quotes go around a whole part: `name=front,"alias=www"`.' };
    case 'network.gatewayPriority':
      return {
        docker: `invalid gw-priority (${problem.actual}): ${problem.reason}`,
        advice: 'The priority is a whole number; the highest one gives the default route.',
      };
  }
}

function sayLink(problem: LinkProblem): Said {
  const advice = 'Write the container, and perhaps the name it gets here: `db` or `db:database`.';
  switch (problem.code) {
    case 'link.empty':
      return { docker: 'empty string specified for links', advice };
    case 'link.format':
      return { docker: `bad format for links: ${problem.actual}`, advice };
    case 'link.missingPart':
      return { docker: undefined, advice };
  }
}
