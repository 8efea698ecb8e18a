#!/bin/sh
# The shop, by hand. Hover over the network flags.
set -eu

docker network create --subnet 172.28.0.0/16 --gateway 172.28.0.1 shop_front
docker network create --subnet 172.29.0.0/16 --internal shop_back

docker run -d --name web --network shop_front --network-alias www -p 8080:80 nginx:1.27
docker run -d --name api --network shop_front \
  -p 127.0.0.1:9090:8080 \
  --link web:frontend \
  shop/api:2.3
docker run -d --name db --network shop_back -v "$(pwd)/data":/var/lib/postgresql/data postgres:16
docker network connect --alias api shop_back api
docker network inspect --format '{{range .Containers}}{{.Name}} {{end}}' shop_back

# The default bridge knows no names, so a link is needed: --link my-nginx:nginx
docker run -d --name my-nginx -p 8081:80 nginx:1.27
docker run -d --name linked --link my-nginx:nginx nginx:1.27

# These flags belong to mkdir, inside the container.
docker run --rm --network none alpine mkdir -p /srv/8080:80
