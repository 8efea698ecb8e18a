/** A text that is no compose file, with nothing wrong in it. */
export interface ValidText {
  readonly language: 'dockerfile' | 'shellscript' | 'markdown';
  readonly text: string;
}

export const validTexts: readonly ValidText[] = [
  {
    language: 'dockerfile',
    text: `# syntax=docker/dockerfile:1
ARG PORT=8080
FROM node:22 AS build
RUN --network=none npm ci --offline
FROM nginx
ENV PORT=$PORT
EXPOSE 80 443/tcp 53/udp 8000-8003
EXPOSE $PORT \${METRICS:-9100}/tcp
# docker run -p 80 nginx
# docker run -p HOST:CONTAINER nginx
`,
  },
  {
    language: 'shellscript',
    text: `#!/bin/bash
set -euo pipefail
docker network create --driver bridge --subnet 10.30.0.0/24 --gateway 10.30.0.1 --aux-address r=10.30.0.9 lab
docker network create --subnet 10.30.0.0/24 -d macvlan -o parent=eth0 lan
docker run -d --name db --network lab --ip 10.30.0.5 --network-alias database postgres
docker run -d --name web --network lab -p 127.0.0.1:8080:80 -p "$HTTP_PORT:8443" --add-host host.docker.internal:host-gateway nginx
docker rm -f web
docker run -d --name web --network lab -p 127.0.0.1:8080:80 nginx
docker run --rm --network container:web --name tap tcpdump -i eth0 -p 80
docker run --rm --network host alpine nc -l -p 9000
docker run -P --expose 9000-9002/udp nginx
docker network connect --ip 10.30.0.9 --alias www lab web
docker network connect --link-local-ip 169.254.8.8,169.254.8.9 lab web
docker service create --name api -p published=8080,target=80,mode=host --network name=mesh,alias=api nginx
docker service update --publish-rm 80 --publish-add 81:81 --network-rm old api
docker build --network host --add-host mirror:10.0.0.7 .
for p in 8081 8082; do docker run -d -p "$p:80" nginx; done
docker run -p \${IP}:\${PORT}:80 -p \`port\`:80 nginx
docker run --network name=a,alias=x --network name=b,ip=10.1.0.5 nginx
echo "docker run -p 70000:80 nginx"
`,
  },
  {
    language: 'markdown',
    text: `# How to run it

\`\`\`sh
docker run -d --name web -p 8080:80 nginx
docker run -d --name web -p 8080:80 nginx # again
docker run --network my-net --ip 172.18.0.22 nginx
\`\`\`

Use \`docker run -p <host>:<container>\`, or \`-p HOST:CONTAINER\`.
`,
  },
];
