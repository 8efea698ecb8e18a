// Looking for what is wrong: a compose file of 5,000 lines and 5,000 docker commands. All of it, and the longest step
// that keeps everything else waiting.
import { findingSteps } from '../../src/language';
import { print } from './measure';

const runs = 5;
/** ms */
const longestStep = 10;

const services = Array.from({ length: 555 }, (_, index) =>
  [
    `  web${index}:`,
    '    image: nginx',
    '    ports:',
    `      - "127.0.0.1:${10_000 + index}:80"`,
    `      - "${20_000 + (index % 500)}:443"`,
    '    networks:',
    '      front:',
    `        ipv4_address: 10.1.${index >> 7}.${(index & 127) + 2}`,
    '',
  ].join('\n'),
).join('');
const compose = `services:\n${services}networks:\n  front:\n    ipam:\n      config:\n        - subnet: 10.1.0.0/16\n`;
const commands = Array.from(
  { length: 5_000 },
  (_, index) =>
    `docker run -d --name web${index} --network front --ip 10.1.2.3 -p ${10_000 + index}:80 -p 127.0.0.1:80 nginx\n`,
).join('');

function measure(text: string, languageId: string) {
  let longest = 0;
  const start = performance.now();
  const steps = findingSteps(text, languageId);
  for (;;) {
    const at = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - at);
    if (step.done) return { total: performance.now() - start, longest, found: step.value.length };
  }
}

for (const [what, text, languageId] of [
  ['compose', compose, 'dockercompose'],
  ['commands', commands, 'shellscript'],
] as const) {
  measure(text, languageId);
  const all = Array.from({ length: runs }, () => measure(text, languageId));
  const best = (key: 'total' | 'longest') => Math.min(...all.map((one) => one[key]));
  print(`findings, ${what}: all of ${all[0]?.found ?? 0}`, best('total'));
  print(`findings, ${what}: longest step (goal ${longestStep})`, best('longest'));
}
