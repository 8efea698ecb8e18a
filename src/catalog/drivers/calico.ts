import type { Driver } from '../driver';

/** Calico's Docker driver, which ended with Calico 2.6. */
export const calico: Driver = {
  id: 'calico',
  title: 'Calico',
  engineNames: ['calico'],
  kind: 'thirdParty',
  scope: undefined,
  path: 'opaque',
  summary: 'Routes packets between hosts instead of wrapping them, with rules on who may talk to whom.',
  useWhen: 'Existing installations; in Kubernetes, Calico lives on without Docker networks.',
  limits: [
    'The Docker driver was last part of Calico 2.6 and is not maintained.',
    'Needs its own address management: `--driver calico --ipam-driver calico-ipam`.',
    'Of the network options it knows only the subnet; no MAC or link-local addresses.',
  ],
  options: [],
  icon: 'shield',
  docs: 'https://github.com/projectcalico/libnetwork-plugin',
};
