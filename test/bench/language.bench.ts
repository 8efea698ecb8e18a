// Reading whole texts, good ones and hostile ones: the worst time per 100 KB, by language and kind of text.
import { readFileSync } from 'node:fs';
import { findingSteps, hoverAt, languageIds, networkAt, parseUses } from '../../src/language';
import { fileLength, longFiles } from './hoverFiles';
import { print, quantile } from './measure';

const size = 100_000;
const runs = 3;

/** The piece, over and over. */
function filled(piece: string, head = ''): string {
  return head + piece.repeat(Math.ceil((size - head.length) / piece.length));
}

const service = '  web@:\n    image: a\n    ports:\n      - "8080:80"\n    networks: [front]\n    # c\n';
const many = (piece: string, head = ''): string =>
  head +
  Array.from({ length: Math.ceil(size / piece.length) }, (_, index) =>
    piece.replaceAll('@', String(index)),
  ).join('');

/** Kinds of text that any language may meet. */
const texts: readonly (readonly [kind: string, text: string])[] = [
  ['quotes', filled('"')],
  ['apostrophes', filled("'")],
  ['quotes, one a line', filled('"\n')],
  ['quotes and blanks', filled('" ')],
  ['braces', filled('{')],
  ['closing braces', filled('}')],
  ['brackets', filled('[')],
  ['dashes', filled('-')],
  ['dashes and blanks', filled('- ')],
  ['colons', filled(': ')],
  ['substitutions', filled('$(')],
  ['templates', filled('${{')],
  ['backticks', filled('`')],
  ['backslashes', filled('\\')],
  ['carets', filled('^\n')],
  ['continued lines', filled('a \\\n')],
  ['hashes', filled('# ')],
  ['comment lines', filled('# -p 1:2\n')],
  ['anchors', filled('&a ')],
  ['aliases', filled('*a ')],
  ['keys', filled('a: ')],
  ['deeper and deeper', Array.from({ length: 440 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
  ['lists in lists', filled('- a\n')],
  ['blank lines', filled('\n')],
  ['commands', filled('docker run -p 8080:80 nginx\n')],
  ['commands in a line', filled('docker run -p 8080:80 nginx; ')],
  ['flags of one command', filled('-p 1:2 ', 'docker run ')],
  ['strings with commands', filled('"docker run -p 1:2 x" ', 'echo ')],
  ['strings in strings', filled('sh -c "sh -c \'docker run -p 1:2 x\'" ')],
  ['script steps', filled('      - run: docker run -p 1:2 x\n', 'jobs:\n  a:\n    steps:\n')],
  ['script of one step', filled('      docker run -p 1:2 x\n', 'a:\n  - run: |\n')],
  ['JSON scripts', many('    "s@": "docker run -p \\"1:2\\" x",\n', '{\n  "scripts": {\n')],
  ['JSON in a line', many('"s@": "docker run -p 1:2 x", ', '{"scripts": {')],
  ['runArgs', filled('"-p", "1:2", ', '{\n"runArgs": [')],
  ['services', many(service, 'services:\n')],
  ['services in a line', many('s@: {ports: ["1:2"]}, ', 'services: {')],
  ['a service of many keys', many('    k@: v\n', 'services:\n  a:\n')],
  ['merges', many('  s@: {<<: *b}\n', `x-b: &b\n  ports: [${'"1:2", '.repeat(2_000)}]\nservices:\n`)],
  [
    'anchors of anchors',
    many('x-@: &a@ {<<: [*a, *a, *a, *a, *a, *a, *a, *a]}\n', 'x-a: &a {ports: [1]}\n').replaceAll(
      '*a,',
      '*a1,',
    ),
  ],
  ['a chain of merges', chain()],
  ['laughs', laughs()],
  ['random', random()],
];

/** Each fragment merges the one above. */
function chain(): string {
  const lines = Array.from(
    { length: 2_500 },
    (_, index) => `x-${index + 1}: &a${index + 1} {<<: *a${index}}\n`,
  );
  return `x-0: &a0 {ports: [1]}\n${lines.join('')}services:\n  web:\n    <<: *a2500\n`;
}

/** Each fragment holds ten of the one above. */
function laughs(): string {
  const ten = (name: string) => Array.from({ length: 10 }, (_, index) => `k${index}: *${name}`).join(', ');
  const lines = Array.from(
    { length: 700 },
    (_, index) => `x-${index + 1}: &a${index + 1} {${ten(`a${index}`)}}\n`,
  );
  return `x-0: &a0 {a: b}\n${lines.join('')}services:\n  web:\n    sysctls: *a700\n    networks: *a699\nnetworks:\n  a: *a700\n`;
}

/** The same at every run. */
function random(): string {
  let state = 1;
  return Array.from({ length: size }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(state % 12 === 0 ? 10 : 32 + (state % 95));
  }).join('');
}

/** Files as people write them, over and over. */
const samples = [
  ['dockercompose', 'compose.yaml'],
  ['dockerfile', 'Dockerfile'],
  ['shellscript', 'run.sh'],
  ['markdown', 'notes.md'],
] as const;

/** Of the processor's time, which other programs do not lengthen, in milliseconds. */
function best(work: () => unknown): number {
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(before).user / 1_000);
  }
  return least;
}

