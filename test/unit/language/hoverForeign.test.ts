import { hoverAt } from '../../../src/language';
import { plain } from '../fixture';
import assert from 'node:assert/strict';

/** The paragraphs between the general words and the link, with an engine at hand. */
function paragraphsOf(marked: string): readonly string[] {
  const text = marked.replace('|', '');
  const hover = hoverAt(text, 'shellscript', marked.indexOf('|'), { topology: plain });
  return hover?.markdown.split('\n\n').slice(2, -1) ?? [];
}

describe('a hover on a flag of another program', () => {
  const ownWay = (program: string) => [
    `\`${program}\` reads this value in its own way, which may not be Docker's.`,
  ];
  const rows: readonly (readonly [marked: string, says: readonly string[]])[] = [
    ['podman run |--network slirp4netns x', ownWay('podman')],
    ['podman run |--network bridge:ip=10.88.0.10 x', ownWay('podman')],
    ['podman run |--network front:ip=10.0.0.2,mac=02:42:ac:11:00:02 x', ownWay('podman')],
    ['podman run |--network bridge x', ownWay('podman')],
    ['podman run |-p 80:x y', ownWay('podman')],
    ['podman run --net container:db |-p 80:80 y', ownWay('podman')],
    ['nerdctl run |--link db x', ownWay('nerdctl')],
    [
      '/usr/bin/podman run |--net container:db x',
      ['Shares the network of the container `db`: same interfaces, same address, and 127.0.0.1 in common.'],
    ],
    [
      'podman run |-p 8080:80 x',
      [
        'Port **8080** of the host leads to port **80**/tcp of the container.',
        '- Host address: all addresses of the host, by default\n- Host port: `8080`\n- Container port: `80/tcp`, where the program inside listens',
      ],
    ],
  ];
  for (const [marked, says] of rows) {
    it(`says no word that is Docker's alone: ${marked}`, () => {
      assert.deepEqual(paragraphsOf(marked), says);
    });
  }
});
