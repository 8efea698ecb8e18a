import { decodeSnapshot } from '../../../src/engine/decode';
import { buildTopology } from '../../../src/model';

type Wire = Record<string, unknown>;

function network(project: string, name: string, subnet: string, internal = false): Wire {
  const full = project === '' ? name : `${project}_${name}`;
  return {
    Id: full,
    Name: full,
    Driver: 'bridge',
    Scope: 'local',
    Internal: internal,
    IPAM: { Config: [{ Subnet: `${subnet}.0/24`, Gateway: `${subnet}.1` }] },
    Labels: project === '' ? {} : { 'com.docker.compose.project': project },
  };
}

interface Spec {
  readonly project?: string;
  readonly service?: string;
  /** Addresses by network. */
  readonly on: Readonly<Record<string, string>>;
  readonly port?: number;
  readonly state?: string;
}

function container(name: string, { project, service, on, port, state = 'running' }: Spec): Wire {
  const networks = Object.entries(on).map(([id, address]) => [
    id,
    {
      NetworkID: id,
      EndpointID: state === 'running' ? `${name}@${id}` : '',
      IPAddress: address,
      IPPrefixLen: 24,
    },
  ]);
  return {
    Id: name,
    Names: [`/${name}`],
    Image: service ?? 'web',
    State: state,
    Labels: { 'com.docker.compose.project': project, 'com.docker.compose.service': service },
    HostConfig: { NetworkMode: Object.keys(on)[0] },
    NetworkSettings: { Networks: Object.fromEntries(networks) as Wire },
    Ports: port === undefined ? [] : [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: port, Type: 'tcp' }],
  };
}

const networks = [
  network('', 'bridge', '172.17.0'),
  network('shop', 'front', '172.20.1'),
  network('shop', 'back', '172.20.2', true),
  network('blog', 'default', '172.21.1'),
  network('ops', 'metrics', '172.22.1'),
  network('ops', 'logs', '172.22.2'),
  network('wiki', 'default', '172.23.1'),
];

const containers = [
  container('shop-web-1', { project: 'shop', service: 'web', on: { shop_front: '172.20.1.2' }, port: 8080 }),
  container('shop-web-1-cron', { project: 'shop', service: 'x-cron', on: { shop_front: '172.20.1.5' } }),
  container('shop-web-2', { project: 'shop', service: 'web', on: { shop_front: '172.20.1.3' }, port: 8081 }),
  container('shop-api-1', {
    project: 'shop',
    service: 'api',
    on: { shop_front: '172.20.1.4', shop_back: '172.20.2.4' },
    port: 9000,
  }),
  container('shop-db-1', { project: 'shop', service: 'db', on: { shop_back: '172.20.2.5' }, port: 5432 }),
  container('blog-wp-1', { project: 'blog', service: 'wp', on: { blog_default: '172.21.1.7' }, port: 8090 }),
  container('blog-db-1', { project: 'blog', service: 'db', on: { blog_default: '172.21.1.8' } }),
  container('ops-prom-1', { project: 'ops', service: 'prom', on: { ops_metrics: '172.22.1.9' }, port: 9090 }),
  container('ops-loki-1', { project: 'ops', service: 'loki', on: { ops_logs: '172.22.2.10' }, port: 3100 }),
  container('ops-job-1', { project: 'ops', service: 'job', on: { ops_logs: '' }, state: 'exited' }),
  container('wiki-app-1', {
    project: 'wiki',
    service: 'app',
    on: { wiki_default: '172.23.1.2' },
    port: 8070,
  }),
  container('alone', { on: { bridge: '172.17.0.2' } }),
  container('blog-x', { project: 'blog', service: 'x', on: { bridge: '172.17.0.3' } }),
  container('blog-y', { project: 'blog', service: 'y', on: { bridge: '172.17.0.5' } }),
  container('zeta', { on: { bridge: '172.17.0.4' } }),
];

/** Four compose projects, two of them with two networks, one with a container on both; and containers of none. */
export const compose = buildTopology(
  decodeSnapshot({
    version: { Version: '28.2.0', ApiVersion: '1.50' },
    info: { Name: 'docker-01' },
    networks,
    containers,
  }),
);
