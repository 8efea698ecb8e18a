import assert from 'node:assert/strict';
import { scopesOf } from '../../../src/language/languages';
import { usesOf } from './marker';

/** The uses of a text in short, and which of its scopes are only shown. */
function reads(language: string, text: string, ...expected: readonly string[]): void {
  it(JSON.stringify(text), () => {
    assert.deepEqual(usesOf(language, text), expected);
  });
}

/** The text says something that is run elsewhere, or not at all: it is explained, and not complained about. */
function shows(language: string, text: string): void {
  it(`${JSON.stringify(text)} is shown`, () => {
    const scopes = [...scopesOf(text, language)].filter(({ uses }) => uses.length > 0);
    assert.ok(scopes.length > 0);
    assert.ok(scopes.every(({ prose }) => prose));
  });
}

describe('docker commands in a shell script', () => {
  const shell = (text: string, ...expected: readonly string[]) => reads('shellscript', text, ...expected);
  shell('docker compose run -p 8080:80 web', 'publish -p «8080:80»');
  shell(
    'docker compose -f a.yaml -p shop run --rm --publish=8080:80 web -p 1:2',
    'publish --publish «8080:80»',
  );
  shell('docker-compose --profile x run -dp 1:2 web', 'publish -dp «1:2»');
  shell('podman compose run -p 1:2 web', 'publish -p «1:2»');
  shell('docker compose -p shop up');
  shell('docker compose -p run up');
  shell('docker compose up run -p 1:2');
  shell('bash -c "docker run -p 1:2 x"', 'publish -p «1:2»');
  shell("sudo sh -lc 'cd x && docker run -p 1:2 x'", 'publish -p «1:2»');
  shell('eval "docker run -p \\"1:2\\" x"', 'publish -p «1:2»');
  shell('ID="$(docker run -v "$PWD":/x -p 1:2 x)"', 'publish -p «1:2»');
  shell('env FOO=1 time exec docker run -p 1:2 x', 'publish -p «1:2»');
  shell('cat names | xargs -n 1 docker network connect --alias www front', 'alias --alias «www»');
  shell(
    'if ! docker network connect --ip 10.0.0.2 a b; then docker run -p 1:2 x | cat; fi',
    'address --ip «10.0.0.2»',
    'publish -p «1:2»',
  );
  shell('cat <<EOF | sh\ndocker run -p 1:2 x\nEOF\n', 'publish -p «1:2»');
  shell('docker run -p ${PORT:-80 80}:80 x', 'publish -p «${PORT:-80 80}:80»');
  shell('docker run $(cat flags) -p 1:2 x', 'publish -p «1:2»');
  shell('"$DOCKER" run -p 1:2 x', 'publish -p «1:2»');
  shell('$DOCKER_HOST run -p 1:2 x');
  shows('shellscript', 'ssh host docker run -p 1:2 x');
  shows('shellscript', 'ssh host "docker run -p 1:2 x"');
  shows('shellscript', 'echo "docker run -p 1:2 x"');
  shows('shellscript', '${CONTAINER_ENGINE} run -p 1:2 x');
});

describe('docker commands in a Makefile', () => {
  const make = (text: string, ...expected: readonly string[]) => reads('makefile', text, ...expected);
  make('run:\n\tdocker run -p 8080:80 x\n', 'publish -p «8080:80»');
  make(
    'run:\n\t@docker run -p 1:2 x\n\t-@docker run -p 3:4 x\n\t+ docker run -p 5:6 x\n',
    'publish -p «1:2»',
    'publish -p «3:4»',
    'publish -p «5:6»',
  );
  make('run: ; @docker run -p 1:2 x\n', 'publish -p «1:2»');
  make('run:\n\tdocker run \\\n\t\t-p 1:2 \\\n\t\tx\n', 'publish -p «1:2»');
  make('run:\n\tdocker run -p $(PORT):80 x\n', 'publish -p «$(PORT):80»');
  make('run:\n\tP=1; docker run -p $$P:80 --net host x\n', 'publish -p «$$P:80»', 'network --net «host»');
  make('run:\n\t$(DOCKER) run $(FLAGS) -p 1:2 x\n', 'publish -p «1:2»');
  make('ID := $(shell docker run -p 1:2 x)\n', 'publish -p «1:2»');
  make('define go\ndocker run -p 1:2 x\nendef\n', 'publish -p «1:2»');
  make('# run with -p 1:2\n', 'publish -p «1:2»');
  make('run:\n\tmkdir -p 1:2\n');
  make('run:\r\n\tdocker run \\\r\n\t -p 1:2 x\r\n', 'publish -p «1:2»');
  shows('makefile', 'run:\n\t$(DOCKER) run -p 1:2 x\n');
});

