import { docker0 } from './docker0';
import { invalidLink, invalidNetwork, invalidPublish } from './invalidValue';
import { modeWithNetworks } from './modeWithNetworks';
import { oddPublish } from './oddPublish';
import { publishWithoutNetwork, publishWithSharedNetwork } from './publishWithoutNetwork';
import type { Rule } from './rule';

export type { Finding, Rule, Severity } from './rule';

/** Every rule. */
export const rules: readonly Rule[] = [
  invalidPublish,
  invalidNetwork,
  invalidLink,
  oddPublish,
  modeWithNetworks,
  publishWithoutNetwork,
  publishWithSharedNetwork,
  docker0,
];
