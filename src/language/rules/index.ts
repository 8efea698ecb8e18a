import { addressLive } from './addressLive';
import {
  addressOfGateway,
  addressOutside,
  addressTwice,
  addressWithoutSubnet,
  macTwice,
} from './addressPlace';
import { docker0 } from './docker0';
import { exposeHostPort } from './exposeHostPort';
import { externalKeys, externalMissing, externalName } from './externalNetwork';
import { oddHostname } from './hostname';
import { invalidValues } from './invalidValue';
import { legacyLink, linkMissing } from './links';
import { containerMissing, driverSingle, driverUnknown, networkMissing } from './liveNames';
import { modeConflict } from './modeConflict';
import { modeWithNetworks } from './modeWithNetworks';
import { networkFlags } from './networkFlags';
import { oddPublish } from './oddPublish';
import { addressWithoutNetwork, aliasWithoutNetwork } from './ownNetwork';
import { publishBase60 } from './publishBase60';
import { publishEverywhere, publishPrivileged } from './publishOpen';
import { publishTaken } from './publishTaken';
import { publishTwice } from './publishTwice';
import { publishWithoutNetwork, publishWithSharedNetwork } from './publishWithoutNetwork';
import type { Rule } from './rule';
import { subnetHostBits, subnetOverlap, subnetSeveral, subnetSmall, subnetTaken } from './subnetShape';
import { undefinedNetwork } from './undefinedNetwork';
import { unknownLink, unknownModeService } from './unknownService';
import { unusedNetwork } from './unusedNetwork';

export type { Finding, Fix, Related, Rule, RuleSetting, Severity, TextEdit } from './rule';

/** Every rule. */
export const rules: readonly Rule[] = [
  ...invalidValues,
  oddPublish,
  exposeHostPort,
  publishTwice,
  publishTaken,
  publishBase60,
  publishEverywhere,
  publishPrivileged,
  publishWithoutNetwork,
  publishWithSharedNetwork,
  modeWithNetworks,
  modeConflict,
  networkFlags,
  undefinedNetwork,
  unusedNetwork,
  unknownModeService,
  externalKeys,
  externalMissing,
  externalName,
  networkMissing,
  containerMissing,
  docker0,
  driverSingle,
  driverUnknown,
  aliasWithoutNetwork,
  addressWithoutNetwork,
  addressWithoutSubnet,
  addressOutside,
  addressOfGateway,
  addressTwice,
  addressLive,
  macTwice,
  subnetOverlap,
  subnetTaken,
  subnetHostBits,
  subnetSmall,
  subnetSeveral,
  legacyLink,
  linkMissing,
  unknownLink,
  oddHostname,
];