describe('docker commands in PowerShell', () => {
  const shell = (text: string, ...expected: readonly string[]) => reads('powershell', text, ...expected);
  shell('docker run `\n  -p 8080:80 `\n  nginx\n', 'publish -p «8080:80»');
  shell('docker run `\r\n  -p 8080:80 `\r\n  nginx\r\n', 'publish -p «8080:80»');
  shell('docker run -p "$env:PORT`:80" --net host x', 'publish -p «$env:PORT`:80»', 'network --net «host»');
  shell("docker run --name 'it''s' -p 1:2 x", 'publish -p «1:2»');
  shell('docker run --name "a ""b""" -p 1:2 x', 'publish -p «1:2»');
  shell(
    '$id = docker run -p 1:2 x; & "C:\\bin\\docker.exe" run -p 3:4 y',
    'publish -p «1:2»',
    'publish -p «3:4»',
  );
  shell('if ($x) { docker run -p 1:2 x }', 'publish -p «1:2»');
  shell('$x = "$(docker run -p 1:2 x)"', 'publish -p «1:2»');
  shell('docker run @flags -p 1:2 x', 'publish -p «1:2»');
  shell('docker run x # with -p 1:2', 'publish -p «1:2»');
  shell('docker run C:\\\n-p 1:2 x\n');
});

describe('docker commands in a batch file', () => {
  const batch = (text: string, ...expected: readonly string[]) => reads('bat', text, ...expected);
  batch('docker run ^\n  -p 8080:80 ^\n  nginx\n', 'publish -p «8080:80»');
  batch('@docker run ^\r\n  -p %PORT%:80 nginx\r\n', 'publish -p «%PORT%:80»');
  batch('docker run -p "1:2" x & docker run -p 3:4 y', 'publish -p «1:2»', 'publish -p «3:4»');
  batch("docker run --name it's -p 1:2 x", 'publish -p «1:2»');
  batch('if exist x (docker run -p 1:2 x)', 'publish -p «1:2»');
  batch('for %%p in (1 2) do docker run -p %%p:80 x', 'publish -p «%%p:80»');
  batch('REM docker run -p 1:2 x\n:: with -p 3:4\n', 'publish -p «1:2»', 'publish -p «3:4»');
  shows('bat', 'rem docker run -p 1:2 x');
});

describe('docker commands in notes, in the manner of Windows', () => {
  reads('markdown', '```powershell\ndocker run `\n  -p 1:2 `\n  nginx\n```\n', 'publish -p «1:2»');
  reads('markdown', '```bat\ndocker run ^\r\n  -p 1:2 ^\r\n  nginx\r\n```\r\n', 'publish -p «1:2»');
  reads('markdown', 'Use `docker run -p 1:2 x` or `y`\n-p 3:4', 'publish -p «1:2»');
});

