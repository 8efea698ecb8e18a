// Long files, and the places in them where a pointer rests.

/** The lines of each file. */
export const fileLength = 5_000;

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

const shell = [
  'docker run -d --name web@ --network shop_front -p 8080:80 nginx',
  'echo "$x"',
  'if true; then',
  '  docker network connect --alias a shop_front web@',
  'fi',
];

const dockerfile = [
  'RUN --network=none make @ \\',
  '  && true',
  'EXPOSE 8080',
  '# docker run -p 80:80 x',
  '',
];

const markdown = ['', 'Text `docker run -p 8080:80 x`.', '', '```sh', 'docker run --net host x', '```'];

/** By language id. */
export const longFiles = {
  dockercompose: fileOf(['services:'], service),
  shellscript: fileOf(['#!/bin/sh'], shell),
  dockerfile: fileOf(['FROM nginx'], dockerfile),
  markdown: fileOf(['# Notes'], markdown),
} as const;

/** A file in which a few lines repeat, each time with a number of their own in the place of `@`. */
function fileOf(head: readonly string[], repeated: readonly string[]): readonly string[] {
  const times = Math.ceil((fileLength - head.length) / repeated.length);
  const body = Array.from({ length: times }, (_, number) =>
    repeated.map((line) => line.replaceAll('@', String(number))),
  );
  return [...head, ...body.flat()].slice(0, fileLength);
}

const marks = ['"8080:80"', 'www', '9.9.9.9', '-p 8', '--alias', '--network', 'EXPOSE', '--net'];

/** The lines over whose value the pointer rests, and where in them, in an order that jumps about. */
export function spotsOf(lines: readonly string[]): (run: number) => readonly [line: number, column: number] {
  const spots = lines.flatMap((line, number) => {
    const column = Math.max(...marks.map((mark) => line.indexOf(mark)));
    return column < 0 ? [] : [[number, column + 1] as const];
  });
  return (run) => spots[(run * 7919) % spots.length] ?? [0, 0];
}
