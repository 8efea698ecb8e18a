import assert from 'node:assert/strict';
import { topics, type DockerCommand, type Place, type Topic, type ValueSyntax } from '../../../src/catalog';
import { hoverAt, parseUses } from '../../../src/language';
import { hoverSpan } from '../../../src/language/use';

/** A value of each grammar, in one word. */
const values: Readonly<Record<ValueSyntax, string>> = {
  publish: '8080:80',
  servicePublish: '8080:80',
  expose: '53/udp',
  exposeKey: '53/udp',
  exposeInstruction: '53/udp',
  publishAll: '',
  ipv4: '10.0.0.2',
  ipv6: 'fd00::2',
  linkLocal: '169.254.8.9',
  mac: '02:42:ac:11:00:02',
  alias: 'www',
  gatewayPriority: '5',
  connectPriority: '5',
  interfaceName: 'eth9',
  endpointOption: 'com.docker.network.endpoint.ifname=eth9',
  addHost: 'db:10.0.0.5',
  dnsServer: '9.9.9.9',
  dnsSearch: 'a.example',
  dnsOption: 'ndots:1',
  hostname: 'web1',
  domainname: 'a.example',
  sysctl: 'net.core.somaxconn=9',
  network: 'front',
  serviceNetwork: 'front',
  buildNetwork: 'none',
  networkMode: 'host',
  networks: 'front',
  networkDefinition: 'front',
  driver: 'bridge',
  driverOption: 'parent=eth0',
  subnet: '10.7.0.0/24',
  ipRange: '10.7.0.0/25',
  gatewayAddress: '10.7.0.1',
  auxAddress: 'a=10.7.0.9',
  switch: '',
  text: 'abc',
  link: 'db:x',
  serviceLink: 'db:x',
  externalLink: 'db:x',
  removal: '80',
};

const commands: Readonly<Record<DockerCommand, string>> = {
  run: 'run',
  create: 'create',
  build: 'build',
  projectRun: 'compose run',
  serviceCreate: 'service create',
  serviceUpdate: 'service update',
  networkConnect: 'network connect',
  networkCreate: 'network create',
  networkDisconnect: 'network disconnect',
  networkInspect: 'network inspect',
  networkList: 'network ls',
  networkPrune: 'network prune',
  networkRemove: 'network rm',
};

/** Where a docker command may stand: a language, and what is around it. */
const hosts: readonly (readonly [host: string, language: string, before: string, after: string])[] = [
  ['a shell script', 'shellscript', 'set -e\nsudo ', ' x\n'],
  ['a substitution', 'shellscript', 'ID="$(', ' x)"\n'],
  ['a string for sh', 'shellscript', "sh -c '", " x'\n"],
  ['a here-document', 'shellscript', 'cat <<EOF\n', ' x\nEOF\n'],
  ['a comment', 'shellscript', '# start it: ', ' x\n'],
  ['a RUN', 'dockerfile', 'FROM a\nRUN b && ', ' x\n'],
  ['a Dockerfile comment', 'dockerfile', 'FROM a\n# ', ' x\n'],
  ['a compose comment', 'dockercompose', 'services:\n  # ', ' x\n  web:\n    image: a\n'],
  ['a fence', 'markdown', '```sh\n', ' x\n```\n'],
  ['a sentence', 'markdown', 'Start it with `', ' x`.\n'],
  ['a recipe', 'makefile', 'run: build\n\t@', ' x\n'],
  ['PowerShell', 'powershell', 'if ($x) { ', ' x }\n'],
  ['a batch file', 'bat', '@echo off\r\n@', ' x\r\n'],
  ['a workflow', 'pipeline', 'jobs:\n  a:\n    steps:\n      - run: |\n          cd x\n          ', ' x\n'],
  ['a folded script', 'pipeline', 'job:\n  script:\n    - >-\n      cd x &&\n      ', ' x\n'],
  ['a quoted script', 'pipeline', 'job:\n  script:\n    - "', ' x"\n'],
  ['package.json', 'scripts', '{\n  "scripts": {\n    "a": "cd x && ', ' x"\n  }\n}\n'],
  ['a dev container', 'devcontainer', '{\n  "postCreateCommand": "', ' x"\n}\n'],
];

/** How a compose file says it: what is before the key, with its indentation, and whether its value is a list. */
const composeHeads: Partial<Readonly<Record<Place, string>>> = {
  composeService: 'services:\n  web:\n    ',
  composeBuild: 'services:\n  web:\n    build:\n      ',
  composeServiceNetwork: 'services:\n  web:\n    networks:\n      front:\n        ',
  composeNetwork: 'networks:\n  front:\n    ',
  composeIpam: 'networks:\n  front:\n    ipam:\n      ',
  composeIpamConfig: 'networks:\n  front:\n    ipam:\n      config:\n        - ',
};

