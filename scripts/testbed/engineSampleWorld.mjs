// @ts-check
// The world of the sample engine: a small shop, and beside it one of everything that Docker networking has.
import { loadImages } from './image.mjs';

/** @typedef {import('./engine.mjs').Engine} Engine */

/** Made of one busybox each; the names are there to read well. */
const portByImage = {
  'nginx:1.27': 80,
  'redis:7': 6379,
  'postgres:16': 5432,
  'shop/api:2.3': 8080,
  'grafana/grafana:11.2': 3000,
  'prom/node-exporter:v1.8': 9100,
  'plc-sim:4': 502,
  'nicolaka/netshoot:v0.13': 80,
};

/** What runs on the worker only. */
const workerImages = { 'nginx:1.27': 80, 'shop/catalog:1.4': 80, 'fluent/fluent-bit:3.1': 24224 };

const idle = ['sleep', '1000000'];

/** @param {import('./twoNodes.mjs').TwoNodes} nodes */
export async function buildSampleWorld({ manager, worker }) {
  await Promise.all([loadImages(manager, portByImage), loadImages(worker, workerImages)]);
  await addShop(manager);
  await addDefaultBridge(manager);
  await addModes(manager);
  await addBridges(manager);
  await addMesh(manager, worker);
  await addParents(manager);
  await addOthers(manager);
  await addServices(manager);
}

/** A compose project with a network inside and one outside. @param {Engine} engine */
async function addShop(engine) {
  await engine.docker(...createNetwork('shop_front', shopNetwork('front'), '--subnet', '172.28.0.0/16'));
  await engine.docker(
    ...createNetwork('shop_back', shopNetwork('back'), '--internal', '--subnet', '172.29.0.0/16'),
  );
  const web = ['--network-alias', 'www', '-p', '8080:80'];
  await engine.docker(...runService('web', 'shop_front', ...web, 'nginx:1.27'));
  const api = ['-p', '127.0.0.1:9090:8080', '--link', 'web:frontend'];
  await engine.docker(...runService('api', 'shop_front', ...api, 'shop/api:2.3'));
  await engine.docker(...runService('cache', 'shop_front', 'redis:7'));
  await engine.docker(...runService('www-2', 'shop_front', '--network-alias', 'www', 'nginx:1.27'));
  await engine.docker(...runService('db', 'shop_back', '-p', '5432:5432', 'postgres:16'));
  await engine.docker('network', 'connect', '--alias', 'api', 'shop_back', 'api');
  await engine.docker('run', ...service('backup', 'shop_back'), 'postgres:16', 'sleep', '1');
  await engine.docker('create', ...service('migrate', 'shop_back'), 'shop/api:2.3');
  await engine.docker(...runService('report', 'shop_back', 'shop/api:2.3', ...idle));
  await engine.docker('pause', 'report');
  await engine.docker(...run('api-debug', 'container:api', 'nicolaka/netshoot:v0.13', ...idle));
}

/** @param {Engine} engine */
async function addDefaultBridge(engine) {
  await engine.docker('run', '-d', '--name', 'my-nginx', '-p', '8081:80', 'nginx:1.27');
  await engine.docker('run', '-d', '--name', 'linked', '--link', 'my-nginx:nginx', 'nginx:1.27');
}

/** @param {Engine} engine */
async function addModes(engine) {
  await engine.docker(...run('node-exporter', 'host', 'prom/node-exporter:v1.8'));
  await engine.docker(...run('batch', 'none', 'shop/api:2.3', ...idle));
}

/** One bridge for each thing that a bridge may be told. @param {Engine} engine */
async function addBridges(engine) {
  const bridge = 'com.docker.network.bridge';
  const icc = ['-o', `${bridge}.enable_icc=false`, '--subnet', '172.30.0.0/24'];
  await engine.docker(...createNetwork('tenants', icc));
  await engine.docker(...run('tenant-a', 'tenants', '-p', '8101:80', 'nginx:1.27'));
  await engine.docker(...run('tenant-b', 'tenants', '-p', '8102:80', 'nginx:1.27'));
  const routed = ['-o', `${bridge}.enable_ip_masquerade=false`, '-o', `${bridge}.name=br-routed`];
  await engine.docker(...createNetwork('routed', routed, '--subnet', '172.30.1.0/24'));
  await engine.docker(...run('collector', 'routed', '-p', '8125:8125/udp', 'shop/api:2.3'));
  const dual = ['--ipv6', '--subnet', '172.30.2.0/24', '--subnet', 'fd00:30:2::/64'];
  await engine.docker(...createNetwork('dual-stack', dual, '--gateway', '172.30.2.1'));
  const fixed = ['--ip', '172.30.2.20', '--ip6', 'fd00:30:2::20'];
  await engine.docker(
    ...run('grafana', 'dual-stack', ...fixed, '-p', '3000-3001:3000-3001', 'grafana/grafana:11.2'),
  );
  const range = ['--ip-range', '172.30.3.128/25', '--aux-address', 'printer=172.30.3.5'];
  await engine.docker(
    ...createNetwork('office-config', ['--config-only', '--subnet', '172.30.3.0/24'], ...range),
  );
  await engine.docker(...createNetwork('office', ['--config-from', 'office-config']));
  await engine.docker(...createNetwork('scratch', ['--subnet', '172.30.4.0/24']));
}

