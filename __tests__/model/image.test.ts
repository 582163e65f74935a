import { describe, expect, test } from 'vitest'
import { imageName, isDataStore, isOperatorTool, isProxyImage } from '../../src/model/image.ts'
import { HOLE } from '../../src/text/mapped-text.ts'

describe('data stores', () => {
  test.each([
    'postgres',
    'postgres:16-alpine',
    'docker.io/library/postgres:16@sha256:0123456789abcdef',
    'localhost:5000/team/postgres:1',
    'bitnami/postgresql:15',
    'bitnami/postgresql-repmgr',
    'postgis/postgis:16-3.4',
    'pgvector/pgvector:pg16',
    'timescale/timescaledb-ha:pg16',
    'rhel8/postgresql-13',
    'centos/mysql-57-centos7',
    'public.ecr.aws/docker/library/mysql:8',
    'mysql/mysql-server:8.0',
    'mcr.microsoft.com/mssql/server:2022-latest',
    'mcr.microsoft.com/mssql/rhel/server:2022',
    'container-registry.oracle.com/database/free',
    'container-registry.oracle.com/database/enterprise',
    'supabase/postgres:15',
    'postgres-15.4',
    'postgres_16',
    'mysql8',
    'mysql-8-debian12',
    'postgres-15-c9s',
    'redis-7.2.4-alpine',
    'REDIS',
    'container-registry.oracle.com/database/express:latest',
    'gvenzl/oracle-xe:21-slim',
    'redis/redis-stack-server:latest',
    'valkey/valkey:8',
    'docker.elastic.co/elasticsearch/elasticsearch:8.12.0',
    'opensearchproject/opensearch',
    'confluentinc/cp-kafka:7.5.0',
    'rabbitmq:3-management',
    'clickhouse/clickhouse-server',
    'quay.io/coreos/etcd:v3.5.0',
    `postgres:${HOLE}`,
    `${HOLE}/redis:7`,
    `${HOLE}redis:7`,
    'edoburu/pgbouncer'
  ])('%s', image => {
    expect(isDataStore(image)).toBe(true)
    expect(isProxyImage(image)).toBe(false)
  })
})

describe('apps', () => {
  test.each([
    'my-postgres-app',
    'rediscommander/redis-commander:latest',
    'mongo-express',
    'redis/redisinsight:2',
    'dpage/pgadmin4',
    'prometheuscommunity/postgres-exporter',
    'postgrest/postgrest',
    'ghcr.io/postgres/webhook:1',
    'provectuslabs/kafka-ui',
    'acme/server',
    'postgres-15-app',
    'postgres-7days-app',
    'redis-x7',
    'acme/my-nginx-app',
    'nginx/nginx-prometheus-exporter',
    'redis-2fa-app',
    '',
    HOLE,
    `ghcr.io/acme/${HOLE}:latest`
  ])('%s', image => {
    expect(isDataStore(image)).toBe(false)
    expect(isProxyImage(image)).toBe(false)
  })
})

describe('proxies', () => {
  test.each([
    'nginx:1.27-alpine',
    'nginxinc/nginx-unprivileged:stable',
    'caddy:2',
    'lucaslorentz/caddy-docker-proxy:ci-alpine',
    'traefik:v3.1',
    'haproxy:lts',
    'httpd:2.4',
    'envoyproxy/envoy:v1.30-latest',
    'nginxproxy/nginx-proxy',
    'jwilder/nginx-proxy:alpine',
    'jc21/nginx-proxy-manager:latest',
    'lscr.io/linuxserver/swag',
    'cloudflare/cloudflared:latest',
    'kong:3',
    'apache/apisix',
    'quay.io/oauth2-proxy/oauth2-proxy:v7',
    `traefik:${HOLE}`
  ])('%s', image => {
    expect(isProxyImage(image)).toBe(true)
    expect(isDataStore(image)).toBe(false)
  })
})

describe("operators' tools", () => {
  test.each([
    'grafana/grafana:11',
    'prom/node-exporter',
    'acme/redis-exporter',
    'acme/my_exporter:1',
    'louislam/uptime-kuma'
  ])('%s', image => {
    expect(isOperatorTool(image)).toBe(true)
  })
  test.each(['acme/exporter', 'acme/redis-exporter-api', 'acme/dataexporter', 'acme/app', ''])('%s is none', image => {
    expect(isOperatorTool(image)).toBe(false)
  })
})

test.each([
  ['cloudflare/cloudflared:latest', 'cloudflared'],
  ['localhost:5000/Team/App', 'app'],
  ['app@sha256:00\n11', 'app'],
  [`${HOLE}nginx`, 'nginx'],
  [`my${HOLE}app`, 'my app'],
  ['', '']
])('the last word of %j is %j', (image, name) => {
  expect(imageName(image)).toBe(name)
})
