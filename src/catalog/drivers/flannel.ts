import type { Driver } from '../driver';

/** flannel works below Docker: it is no network driver. */
export const flannel: Driver = {
  id: 'flannel',
  title: 'flannel',
  engineNames: [],
  kind: 'notADriver',
  scope: undefined,
  path: 'opaque',
  summary:
    'Gives every host of a cluster a subnet and carries packets between them; Docker only takes that subnet and MTU for docker0.',
  useWhen: 'Kubernetes clusters, where it connects the pods of all nodes.',
  limits: [
    'Not a Docker network driver: `docker network create --driver flannel` fails with `plugin "flannel" not found`.',
    'In Kubernetes it works through CNI: docker0 then keeps a subnet of its own.',
    'Its subnet and MTU reach the Docker daemon as `--bip` and `--mtu`, made from /run/flannel/subnet.env.',
  ],
  options: [],
  icon: 'radio-tower',
  docs: 'https://github.com/flannel-io/flannel',
};