describe('docker commands in a CI pipeline', () => {
  const ci = (text: string, ...expected: readonly string[]) => reads('pipeline', text, ...expected);
  ci('jobs:\n  a:\n    steps:\n      - run: docker run -p 1:2 x\n', 'publish -p «1:2»');
  ci(
    'steps:\n  - name: x\n    run: |\n      docker run \\\n        -p 1:2 \\\n        x\n      docker run -p 3:4 y\n',
    'publish -p «1:2»',
    'publish -p «3:4»',
  );
  ci('- run: >\n    docker run\n    -p 1:2\n    x\n', 'publish -p «1:2»');
  ci('- run: >-\r\n    docker run\r\n    -p 1:2\r\n    x\r\n', 'publish -p «1:2»');
  ci("- run: 'docker run -p ''1:2'' x'\n", 'publish -p «1:2»');
  ci('- run: "docker run -p \\"1:2\\" x"\n', 'publish -p «1:2»');
  ci('- run: docker run\n    -p 1:2\n    x\n', 'publish -p «1:2»');
  ci('- run:\n    docker run\n    -p 1:2\n    x\n', 'publish -p «1:2»');
  ci('- { run: "docker run -p 1:2 x" }\n', 'publish -p «1:2»');
  ci('- run: docker run -p ${{ env.PORT }}:80 x\n', 'publish -p «${{ env.PORT }}:80»');
  ci('- run: docker run -p << parameters.port >>:80 x\n', 'publish -p «<< parameters.port >>:80»');
  ci('- run: docker run -p $[[ inputs.port ]]:80 x\n', 'publish -p «$[[ inputs.port ]]:80»');
  ci('- run: # with -p 1:2\n    docker run -p 3:4 x\n', 'publish -p «1:2»', 'publish -p «3:4»');
  ci('- shell: pwsh\n  run: |\n    docker run `\n      -p 1:2 x\n', 'publish -p «1:2»');
  ci(
    'job:\n  script:\n    - docker run -p 1:2 x\n    - |\n      docker run -p 3:4 x\n  before_script: ["docker run -p 5:6 x"]\n',
    'publish -p «1:2»',
    'publish -p «3:4»',
    'publish -p «5:6»',
  );
  ci(
    'steps:\n- script: docker run -p 1:2 x\n- bash: docker run -p 3:4 x\n- powershell: docker run -p 5:6 x\n',
    'publish -p «1:2»',
    'publish -p «3:4»',
    'publish -p «5:6»',
  );
  ci('steps:\n  - run:\n      command: docker run -p 1:2 x\n', 'publish -p «1:2»');
  ci('"run": docker run -p 1:2 x\n', 'publish -p «1:2»');
  ci('\uFEFFrun: docker run -p 1:2 x\n', 'publish -p «1:2»');
  ci(
    'container:\n  image: x\n  ports: [80, "8080:80"]\n  options: --network-alias www --hostname a\n',
    'publish in ports «80»',
    'publish in ports «8080:80»',
    'alias --network-alias «www»',
    'hostname --hostname «a»',
  );
  ci(
    'services:\n  db:\n    options: >-\n      --network-alias db\n      -p 1:2\n    ports:\n      - 5432:5432\n',
    'alias --network-alias «db»',
    'publish -p «1:2»',
    'publish in ports «5432:5432»',
  );
  ci('with:\n  options: --network-alias www\n  ports: [80]\n');
  ci('run: |\n  mkdir -p 1:2\n');
  shows('pipeline', 'name: docker run -p 1:2 x\n');
  shows('pipeline', '# docker run -p 1:2 x\nrun: x\n');
  shows('pipeline', 'run: |\n  cat <<EOF\n  docker run -p HOST:80 x\n  EOF\n');
});

describe('docker in a JSON file', () => {
  const dev = (text: string, ...expected: readonly string[]) => reads('devcontainer', text, ...expected);
  dev(
    '{ "runArgs": ["-p", "8080:80", "--network=host"] }',
    'publish -p «8080:80»',
    'network --network «host»',
  );
  dev(
    '{\n  "runArgs": [\n    "-p", // web\n    "8080:80",\n    /* x */ "--net",\n    "host"\n  ],\n  "name": "-p 1:2"\n}',
    'publish -p «8080:80»',
    'network --net «host»',
  );
  dev('{\r\n\t"runArgs": [\r\n\t\t"-p",\r\n\t\t"1:2"\r\n\t]\r\n}', 'publish -p «1:2»');
  dev('{ "runArgs": ["-p", "1:2', 'publish -p «1:2»');
  dev(
    '{ "build": { "options": ["--network=none"] }, "options": ["--network=host"] }',
    'network --network «none»',
  );
  dev('{\n  "build": {\n    "options": ["--network", "none"]\n  }\n}', 'network --network «none»');
  dev('{ "appPort": [3000, "8921:5000"] }', 'publish in appPort «3000»', 'publish in appPort «8921:5000»');
  dev('{ "appPort": "8921:5000", "forwardPorts": ["1:2"] }', 'publish in appPort «8921:5000»');
  dev('{ "postCreateCommand": "docker run -p \\"1:2\\" x" }', 'publish -p «1:2»');
  dev(
    '{ "postStartCommand": { "db": "docker run -p 1:2 x" }, "initializeCommand": ["docker", "run", "-p", "3:4", "x"] }',
    'publish -p «1:2»',
    'publish -p «3:4»',
  );

  const scripts = (text: string, ...expected: readonly string[]) => reads('scripts', text, ...expected);
  scripts(
    '{\n  "scripts": {\n    "db": "docker run -p 5432:5432 postgres && echo",\n    "x": "docker run -p \\"1:2\\" \\u0078"\n  }\n}\n',
    'publish -p «5432:5432»',
    'publish -p «1:2»',
  );
  scripts('{"scripts":{"db":"docker run -p 1:2 x"},"description":"docker run -p 3:4 x"}', 'publish -p «1:2»');
  scripts('{\n  "description": "docker run -p 3:4 x",\n  "config": { "db": "docker run -p 1:2 x" }\n}');
  scripts('{\n  "tasks": [{ "label": "x", "command": "docker run -p 1:2 x" }]\n}', 'publish -p «1:2»');
});