/** @param {Engine} manager @param {Engine} worker */
async function addMesh(manager, worker) {
  await manager.docker(
    ...createNetwork('mesh', ['-d', 'overlay', '--attachable'], '--subnet', '10.0.1.0/24'),
  );
  await manager.docker(...run('o1', 'mesh', '-p', '8090:80', 'nginx:1.27'));
  await worker.docker(...run('o2', 'mesh', 'nginx:1.27'));
  // The peer is told by gossip; the overlay is whole once one end answers the other.
  await manager.docker('exec', 'o1', 'sh', '-c', 'until nc -w 1 o2 80 </dev/null; do :; done');
}

/** The names are those of VLANs; that they are cables is seen by nobody. @param {Engine} engine */
async function addParents(engine) {
  for (const parent of ['eth0.20', 'eth0.30']) {
    const end = parent.replace('eth0.', 'end');
    await engine.netns('ip', 'link', 'add', parent, 'type', 'veth', 'peer', 'name', end);
    await engine.netns('ip', 'link', 'set', parent, 'up');
    await engine.netns('ip', 'link', 'set', end, 'up');
  }
  const lab = ['-d', 'macvlan', '-o', 'parent=eth0.20', '--subnet', '10.99.0.0/24'];
  await engine.docker(...createNetwork('lab', lab, '--gateway', '10.99.0.1'));
  await engine.docker(...run('plc-sim', 'lab', '--ip', '10.99.0.2', 'plc-sim:4'));
  const edge = ['-d', 'ipvlan', '-o', 'parent=eth0.30', '-o', 'ipvlan_mode=l2'];
  await engine.docker(...createNetwork('edge-l2', edge, '--subnet', '10.98.0.0/24'));
}

/** @param {Engine} engine */
async function addOthers(engine) {
  await engine.docker(...createNetwork('weave-net', ['-d', 'weave', '--subnet', '10.32.0.0/12']));
  await engine.docker(...run('edge', 'weave-net', 'nginx:1.27'));
}

/**
 * Services whose tasks run on the worker, so that the manager's own picture stays as it is; one finds no node at all.
 * @param {Engine} manager
 */
async function addServices(manager) {
  const onWorker = ['--constraint', 'node.role==worker'];
  const catalog = ['--network', 'mesh', '--replicas', '2', '--publish', '8088:80', ...onWorker];
  await manager.docker(...createService('catalog', 'shop/catalog:1.4', ...catalog));
  const shipper = ['--mode', 'global', '--publish', 'mode=host,published=24224,target=24224,protocol=udp'];
  await manager.docker(...createService('log-shipper', 'fluent/fluent-bit:3.1', ...shipper, ...onWorker));
  const reports = ['--network', 'mesh', '--endpoint-mode', 'dnsrr', '--constraint', 'node.labels.disk==ssd'];
  await manager.docker(...createService('reports', 'shop/api:2.3', ...reports, '--detach'));
  // A node that takes no more tasks still runs those that it has.
  await manager.docker('node', 'update', '--availability', 'pause', 'docker-02');
}

/** @param {string} name @param {string} image @param {string[]} options */
function createService(name, image, ...options) {
  return ['service', 'create', '--quiet', '--no-resolve-image', '--name', name, ...options, image];
}

/** @param {string} name @param {readonly string[]} kind @param {string[]} rest */
function createNetwork(name, kind, ...rest) {
  return ['network', 'create', ...kind, ...rest, name];
}

/** @param {string} name @param {string} network @param {string[]} rest options, image, command */
function run(name, network, ...rest) {
  return ['run', '-d', '--name', name, '--network', network, ...rest];
}

/** @param {string} name @param {string} network @param {string[]} rest */
function runService(name, network, ...rest) {
  return ['run', '-d', ...service(name, network), ...rest];
}

/** As compose does it: labels, and the service's name as an alias. @param {string} name @param {string} network */
function service(name, network) {
  const labels = {
    'com.docker.compose.container-number': '1',
    'com.docker.compose.oneoff': 'False',
    'com.docker.compose.project': 'shop',
    'com.docker.compose.service': name,
  };
  const flags = Object.entries(labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]);
  return ['--name', name, '--network', network, '--network-alias', name, ...flags];
}

/** @param {string} key the network's name in the compose file */
function shopNetwork(key) {
  const labels = ['com.docker.compose.project=shop', `com.docker.compose.network=${key}`];
  return labels.flatMap((label) => ['--label', label]);
}
