import assert from 'node:assert/strict';
import { parseUses } from '../../../src/language';
import { usesOf } from './marker';

function shell(text: string, ...expected: readonly string[]): void {
  it(JSON.stringify(text), () => {
    assert.deepEqual(usesOf('shellscript', text), expected);
  });
}

describe('the flags of a docker command', () => {
  describe('are found in every way to write them', () => {
    shell('docker run -p 8080:80 nginx', 'publish -p «8080:80»');
    shell('docker run -p8080:80 nginx', 'publish -p «8080:80»');
    shell('docker run -p=8080:80 nginx', 'publish -p «8080:80»');
    shell('docker run --publish 8080:80 nginx', 'publish --publish «8080:80»');
    shell('docker run --publish=8080:80 nginx', 'publish --publish «8080:80»');
    shell('docker run -dp 8080:80 nginx', 'publish -dp «8080:80»');
    shell('docker run -itp8080:80 nginx', 'publish -itp «8080:80»');
    shell('docker run -Pp 8080:80 nginx', 'publishAll -P', 'publish -Pp «8080:80»');
    shell('docker run --net host nginx', 'network --net «host»');
    shell('docker run --network=front --link db:x nginx', 'network --network «front»', 'link --link «db:x»');
    shell('docker run -p "8080:80" nginx', 'publish -p «8080:80»');
    shell("docker run --publish='8080:80' nginx", 'publish --publish «8080:80»');
    shell('docker run -p 80"80":80 nginx', 'publish -p «80"80":80»');
    shell('docker run -p 8080\\:80 nginx', 'publish -p «8080\\:80»');
    shell('docker run -p 8080:80>log nginx', 'publish -p «8080:80»');
    shell('docker run >log 2>&1 -p 8080:80 nginx', 'publish -p «8080:80»');
    shell('docker run 2> log -p 8080:80 nginx', 'publish -p «8080:80»');
    shell('docker run -p <port>:80 nginx', 'publish -p «<port>:80»');
    shell('docker run -p', 'publish -p');
    shell('docker run -p -d nginx', 'publish -p «-d»');
  });

  describe('are found in every command that has them', () => {
    shell('docker create -p 80:80 nginx', 'publish -p «80:80»');
    shell('docker container run -p 80:80 nginx', 'publish -p «80:80»');
    shell('docker container create -p 80:80 nginx', 'publish -p «80:80»');
    shell('podman run -p 80:80 nginx', 'publish -p «80:80»');
    shell('nerdctl run -p 80:80 nginx', 'publish -p «80:80»');
    shell('/usr/bin/docker run -p 80:80 nginx', 'publish -p «80:80»');
    shell('sudo -E docker run -p 80:80 nginx', 'publish -p «80:80»');
    shell('docker --context x -D -H tcp://h:1 run -p 80:80 nginx', 'publish -p «80:80»');
    shell('docker --host=tcp://h:1 run -p 80:80 nginx', 'publish -p «80:80»');
    shell('docker build . --network=host', 'network --network «host»');
    shell('docker buildx build --network none .', 'network --network «none»');
    shell(
      'docker service create -p 80:80 --network front nginx',
      'publish -p «80:80»',
      'network --network «front»',
    );
    shell(
      'docker service update --publish-add 80:80 --network-add a web',
      'publish --publish-add «80:80»',
      'network --network-add «a»',
    );
    shell('docker network connect front web --link db:x', 'link --link «db:x»');
  });

  describe('end where the image stands', () => {
    shell('docker run nginx mkdir -p /x');
    shell('docker run nginx -p 8080:80');
    shell('docker run -d nginx -p 8080:80');
    shell('docker run -it --rm --init nginx -p 8080:80');
    shell('docker run --name -p nginx -p 8080:80');
    shell('docker run -e A=1 -v /a:/b --name x -p 1:2 nginx cp -p 1:2', 'publish -p «1:2»');
    shell('docker run --pull always nginx -p 8080:80');
    shell('docker run --rm=true nginx -p 8080:80');
    shell('docker run -- nginx -p 8080:80');
    shell('docker run docker:dind docker run -p 8080:80 nginx');
    shell('docker run "$IMAGE" -p 8080:80');
    shell('docker run $IMAGE mkdir -p /x');
    shell('docker run $IMAGE ssh -p 22');
  });

  describe('are found behind a variable, where they can mean nothing else', () => {
    shell('docker run $OPTS -p 80:80 nginx', 'publish -p «80:80»');
    shell(
      'docker run -p 1:2 ${OPTS} --net=host -d -p 3:4 nginx',
      'publish -p «1:2»',
      'network --net «host»',
      'publish -p «3:4»',
    );
    shell('docker service create $OPTS -p 80:80 nginx', 'publish -p «80:80»');
  });

  describe('are read as the shell reads them', () => {
    shell('docker run \\\n  -p 8080:80 \\\n  nginx', 'publish -p «8080:80»');
    shell('docker run \\\r\n  -p 8080:80 \\\r\n  nginx\r\n', 'publish -p «8080:80»');
    shell(
      'docker pull nginx; docker run -p 1:2 nginx && docker run -p 3:4 nginx',
      'publish -p «1:2»',
      'publish -p «3:4»',
    );
    shell('ID=$(docker run -d -p 8080:80 nginx)', 'publish -p «8080:80»');
    shell('docker run -v $(pwd):/app -p 8080:80 nginx', 'publish -p «8080:80»');
    shell('docker run -v "$(pwd)":/app -p 8080:80 nginx', 'publish -p «8080:80»');
    shell('docker run -v `pwd`:/app -p 8080:80 nginx', 'publish -p «8080:80»');
    shell('docker run --name "a b" -p 8080:80 nginx', 'publish -p «8080:80»');
    shell("docker run --name 'it is' -p 8080:80 nginx", 'publish -p «8080:80»');
    shell('docker run -p $PORT:80 nginx', 'publish -p «$PORT:80»');
    shell('docker run -p 8080:80 nginx # and -p 9090:90', 'publish -p «8080:80»', 'publish -p «9090:90»');
    shell('docker run -p 8080:80 "nginx', 'publish -p «8080:80»');
  });

  describe('are left alone where no docker command is', () => {
    shell('mkdir -p /app');
    shell('tar -p 1:2; cp -p 1:2; ssh -p 22 host');
    shell('docker compose -p shop up');
    shell('docker-compose -p shop up');
    shell('docker ps -p 80:80');
    shell('docker');
    shell('mydocker run -p 80:80 nginx');
  });
});

describe('a use', () => {
  it('has the value as docker gets it', () => {
    const [use] = parseUses('docker run -p 80"80":80 nginx', 'shellscript');
    assert.equal(use?.text, '8080:80');
  });

  it('names the flag of combined short flags alone', () => {
    const [use] = parseUses('docker run -itp8080:80 nginx', 'shellscript');
    assert.deepEqual([use?.spelling, use?.place, use?.kind, use?.syntax], ['-p', 'run', 'flag', 'publish']);
  });
});
