import type { ValueSyntax } from '../../catalog';
import type { LiveFacts } from '../facts';
import type { Scope, Use } from '../use';
import { explainAddress, explainLinkLocal } from './explainAddress';
import { explainAlias } from './explainAlias';
import type { Explanation } from './explanation';
import { explainBuildNetwork } from './explainBuildNetwork';
import { explainDriver, explainSwitch, explainText } from './explainChoice';
import { explainComposeNetwork } from './explainComposeNetwork';
import { explainDriverOption } from './explainDriverOption';
import { explainEndpointOption, explainInterfaceName, explainPriority } from './explainEndpoint';
import { explainExpose } from './explainExpose';
import { explainLink } from './explainLink';
import { explainMac } from './explainMac';
import {
  explainAddHost,
  explainDnsOption,
  explainDnsSearch,
  explainDnsServer,
  explainDomainname,
  explainHostname,
} from './explainNames';
import { explainNetwork } from './explainNetwork';
import { explainAuxAddress, explainGateway, explainIpRange, explainSubnet } from './explainPool';
import { explainPublish } from './explainPublish';
import { explainPublishAll } from './explainPublishAll';
import { explainRemoval } from './explainRemoval';
import { explainServiceNetwork, explainServicePublish } from './explainService';
import { explainSysctl } from './explainSysctl';

/** Says what one value means; undefined where there is no value to explain. */
type Explainer = (use: Use, scope: Scope, facts: LiveFacts | undefined) => Explanation | undefined;

/** Who explains a value, by its grammar. */
export const explainers: Readonly<Record<ValueSyntax, Explainer>> = {
  publish: explainPublish,
  servicePublish: explainServicePublish,
  expose: explainExpose,
  exposeKey: explainExpose,
  exposeInstruction: explainExpose,
  publishAll: explainPublishAll,
  ipv4: explainAddress,
  ipv6: explainAddress,
  linkLocal: explainLinkLocal,
  mac: explainMac,
  alias: explainAlias,
  gatewayPriority: explainPriority,
  connectPriority: explainPriority,
  interfaceName: explainInterfaceName,
  endpointOption: explainEndpointOption,
  addHost: explainAddHost,
  dnsServer: explainDnsServer,
  dnsSearch: explainDnsSearch,
  dnsOption: explainDnsOption,
  hostname: explainHostname,
  domainname: explainDomainname,
  sysctl: explainSysctl,
  network: explainNetwork,
  serviceNetwork: explainServiceNetwork,
  buildNetwork: explainBuildNetwork,
  networkMode: explainNetwork,
  networks: (use, _scope, facts) => explainComposeNetwork(use, facts),
  networkDefinition: (use, _scope, facts) => explainComposeNetwork(use, facts),
  driver: explainDriver,
  driverOption: explainDriverOption,
  subnet: explainSubnet,
  ipRange: explainIpRange,
  gatewayAddress: explainGateway,
  auxAddress: explainAuxAddress,
  switch: explainSwitch,
  text: explainText,
  link: explainLink,
  serviceLink: explainLink,
  externalLink: explainLink,
  removal: explainRemoval,
};
