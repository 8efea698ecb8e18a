import type { Answer } from '../../engine/calls';
import type { NetworkDetails } from '../../engine/decodeDetails';
import type { Network, Subnet } from '../../model';
import { flannelText } from '../drivers/driverRows';
import { driverText, networkFlags } from './rows';

/** A name and a value that can be copied, with our own words about it: `gateway`, `172.28.0.1`, `derived`. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly remark?: string;
}

const DERIVED = 'derived';

/** All that is known of a network besides its containers, in the order in which people look for it. */
export function networkFacts(network: Network): readonly Fact[] {
  const { options, labels } = network;
  return [
    fact('driver', driverText(network)),
    fact('scope', network.scope),
    ...network.subnets.flatMap(subnetFacts),
    ...deviceFacts(network),
    ...some('parent', network.parent),
    ...some('VXLAN id', network.vxlanId?.toString()),
    ...some('MTU', network.mtu?.toString()),
    ...some('flannel', flannelText(network)),
    ...networkFlags(network).map((flag) => fact('flag', flag)),
    ...some('config from', network.configFrom),
    ...some('compose project', network.composeProject),
    ...Object.entries(options).map(([key, value]) => fact('option', value === '' ? key : `${key}=${value}`)),
    ...Object.entries(labels).map(([key, value]) => fact('label', value === '' ? key : `${key}=${value}`)),
    ...some('created', network.created),
    fact('id', network.id),
  ];
}

function subnetFacts({ cidr, family, gateway, gatewayDerived, range, auxiliary }: Subnet): readonly Fact[] {
  return [
    fact(`IPv${family} subnet`, cidr),
    ...some('gateway', gateway, gatewayDerived ? DERIVED : undefined),
    ...some('range', range),
    ...Object.entries(auxiliary).map(([name, address]) => fact('auxiliary address', `${name}=${address}`)),
  ];
}

/** The engine names a bridge device only where it was given a name. */
function deviceFacts({ device, options }: Network): readonly Fact[] {
  const named = options['com.docker.network.bridge.name'] === device;
  return some('bridge device', device, named ? undefined : DERIVED);
}

/** What an inspect adds to an overlay network: the nodes it spans and the engine's own endpoints on it. */
export function detailFacts(details: Answer<NetworkDetails>): readonly Fact[] {
  if (!details.ok) {
    return [fact('peers', 'not known', details.problem.detail)];
  }
  const { peers, infrastructure } = details.value;
  return [
    ...peers.map(({ name, address }) => fact('peer', address, name === address ? undefined : name)),
    ...infrastructure.map(({ name, ipv4 }) => fact('the engine’s own', ipv4 ?? name, ipv4 && name)),
  ];
}

/** A fact, or none where there is no value. */
export function some(name: string, value: string | undefined, remark?: string): readonly Fact[] {
  return value === undefined || value === '' ? [] : [fact(name, value, remark)];
}

export function fact(name: string, value: string, remark?: string): Fact {
  return remark === undefined ? { name, value } : { name, value, remark };
}
