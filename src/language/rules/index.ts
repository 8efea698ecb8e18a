import { addHostInvalid } from './addHostInvalid';
import { addressDefaultBridge } from './addressDefaultBridge';
import { addressGateway } from './addressGateway';
import { addressInvalid } from './addressInvalid';
import { addressLinkLocal } from './addressLinkLocal';
import { addressLive } from './addressLive';
import { addressNoSubnet } from './addressNoSubnet';
import { addressOutside } from './addressOutside';
import { addressTwice } from './addressTwice';
import { aliasDefaultBridge } from './aliasDefaultBridge';
import { buildNetworkInvalid } from './buildNetworkInvalid';
import { containerMissing } from './containerMissing';
import { dnsInvalid } from './dnsInvalid';
import { driverOptionInvalid } from './driverOptionInvalid';
import { driverSingle } from './driverSingle';
import { driverUnknown } from './driverUnknown';
import { endpointOptionInvalid } from './endpointOptionInvalid';
import { exposeHostPort } from './exposeHostPort';
import { exposeInvalid } from './exposeInvalid';
import { gatewayPriorityInvalid } from './gatewayPriorityInvalid';
import { hostnameOdd } from './hostnameOdd';
import { hostnameTooLong } from './hostnameTooLong';
import { linkInvalid } from './linkInvalid';
import { linkLegacy } from './linkLegacy';
import { linkUnknownContainer } from './linkUnknownContainer';
import { linkUnknownService } from './linkUnknownService';
import { macInvalid } from './macInvalid';
import { macTwice } from './macTwice';
import { networkConfigConflict } from './networkConfigConflict';
import { networkDocker0 } from './networkDocker0';
import { networkExternalKeys } from './networkExternalKeys';
import { networkExternalMissing } from './networkExternalMissing';
import { networkExternalName } from './networkExternalName';
import { networkFlagsConflict } from './networkFlagsConflict';
import { networkInvalid } from './networkInvalid';
import { networkMissing } from './networkMissing';
import { networkModeConflict } from './networkModeConflict';
import { networkModeWithNetworks } from './networkModeWithNetworks';
import { networkOwnService } from './networkOwnService';
import { networkPredefined } from './networkPredefined';
import { networkTwice } from './networkTwice';
import { networkUndefined } from './networkUndefined';
import { networkUnknownService } from './networkUnknownService';
import { networkUnused } from './networkUnused';
import { publishAllAddresses } from './publishAllAddresses';
import { publishBase60 } from './publishBase60';
import { publishDiscarded } from './publishDiscarded';
import { publishInvalid } from './publishInvalid';
import { publishOdd } from './publishOdd';
import { publishPrivileged } from './publishPrivileged';
import { publishSharedNetwork } from './publishSharedNetwork';
import { publishTaken } from './publishTaken';
import { publishTwice } from './publishTwice';
import { subnetHostBits } from './subnetHostBits';
import { subnetInvalid } from './subnetInvalid';
import { subnetOutside } from './subnetOutside';
import { subnetOverlap } from './subnetOverlap';
import { subnetReserved } from './subnetReserved';
import { subnetSeveral } from './subnetSeveral';
import { subnetSmall } from './subnetSmall';
import { subnetTaken } from './subnetTaken';
import { switchInvalid } from './switchInvalid';
import { sysctlInvalid } from './sysctlInvalid';
import type { Rule } from './shared/rule';

export type { Finding, Fix, Related, Rule, RuleSetting, Severity, TextEdit } from './shared/rule';

/** Every rule, each in the file of its name: `publish.taken` in publishTaken. */
export const rules: readonly Rule[] = [
  publishInvalid,
  networkInvalid,
  buildNetworkInvalid,
  linkInvalid,
  exposeInvalid,
  addHostInvalid,
  macInvalid,
  addressInvalid,
  dnsInvalid,
  sysctlInvalid,
  gatewayPriorityInvalid,
  switchInvalid,
  subnetInvalid,
  subnetOutside,
  publishOdd,
  exposeHostPort,
  publishTwice,
  publishTaken,
  publishBase60,
  publishAllAddresses,
  publishPrivileged,
  publishDiscarded,
  publishSharedNetwork,
  networkModeWithNetworks,
  networkModeConflict,
  networkFlagsConflict,
  networkPredefined,
  networkConfigConflict,
  networkUndefined,
  networkUnused,
  networkTwice,
  networkUnknownService,
  networkOwnService,
  networkExternalKeys,
  networkExternalMissing,
  networkExternalName,
  networkMissing,
  containerMissing,
  networkDocker0,
  driverSingle,
  driverUnknown,
  endpointOptionInvalid,
  driverOptionInvalid,
  aliasDefaultBridge,
  addressDefaultBridge,
  addressLinkLocal,
  addressNoSubnet,
  addressOutside,
  addressGateway,
  addressTwice,
  addressLive,
  macTwice,
  subnetOverlap,
  subnetTaken,
  subnetHostBits,
  subnetSmall,
  subnetSeveral,
  subnetReserved,
  linkLegacy,
  linkUnknownContainer,
  linkUnknownService,
  hostnameOdd,
  hostnameTooLong,
];
