import type { ValueSyntax } from '../../catalog';
import {
  proposeAddress,
  proposeBuildNetwork,
  proposeNetwork,
  proposeNetworkMode,
  proposeServiceNetwork,
  proposeServiceNetworks,
} from './proposeNetwork';
import { proposeDriver, proposeDriverOption, proposeTopicPair } from './proposeOptions';
import { proposePublish } from './proposePublish';
import { proposeRemoval } from './proposeRemoval';
import { proposeServicePublish } from './proposeServicePublish';
import {
  proposeAddHost,
  proposeAlias,
  proposeDnsOption,
  proposeExpose,
  proposeExternalLink,
  proposeInSubnet,
  proposeLink,
  proposeServiceLink,
  proposeSubnet,
  proposeSwitch,
  proposeText,
} from './proposeWords';
import type { Proposer } from './proposer';

/** Free text of which nobody knows more: a name, a MAC address, a priority. */
const nothing: Proposer = () => undefined;

/** Who proposes values, by their grammar. */
export const proposers: Readonly<Record<ValueSyntax, Proposer>> = {
  publish: proposePublish,
  servicePublish: proposeServicePublish,
  expose: proposeExpose,
  exposeKey: proposeExpose,
  exposeInstruction: proposeExpose,
  publishAll: proposeSwitch,
  ipv4: proposeAddress,
  ipv6: proposeAddress,
  linkLocal: nothing,
  mac: nothing,
  alias: proposeAlias,
  gatewayPriority: nothing,
  connectPriority: nothing,
  interfaceName: nothing,
  endpointOption: proposeTopicPair,
  addHost: proposeAddHost,
  dnsServer: nothing,
  dnsSearch: nothing,
  dnsOption: proposeDnsOption,
  hostname: nothing,
  domainname: nothing,
  sysctl: proposeTopicPair,
  network: proposeNetwork,
  serviceNetwork: proposeServiceNetwork,
  buildNetwork: proposeBuildNetwork,
  networkMode: proposeNetworkMode,
  networks: proposeServiceNetworks,
  networkDefinition: nothing,
  driver: proposeDriver,
  driverOption: proposeDriverOption,
  subnet: proposeSubnet,
  ipRange: proposeInSubnet,
  gatewayAddress: proposeInSubnet,
  auxAddress: proposeInSubnet,
  switch: proposeSwitch,
  text: proposeText,
  link: proposeLink,
  serviceLink: proposeServiceLink,
  externalLink: proposeExternalLink,
  removal: proposeRemoval,
};
