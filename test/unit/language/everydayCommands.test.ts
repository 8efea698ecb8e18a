import assert from 'node:assert/strict';
import { findings, hoverAt, parseUses } from '../../../src/language';

/** Commands as tutorials teach them: each, and the first line of the hover over each of its network words. */
const commands: readonly (readonly [command: string, ...titles: readonly string[]])[] = [
  ['docker run -d -p 80:80 nginx', '**Publish a port** · `-p 80:80`'],
  ['docker run -d --name my-nginx -p 8080:80 nginx', '**Publish a port** · `-p 8080:80`'],
  ['docker run --name db -e ROOT=1234 -p 3306:3306 -d mysql-custom', '**Publish a port** · `-p 3306:3306`'],
  ['docker run --name nginx1 --link nginx:nginx -d nginx-custom', '**Link (legacy)** · `--link nginx:nginx`'],
  ['docker run --name nginx4 --net=host -d nginx-custom', '**Network** · `--net host`'],
  ['docker run -it --name mynetwork_container --net mybridge ubuntu:18.04', '**Network** · `--net mybridge`'],
  ['docker run -it --name network_host --net host ubuntu:18.04', '**Network** · `--net host`'],
  ['docker run -it --net none ubuntu:18.04', '**Network** · `--net none`'],
  ['docker run -it --net container:db ubuntu:18.04', '**Network** · `--net container:db`'],
  ['docker network create --driver bridge mybridge', '**Network driver** · `--driver bridge`'],
  ['docker network create --driver overlay mesh', '**Network driver** · `--driver overlay`'],
  ['docker network connect mybridge mynetwork_container'],
  ['docker network disconnect mybridge mynetwork_container'],
  ['docker network ls'],
  ['docker network inspect bridge'],
  ['docker network rm mybridge'],
  ['docker network prune'],
];

describe('everyday commands', () => {
  for (const [command, ...titles] of commands) {
    for (const [languageId, text] of [
      ['shellscript', command],
      ['markdown', `Try it:\n\n\`\`\`bash\n$ ${command}\n\`\`\`\n\nor \`${command}\`.\n`],
    ] as const) {
      it(`are explained: ${command} (${languageId})`, () => {
        const uses = parseUses(text, languageId);
        const said = uses.map(
          ({ name }) => hoverAt(text, languageId, name.start)?.markdown.split('\n')[0] ?? 'nothing',
        );
        const times = languageId === 'markdown' ? 2 : 1;
        assert.deepEqual(said, Array.from({ length: times }, () => titles).flat());
        assert.deepEqual(
          findings(text, languageId).filter(({ severity }) => severity === 'error'),
          [],
        );
      });
    }
  }
});