for (const language of languageIds.filter((id) => id !== 'yaml')) {
  const sample = samples.find(([id]) => id === language)?.[1];
  const kinds = sample
    ? [...texts, [sample, filled(readFileSync(`samples/${sample}`, 'utf8'))] as const]
    : texts;
  const times = kinds.map(([kind, text]) => ({
    kind,
    read: (best(() => parseUses(text, language)) * size) / text.length,
    hover: best(() => hoverAt(text, language, text.length >> 1)),
  }));
  const slowest = [...times].sort((a, b) => b.read - a.read);
  for (const { kind, read } of slowest.slice(0, 3))
    print(`read 100 KB (goal 100), ${language}, ${kind}`, read);
  const hover = [...times].sort((a, b) => b.hover - a.hover)[0];
  if (hover) print(`hover in 100 KB (goal 100), ${language}, ${hover.kind}`, hover.hover);
}

/** The network under the cursor, as it is asked for at each move of the cursor. The first move follows an edit. */
function timeNetworkAt(): void {
  const text = [...longFiles.dockercompose, 'networks:', '  front:'].join('\n');
  const offset = text.indexOf('front', text.length >> 1);
  const moves = Array.from({ length: 40 }, (_, run) => {
    const edited = `${text}\n${'#'.repeat(run)}`;
    return { edited: timeOf(edited, offset), moved: timeOf(edited, offset) };
  });
  const name = `network under the cursor, compose, ${fileLength} lines`;
  const median = (times: readonly number[]) => quantile(times, 0.5);
  print(`${name}, after an edit (goal 10)`, median(moves.map(({ edited }) => edited)));
  print(`${name}, at a move (goal 10)`, median(moves.map(({ moved }) => moved)));
}

function timeOf(text: string, offset: number): number {
  const start = performance.now();
  if (!networkAt(text, 'dockercompose', offset)) throw new Error('no network there');
  return performance.now() - start;
}

/** What is wrong in a long file: all of the work, and the longest part of it that nothing interrupts. */
function timeFindings(kind: string, text: string, language: string): void {
  const passes = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    const longest = longestStep(findingSteps(text, language));
    return { longest, all: process.cpuUsage(before).user / 1_000 };
  });
  print(`findings, ${kind}, all`, Math.min(...passes.map(({ all }) => all)));
  print(`findings, ${kind}, longest step (goal 10)`, Math.min(...passes.map(({ longest }) => longest)));
}

function longestStep(steps: Generator<void, unknown>): number {
  for (let longest = 0; ;) {
    const start = performance.now();
    const { done } = steps.next();
    longest = Math.max(longest, performance.now() - start);
    if (done) return longest;
  }
}

timeNetworkAt();
timeFindings(`compose, ${fileLength} lines`, longFiles.dockercompose.join('\n'), 'dockercompose');
timeFindings(
  '5000 docker commands',
  Array.from(
    { length: 5_000 },
    (_, index) => `docker run -d --name web${index} --network shop_front -p ${8_000 + index}:80 nginx\n`,
  ).join(''),
  'shellscript',
);
