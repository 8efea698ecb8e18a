// A hover right after an edit, by Portolan and by the language servers that people have today, in turns. `serve` makes
// this file Portolan's process.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileLength, longFiles, spotsOf } from './hoverFiles';
import { peerPackages, serve, startServer, type LanguageServer } from './languageServer';
import { print, quantile } from './measure';

const runs = 150;
const warmUp = 30;

type LanguageId = 'dockercompose' | 'dockerfile';
const peers: Readonly<Record<LanguageId, readonly (readonly [name: string, program: string])[]>> = {
  dockercompose: [
    ['compose language server', '@microsoft/compose-language-service/bin/docker-compose-langserver'],
    ['YAML language server', 'yaml-language-server/bin/yaml-language-server'],
  ],
  dockerfile: [['Dockerfile language server', 'dockerfile-language-server-nodejs/bin/docker-langserver']],
};

async function compare(languageId: LanguageId): Promise<void> {
  const lines = longFiles[languageId];
  const programs = [
    ['Portolan', ['--enable-source-maps', fileURLToPath(import.meta.url), 'serve']] as const,
    ...peers[languageId].map(([name, program]) => [name, [join(peerPackages, program), '--stdio']] as const),
  ];
  const servers = await Promise.all(programs.map((program) => startServer(program, languageId, lines)));
  try {
    const answers = await askInTurns(servers, lines);
    for (const [name, found] of answers) {
      const times = found.map(({ time }) => time);
      const said = found.filter((answer) => answer.said).length;
      console.log(`\n${languageId}, ${fileLength} lines, ${name}: ${said} of ${found.length} with a hover`);
      print('edit and hover, p50', quantile(times, 0.5));
      print('edit and hover, p99', quantile(times, 0.99));
    }
  } finally {
    servers.forEach(({ stop }) => stop());
  }
}

type Answer = Awaited<ReturnType<LanguageServer['hover']>>;

async function askInTurns(servers: readonly LanguageServer[], lines: readonly string[]) {
  const answers = new Map(servers.map(({ name }) => [name, [] as Answer[]]));
  const spotOf = spotsOf(lines);
  for (let run = 0; run < warmUp + runs; run += 1) {
    for (const { name, hover } of servers) {
      const answer = await hover(...spotOf(run));
      if (run >= warmUp) answers.get(name)?.push(answer);
    }
  }
  return answers;
}

if (process.argv[2] === 'serve') {
  serve();
} else {
  await compare('dockercompose');
  await compare('dockerfile');
  process.exit();
}
