// A hover right after an edit: the text of the editor is put together again, and read around the pointer.
import sample from '../../media/sample/engine.json';
import { decodeSnapshot } from '../../src/engine/decode';
import { hoverAt, type Facts } from '../../src/language';
import { buildTopology } from '../../src/model';
import { print } from './measure';

const facts: Facts = { topology: buildTopology(decodeSnapshot(sample)), folder: 'shop' };
const size = 5_000;
const runs = 400;
const warmUp = 100;

/** A file of so many lines, in which a few repeat, each time with a number of their own. */
function fileOf(head: readonly string[], repeated: readonly string[]): readonly string[] {
  const times = Math.ceil((size - head.length) / repeated.length);
  const body = Array.from({ length: times }, (_, number) =>
    repeated.map((line) => line.replaceAll('@', String(number))),
  );
  return [...head, ...body.flat()].slice(0, size);
}

const service = [
  '  web@:',
  '    image: nginx:1.27',
  '    ports:',
  '      - "8080:80"',
  '    networks:',
  '      front:',
  '        aliases: [www]',
  '    environment:',
  '      A: b',
  '    dns: [9.9.9.9]',
];
const files: readonly (readonly [languageId: string, lines: readonly string[]])[] = [
  ['dockercompose', fileOf(['services:'], service)],
  [
    'shellscript',
    fileOf(
      ['#!/bin/sh'],
      [
        'docker run -d --name web@ --network shop_front -p 8080:80 nginx',
        'echo "$x"',
        'if true; then',
        '  docker network connect --alias a shop_front web@',
        'fi',
      ],
    ),
  ],
  [
    'dockerfile',
    fileOf(
      ['FROM nginx'],
      ['RUN --network=none make @ \\', '  && true', 'EXPOSE 8080', '# docker run -p 80:80 x', ''],
    ),
  ],
  [
    'markdown',
    fileOf(
      ['# Notes'],
      ['', 'Text `docker run -p 8080:80 x`.', '', '```sh', 'docker run --net host x', '```'],
    ),
  ],
];

const marks = ['"8080:80"', 'www', '9.9.9.9', '-p 8', '--alias', '--network', 'EXPOSE', '--net'];

/** The lines over whose value the pointer rests, and where in them. */
function spotsOf(lines: readonly string[]): readonly (readonly [line: number, column: number])[] {
  return lines.flatMap((line, number) => {
    const column = Math.max(...marks.map((mark) => line.indexOf(mark)));
    return column < 0 ? [] : [[number, column + 1] as const];
  });
}

/** The times of hovers over spots all over the file, each after another edit, in milliseconds. */
function timesOf(languageId: string, lines: readonly string[]): readonly number[] {
  const spots = spotsOf(lines);
  const times: number[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    const [line, column] = spots[(Math.abs(run) * 7919) % spots.length] ?? [0, 0];
    const edited = lines.map((text, number) =>
      number === line ? `${text}${' '.repeat(1 + (run & 3))}` : text,
    );
    const start = performance.now();
    const before = edited.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
    const hover = hoverAt(edited.join('\n'), languageId, before + column, facts);
    const time = performance.now() - start;
    if (!hover) throw new Error(`no hover in line ${line} of ${languageId}`);
    if (run >= 0) times.push(time);
  }
  return times.sort((a, b) => a - b);
}

for (const [languageId, lines] of files) {
  const times = timesOf(languageId, lines);
  const at = (part: number) => times[Math.floor(times.length * part)] ?? NaN;
  print(`hover after an edit, p50 (goal 1), ${languageId}, ${size} lines`, at(0.5));
  print(`hover after an edit, p99 (goal 4), ${languageId}, ${size} lines`, at(0.99));
}
