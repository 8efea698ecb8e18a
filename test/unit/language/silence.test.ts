import assert from 'node:assert/strict';
import { findings } from '../../../src/language';

/** The codes of what is found. */
function codesOf(language: string, text: string): readonly string[] {
  return findings(text, language).map(({ code }) => code);
}

function silent(language: string, ...texts: readonly string[]): void {
  for (const text of texts) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(codesOf(language, text), []);
    });
  }
}

function heard(language: string, ...texts: readonly string[]): void {
  for (const text of texts) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(codesOf(language, text), ['publish.invalid']);
    });
  }
}

describe('nothing is complained about', () => {
  describe('where a quote is not closed yet', () => {
    silent('shellscript', 'docker run -p "8080:80 app', "docker run --network='na app");
  });

  describe('where a value is put in later', () => {
    silent(
      'shellscript',
      'docker run -p $1:80 app',
      'docker run -p "$1":80 app',
      'docker run -p 8080:$2 app',
      'docker run -p $@ app',
      'docker run -p $#:80 app',
      'docker run -p $-:80 app',
      'docker run -p $?:80 app',
      'docker run -p $$:80 app',
      'docker run -p ${1}:80 app',
      'docker run -p 808{0,1}:80 app',
      'docker run -p {{port}}:80 app',
      'docker run -p <port>:80 app',
      'docker run -p %PORT%:80 app',
      'docker run --link $1:db:x app',
      'docker run --network name=$1,foo app',
    );
    silent('dockerfile', 'RUN docker run -p $1:80 app\n');
    heard('shellscript', 'docker run -p 70000:80 app', 'docker run -p a$:80 app');
  });

  describe('where docker is a word like any other', () => {
    silent(
      'shellscript',
      'echo Usage: docker run -p HOST:CONTAINER image',
      'apt-get install docker run -p x',
      'printf "%s\\n" docker run -p PORT:80',
      'cat <<EOF\nUsage:\n  docker run -p HOST_PORT:80 image\nEOF\n',
      "cat <<-'END' >&2\n\tdocker run -p HOST_PORT:80 image\n\tEND\n",
      'echo "Usage:\n  docker run -p HOST:CONTAINER image\n"\n',
      "usage='\ndocker run -p HOST:CONTAINER image\n'\n",
      'ssh host docker run -p x app',
    );
    silent(
      'dockerfile',
      'RUN echo docker run -p HOST:CONTAINER image\n',
      'COPY <<EOF /usage\ndocker run -p HOST:CONTAINER image\nEOF\n',
      'RUN cat <<EOF > /usage\ndocker run -p HOST:CONTAINER image\nEOF\n',
    );
  });

  describe('behind a variable that may be the image', () => {
    silent('shellscript', 'docker run $OPTS -p 70000:80 x', 'docker run $OPTS --net host -p 80:80 x');
    heard('shellscript', 'docker run -p 70000:80 $OPTS x');
  });

  describe('of the commands of other programs', () => {
    silent(
      'shellscript',
      'podman run --network name=x,foo=b app',
      'podman run --network front:ip=10.0.0.2,mac=02:42:ac:11:00:02 app',
      'podman run --network slirp4netns:port_handler=slirp4netns app',
      'podman run --network bridge:ip=10.88.0.10 app',
      'podman run -p 80:x app',
      'nerdctl run --net container: app',
    );
  });
});

describe('nothing is complained about in a service', () => {
  const service = (...lines: readonly string[]) =>
    ['services:', '  web:', ...lines.map((line) => `    ${line}`), ''].join('\n');
  describe('where what would be in the way is absent', () => {
    silent(
      'dockercompose',
      service('network_mode: host', 'networks: !reset []'),
      service('network_mode: host', 'networks: !reset [a]'),
      service('network_mode: host', 'networks: []'),
      service('network_mode: host', 'networks:'),
      service('network_mode: host', 'networks: {}'),
      service('network_mode: host', 'networks: { a: !reset null }'),
      service('network_mode: host', 'ports: !reset []'),
      service('network_mode: host', 'ports: []'),
      service('network_mode: host', 'ports:'),
      service('network_mode: ~', 'networks: [a]'),
      service('network_mode: null', 'networks: [a]'),
      service('network_mode: !reset null', 'networks: [a]'),
      service('network_mode: !reset host', 'networks: [a]'),
      service('network_mode: ${MODE}', 'networks: [a]'),
      service('ports: ~'),
      service('ports: null'),
      service('ports: !reset null'),
      service('ports:', '  - null'),
      service('ports:', '  - ~'),
      service('ports:', '  - !reset x'),
      service('ports:', '  - target: 80', '    published: null', '    host_ip: ~'),
      service('links:', '  - ~'),
    );
  });

  it('and what is there counts, as does an alias', () => {
    assert.deepEqual(codesOf('dockercompose', service('network_mode: host', 'networks: *all')), [
      'network.modeWithNetworks',
    ]);
    assert.deepEqual(codesOf('dockercompose', service('network_mode: host', 'networks: { a: }')), [
      'network.modeWithNetworks',
    ]);
    assert.deepEqual(codesOf('dockercompose', service('network_mode: host', 'ports: *all')), [
      'publish.discarded',
    ]);
    assert.deepEqual(codesOf('dockercompose', service('ports: ["null"]')), ['publish.invalid']);
  });
});

describe('a command is complained about', () => {
  const bad = 'docker run -p 80:x app';
  describe('where docker is the program that runs', () => {
    heard(
      'shellscript',
      bad,
      `sudo -E ${bad}`,
      `sudo -u root ${bad}`,
      `A=1 B="x y" ${bad}`,
      `env A=1 ${bad}`,
      `time ${bad}`,
      `! ${bad}`,
      `exec ${bad}`,
      `timeout 10s ${bad}`,
      `true && ${bad}`,
      `true || ${bad}`,
      `true; ${bad}`,
      `true | ${bad}`,
      `id=$(${bad})`,
      `if ${bad}; then :; fi`,
      `case x in a) ${bad};; esac`,
      `f() { ${bad}; }`,
    );
    heard('dockerfile', `RUN ${bad}\n`, `RUN --network=none ${bad}\n`, `RUN <<EOF\n${bad}\nEOF\n`);
  });

  describe('behind what only looks like text', () => {
    heard(
      'shellscript',
      `cat <<EOF\nx\nEOF\n${bad}\n`,
      `x=$((1 << 2))\n${bad}\n`,
      `cat <<EOF\n${bad}\n`,
      `cat <<<EOF\n${bad}\nEOF\n`,
      `# it's so: cat <<EOF\n${bad}\nEOF\n`,
      `echo "it's"\n${bad}\n`,
      `echo it\\'s\n${bad}\necho "x"'\n`,
    );
  });
});
