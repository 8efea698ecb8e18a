import assert from 'node:assert/strict';
import { usesOf } from './marker';

function comment(text: string, ...expected: readonly string[]): void {
  it(JSON.stringify(text), () => {
    assert.deepEqual(usesOf('dockerfile', text), expected);
  });
}

describe('a comment', () => {
  describe('with a docker command', () => {
    comment('# docker run -p 8080:80 nginx', 'publish -p «8080:80»');
    comment('#docker run -p 8080:80 nginx', 'publish -p «8080:80»');
    comment('  ## $ docker run -p 8080:80 nginx', 'publish -p «8080:80»');
    comment('# start: docker run -d \\\n#   -p 8080:80 \\\n#   nginx', 'publish -p «8080:80»');
    comment("# don't forget docker run -p 8080:80 nginx, it's good", 'publish -p «8080:80»');
    comment('# run it with `docker run -p 8080:80 nginx`.', 'publish -p «8080:80»');
    comment('# run it with "docker run -p 8080:80 nginx".', 'publish -p «8080:80»');
    comment('# docker run -p 8080:80.', 'publish -p «8080:80»');
    comment('# docker: see docker run --net=host nginx', 'network --net «host»');
    comment('# docker run nginx mkdir -p /x');
  });

  describe('with a flag alone that can mean nothing else', () => {
    comment('# run with -p 8080:80', 'publish -p «8080:80»');
    comment('# run with `-p 8080:80`', 'publish -p «8080:80»');
    comment('# -p 8080:80', 'publish -p «8080:80»');
    comment('# run with -p8080:80', 'publish -p «8080:80»');
    comment(
      '# use: -p 127.0.0.1:8080:80/udp -p 1:2',
      'publish -p «127.0.0.1:8080:80/udp»',
      'publish -p «1:2»',
    );
    comment('# with -p 70000:80', 'publish -p «70000:80»');
    comment('# --link db:db', 'link --link «db:db»');
    comment('# needs --link db:db, and --network=host', 'link --link «db:db»', 'network --network «host»');
    comment('# run it with --net host', 'network --net «host»');
    comment('# run it with --network container:db', 'network --network «container:db»');
    comment('# use --network=front', 'network --network «front»');
    comment('# e.g. -p 8080:80', 'publish -p «8080:80»');
    comment('# i.e. -p 8080:80', 'publish -p «8080:80»');
    comment('# Example -p 8080:80', 'publish -p «8080:80»');
    comment('# container must run -p 8080:80', 'publish -p «8080:80»');
    comment('# same as -p 8080:80', 'publish -p «8080:80»');
    comment('# curl it\n# with -p 8080:80', 'publish -p «8080:80»');
  });

  describe('with the flags of other programs', () => {
    comment('# mkdir -p /app');
    comment('# mkdir -p 1:2');
    comment('# cp -p 1:2');
    comment('# use cp -p 1:2');
    comment('# tar -p 8080:80');
    comment('# ssh -p 22:22');
    comment('# run with -p');
    comment('# run with -p 8080');
    comment('# with -p shop');
    comment('# COPY --link a:b');
    comment('# use --link to connect');
    comment('# the --network flag');
    comment('# with --network front');
    comment('# virt-install --network=host');
    comment('# npm --net=host');
    comment('# docker compose -p shop up');
    comment('# the -person 1:2');
    comment('# then ssh with -p 22:22');
    comment('# nmap uses -p 1:2');
    comment('# see scp, use -p 2222:22');
    comment('# curl: --network=x');
    comment('# `ssh` with `-p 22:22`');
    comment('# (/usr/bin/kubectl) with --net=host');
  });
});

describe('a note', () => {
  function note(text: string, ...expected: readonly string[]): void {
    it(JSON.stringify(text), () => {
      assert.deepEqual(usesOf('markdown', text), expected);
    });
  }
  note('```bash\ndocker run -p 8080:80 nginx\n```', 'publish -p «8080:80»');
  note('```\n$ docker run \\\n  --net host nginx\n```', 'network --net «host»');
  note('Start it with `docker run -p 8080:80 nginx` and wait.', 'publish -p «8080:80»');
  note('The flag -p 8080:80 alone is only a word.');
  note('# docker run -p 8080:80 nginx', 'publish -p «8080:80»');
});