interface Sample {
  readonly topic: Topic;
  readonly title: string;
  readonly place: Place;
  readonly name: string;
  readonly syntax: ValueSyntax;
}

const all: readonly Topic[] = topics;
const samples: readonly Sample[] = all.flatMap((topic) =>
  topic.spellings.flatMap(({ places, names, syntax, title = topic.title }) =>
    places.flatMap((place) => names.map((name) => ({ topic, title, place, name, syntax }))),
  ),
);

/** One use of the topic stands just there, and a hover over it begins with the topic's title. */
function assertUse(language: string, text: string, sample: Sample, span: readonly [number, number]): void {
  const found = parseUses(text, language).filter((use) => {
    const { start, end } = hoverSpan(use);
    return start === span[0] && end === span[1] && use.spelling === sample.name && use.place === sample.place;
  });
  const [use] = found;
  assert.equal(found.length, 1, `${found.length} uses at ${span.join('-')} of ${JSON.stringify(text)}`);
  assert.equal(use?.topic, sample.topic.id);
  const hover = hoverAt(text, language, span[0]);
  assert.deepEqual([hover?.start, hover?.end], span);
  assert.ok(hover?.markdown.startsWith(`**${sample.title}** · `), hover?.markdown);
}

let counted = 0;

function flagTests(place: DockerCommand, ofPlace: readonly Sample[]): void {
  for (const [host, language, before, after] of hosts) {
    it(`of ${place} in ${host}`, () => {
      for (const sample of ofPlace) {
        const value = values[sample.syntax];
        const flag = value === '' ? sample.name : `${sample.name} ${value}`;
        const head = `${before}docker ${commands[place]} `;
        assertUse(language, `${head}${flag}${after}`, sample, [head.length, head.length + flag.length]);
        counted += 1;
      }
    });
  }
}

/** The key with its value, in its file, in the ways to write YAML. */
function keyTexts(head: string, name: string, value: string): readonly (readonly [string, number, number])[] {
  const plain = `${head}${name}: ${value}\n`;
  const quoted = `${head}"${name}": '${value}'\n`;
  const [from, end] = [head.length, head.length + name.length + 2 + value.length];
  const crlf = head.split('\n').length - 1;
  const merged = `x-a: &a {dns: 1}\n`.length;
  return [
    [plain, from, end],
    [quoted, from + 1, end + 3],
    [plain.replaceAll('\n', '\r\n'), from + crlf, end + crlf],
    [`\uFEFF${plain}`, from + 1, end + 1],
    [`x-a: &a {dns: 1}\n${plain}`, from + merged, end + merged],
    [`--- # c\n${plain}`, from + 8, end + 8],
  ];
}

describe('every spelling of every topic is found', () => {
  for (const place of Object.keys(commands) as DockerCommand[]) {
    const ofPlace = samples.filter((sample) => sample.place === place);
    if (ofPlace.length > 0) flagTests(place, ofPlace);
  }

  for (const sample of samples) {
    const head = composeHeads[sample.place];
    if (head === undefined) continue;
    it(`as ${sample.name} of ${sample.place}`, () => {
      const isMap = sample.name === 'ipam' || sample.name === 'config';
      const value = isMap || values[sample.syntax] === '' ? 'true' : values[sample.syntax];
      for (const [text, start, end] of keyTexts(head, sample.name, value)) {
        assertUse('dockercompose', text, sample, [start, end]);
        counted += 1;
      }
    });
  }

  it('as a flag in the runArgs of a dev container', () => {
    for (const sample of samples.filter(({ place }) => place === 'run')) {
      const value = values[sample.syntax];
      const head = '{\n  "runArgs": [\n    "--rm", "';
      const flag = value === '' ? sample.name : `${sample.name}",\n    "${value}`;
      assertUse('devcontainer', `${head}${flag}"\n  ]\n}\n`, sample, [
        head.length,
        head.length + flag.length,
      ]);
      counted += 1;
    }
  });

  it('as an option of a CI container', () => {
    for (const sample of samples.filter(({ place }) => place === 'create')) {
      const value = values[sample.syntax];
      const head = 'jobs:\n  a:\n    services:\n      db:\n        options: >-\n          --rm\n          ';
      const flag = value === '' ? sample.name : `${sample.name} ${value}`;
      assertUse('pipeline', `${head}${flag}\n`, sample, [head.length, head.length + flag.length]);
      counted += 1;
    }
  });

  after(() => console.log(`      ${samples.length} spellings, ${counted} texts`));
});
