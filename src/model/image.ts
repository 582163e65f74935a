import { HOLE } from '../text/mapped-text.ts'

/** Images whose job is to be reached by the app alone: databases, caches, queues, search engines, poolers before them. */
const dataStores: ReadonlySet<string> = new Set(
  `postgres postgresql postgresql-repmgr postgresql-ha postgres-ssl postgis pgvector pgvecto-rs pgroonga paradedb
  timescaledb timescaledb-ha timescaledb-postgis spilo supabase-postgres citus yugabyte yugabytedb
  alloydbomni greenplum pgbouncer pgpool pgpool-ii pgcat
  mysql mysql-server mysql-cluster mariadb mariadb-galera percona percona-server percona-xtradb-cluster tidb proxysql
  cockroach cockroachdb mssql mssql-server sqlserver sql-server azure-sql-edge
  oracle-xe oracle-free oracle-database oracledb db2 firebird
  redis redis-stack redis-stack-server redis-cluster redis-sentinel redismod rejson redisearch valkey valkey-cluster
  valkey-sentinel valkey-bundle valkey-extensions keydb dragonfly garnet memcached
  mongo mongodb mongodb-sharded mongodb-community-server mongodb-enterprise-server mongodb-atlas-local
  percona-server-mongodb ferretdb
  rabbitmq rabbitmq-management kafka cp-kafka cp-server kafka-native redpanda zookeeper cp-zookeeper pulsar nats
  nats-server nats-streaming nsq nsqd activemq activemq-classic activemq-artemis artemis beanstalkd
  elasticsearch elasticsearch-oss opensearch opendistro-for-elasticsearch solr manticore sphinxsearch
  meilisearch typesense zinc zincsearch quickwit
  cassandra scylla scylladb couchdb couchbase rethinkdb arangodb orientdb ravendb neo4j memgraph dgraph surrealdb
  tarantool aerospike aerospike-server foundationdb immudb
  dynamodb-local influxdb influxdb2 influxdb3-core clickhouse clickhouse-server questdb victoria-metrics tdengine
  qdrant weaviate milvus chroma etcd minio`.split(/\s+/)
)

/** Images whose last word alone says nothing, told by their last two. */
const dataStorePaths: ReadonlySet<string> = new Set([
  'mssql/server',
  'rhel/server',
  'database/free',
  'database/express',
  'database/enterprise',
  'supabase/postgres'
])

/** Images that stand in front of others: reverse proxies, API gateways, tunnels. `nginx` and `httpd` may serve an app's pages as well. */
const proxies: ReadonlySet<string> = new Set(
  `nginx nginx-unprivileged nginx-slim nginx-alpine nginx-plus nginx-ingress openresty tengine angie freenginx
  nginx-proxy nginx-proxy-manager nginxproxymanager nginx-ui swag letsencrypt nginx-certbot
  docker-nginx-certbot docker-nginx-auto-ssl nginx-auto-ssl https-portal nginx-ssl-proxy bunkerweb modsecurity-crs
  caddy caddy-docker-proxy caddy-cloudflare caddy-l4 traefik haproxy haproxy-alpine httpd apache apache2 envoy
  envoy-distroless envoy-alpine kong kong-gateway apisix krakend tyk-gateway pomerium oauth2-proxy
  zoraxy varnish kamal-proxy sozu pingora ferron stunnel hitch pound socat
  cloudflared ngrok tailscale frpc frps rathole inlets pangolin gerbil`.split(/\s+/)
)

/** Dashboards, metrics, logs, registries: for the operator's own eyes, through a tunnel or on the server itself. No webhook is sent to them. */
const operatorTools: ReadonlySet<string> = new Set(
  `prometheus alertmanager pushgateway grafana loki promtail tempo mimir alloy thanos node-exporter cadvisor
  blackbox-exporter statsd-exporter nginx-prometheus-exporter victoria-logs vmagent vmalert otel-collector
  opentelemetry-collector opentelemetry-collector-contrib jaeger all-in-one zipkin netdata glances beszel beszel-agent
  uptime-kuma gatus dozzle portainer portainer-ce portainer-ee agent portainer-agent dockge lazydocker watchtower
  registry docker-registry-ui adminer phpmyadmin pgadmin4 pgweb mongo-express redisinsight redis-commander
  phpredisadmin kafka-ui kafdrop cerebro kibana opensearch-dashboards flower mailhog mailpit maildev ctop
  docker-socket-proxy`.split(/\s+/)
)

/** A vendor's version at the end of a name: `postgresql-15`, `mysql8`, `mysql-80-centos7`. */
const version = /[-_]?\d+(?:[.-]\d+)*(?:-(?:alpine|debian|centos|rhel|ubi|c\ds)\w*)?$/

/** The last two words of an image's repository, without registry, tag and digest; unknown text at their ends is cut off. */
function repository(image: string): readonly [string, string] {
  const bare = image
    .replace(/@.*$/s, '')
    .replace(/:[^/]*$/s, '')
    .toLowerCase()
  const [name = '', owner = ''] = bare
    .split('/')
    .reverse()
    .map(part => part.replaceAll(HOLE, ' ').trim())
  return [owner, name]
}

const isOneOf = (names: ReadonlySet<string>, name: string): boolean =>
  names.has(name) || names.has(name.replace(version, ''))

/** True for an image that is a database, cache, queue or search engine, by its name and not by a part of it: `mongo-express` is an app. */
export function isDataStore(image: string): boolean {
  const [owner, name] = repository(image)
  return isOneOf(dataStores, name) || dataStorePaths.has(`${owner}/${name}`)
}

/** True for an image that only its operator uses, which is right on loopback without any proxy. */
export function isOperatorTool(image: string): boolean {
  const [, name] = repository(image)
  return isOneOf(operatorTools, name) || /[-_]exporter$/.test(name)
}

/** The last word of an image's name: `cloudflared` of `cloudflare/cloudflared:latest`. */
export const imageName = (image: string): string => repository(image)[1]

/** True for an image that is a reverse proxy, a gateway or a tunnel. */
export const isProxyImage = (image: string): boolean => isOneOf(proxies, imageName(image))
