export const id = 591;
export const ids = [591];
export const modules = {

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askServer: () => (/* binding */ askServer)
});

// EXTERNAL MODULE: ./lib/src/model/address.js
var address = __webpack_require__(7640);
;// CONCATENATED MODULE: ./lib/src/server/sight.js

const few = (items) => items.length > 5 ? `${items.slice(0, 5).join(', ')}, …` : items.join(', ');
function look(facts) {
    const app = facts.containers.find(each => each.app) ?? null;
    const published = app?.ports.filter(each => each.container.endsWith('/tcp')) ?? [];
    const proxyContainers = facts.containers.filter(each => each.role === 'proxy' && each.status === 'running');
    return {
        facts,
        app,
        published,
        appLoopbackOnly: published.length > 0 && published.every(each => (0,address/* isLoopback */.U9)(each.address)),
        proxyContainers,
        runningProxies: facts.proxies.filter(each => each.running).map(each => each.name),
        port443: reachOf(facts, 443),
        port80: reachOf(facts, 80),
        ...dnsOf(facts)
    };
}
function reachOf({ listeners, containers, listenersKnown }, port) {
    const open = [
        ...listeners.filter(each => each.port === port),
        ...containers.filter(each => each.status === 'running').flatMap(each => each.ports.filter(p => p.port === port))
    ];
    if (open.some(each => !(0,address/* isLoopback */.U9)(each.address)))
        return 'all';
    if (open.length > 0)
        return 'loopback';
    return listenersKnown ? 'no' : 'unknown';
}
function dnsOf({ dns }) {
    const addresses = dns.addresses.filter(address/* isAddress */.PW);
    const isOwn = (address) => dns.own.includes(address);
    const here = addresses.some(isOwn);
    const ownPublic = dns.own.filter(each => (0,address/* isAddress */.PW)(each) && !(0,address/* isPrivate */.Gw)(each) && !(0,address/* isLoopback */.U9)(each));
    const foreign = ['v4', 'v6'].flatMap(family => {
        const inFamily = (address) => address.includes(':') === (family === 'v6');
        const named = addresses.filter(inFamily);
        const canTell = here || ownPublic.some(inFamily);
        return canTell && !named.some(isOwn) ? named : [];
    });
    return { dns: foreign.length > 0 ? 'elsewhere' : here ? 'here' : 'unknown', foreignAddresses: foreign };
}

;// CONCATENATED MODULE: ./lib/src/server/causes/cause.js
const setupCommand = ({ facts }) => `sudo bash setup_nginx_webhook.sh --domain ${facts.asked.domain || 'your-domain.com'} --port ${facts.appPort ?? 8000} --certbot`;
const setupFix = (sight) => `On the server run: ${setupCommand(sight)} (the script is in the folder that \`fix-dir\` names, and in \`server/\` of this action's repository).`;

;// CONCATENATED MODULE: ./lib/src/server/causes/container.js



const containerPort = (port) => Number.parseInt(port.container, 10);
const written = (port) => `${port.address || '0.0.0.0'}:${port.port ?? '?'}`;
function listeningOn(app, port) {
    if (app.listening === null || app.network === 'host')
        return null;
    const there = app.listening.filter(each => each.port === port);
    if (there.length === 0)
        return 'nothing';
    return there.every(each => (0,address/* isLoopback */.U9)(each.address)) ? 'loopback' : 'all';
}
const containerNotRunning = {
    code: 'container-not-running',
    see({ facts, app }) {
        const { engine, engineDown } = facts.access;
        const asked = facts.asked.container;
        const fix = `Read \`${engine || 'docker'} logs ${app?.name ?? asked}\`, mend what it says, and start it again.`;
        if (engineDown && asked !== '') {
            const message = `The Docker daemon does not run, so container ${asked} cannot either.`;
            return { level: 'error', message, fix: 'sudo systemctl enable --now docker' };
        }
        if (app === null) {
            if (asked === '' || !facts.containersKnown)
                return null;
            const message = `There is no container named ${asked} on the server.`;
            return {
                level: 'error',
                message,
                fix: 'Let the deploy start it, or give its right name in the input `container`.'
            };
        }
        if (app.status === 'running')
            return null;
        const message = `Container ${app.name} is ${app.status} (exit code ${app.exitCode ?? 'unknown'}, ${app.restarts ?? 0} restarts).`;
        return { level: 'error', message, fix };
    }
};
const appLoopbackInContainer = {
    code: 'app-loopback-in-container',
    see({ app, published }) {
        if (app?.status !== 'running')
            return null;
        const port = published.find(each => listeningOn(app, containerPort(each)) === 'loopback');
        if (port === undefined)
            return null;
        const number = containerPort(port);
        return {
            level: 'error',
            message: `Inside container ${app.name} the app listens on 127.0.0.1:${number} only, where no published port reaches it.`,
            fix: `Let the app listen on 0.0.0.0 inside the container (\`--host 0.0.0.0\`); \`-p ${written(port)}:${number}\` stays as it is.`
        };
    }
};
const containerNotPublished = {
    code: 'container-not-published',
    see(sight) {
        const { app, published } = sight;
        if (app?.status !== 'running' || app.network === 'host')
            return null;
        if (published.length === 0)
            return sharesNetworkWithProxy(sight) ? null : unpublished(sight, app);
        const silent = published.filter(each => listeningOn(app, containerPort(each)) === 'nothing');
        const [port] = silent;
        if (port === undefined || silent.length < published.length)
            return null;
        const open = (app.listening ?? []).filter(each => !(0,address/* isLoopback */.U9)(each.address)).map(each => each.port);
        const [first] = open;
        const number = containerPort(port);
        return {
            level: 'error',
            message: `Container ${app.name} publishes its port ${number}, on which nothing listens inside${first ? `: the app listens on ${few([...new Set(open)])}` : ''}.`,
            fix: first
                ? `Publish the port on which the app listens: \`-p ${written(port)}:${first}\`.`
                : `Start the app on port ${number} inside the container; its log tells why nothing listens.`
        };
    }
};
function unpublished({ facts }, app) {
    const inside = app.listening?.find(each => !(0,address/* isLoopback */.U9)(each.address))?.port ?? facts.asked.port ?? 8000;
    return {
        level: 'error',
        message: `Container ${app.name} publishes no port, so no proxy on the server reaches it.`,
        fix: `Start it with \`-p 127.0.0.1:${facts.asked.port ?? inside}:${inside}\`.`
    };
}
function sharesNetworkWithProxy({ app, proxyContainers }) {
    const networks = new Set(app?.networks.split(' ').filter(name => name !== ''));
    return proxyContainers.some(each => each.network === 'host' || each.networks.split(' ').some(n => networks.has(n)));
}
const containerLoopbackOnly = {
    code: 'container-loopback-only',
    see(sight) {
        const { app, published, appLoopbackOnly, port443 } = sight;
        if (app?.status !== 'running' || !appLoopbackOnly)
            return null;
        const where = few(published.map(written));
        const message = `Container ${app.name} is published on ${where} only: nobody but the server itself reaches it there.`;
        const forwarding = forwarder(sight);
        if (forwarding !== null) {
            return {
                level: 'notice',
                message: `${message} That is right: ${forwarding} forwards to it.`,
                fix: 'Nothing to do.'
            };
        }
        const level = port443 === 'no' || port443 === 'loopback' ? 'error' : 'warning';
        return { level, message, fix: `Keep it so, and let a proxy forward to it. ${setupFix(sight)}` };
    }
};
function forwarder({ facts, published }) {
    const route = facts.routes.find(each => each.kind === 'forward' && published.some(port => leadsTo(each.target, port)));
    if (route !== undefined)
        return route.proxy;
    const status = (to) => facts.requests.find(each => each.to === to)?.status ?? null;
    const answer = status('proxy');
    return answer !== null && answer < 500 && answer !== 404 && answer === status('app') ? 'the proxy' : null;
}
const leadsTo = (target, { port }) => {
    const [, number] = /^(?:https?:\/\/)?(?:127\.[\d.]+|localhost|\[::1\]):(\d+)/.exec(target) ?? [];
    return number !== undefined && Number(number) === port;
};

;// CONCATENATED MODULE: ./lib/src/server/causes/proxy.js


const nothingOn443 = ({ port443 }) => port443 === 'no' || port443 === 'loopback';
const levelOf = ({ dns }) => (dns === 'elsewhere' ? 'warning' : 'error');
const onLoopback = ({ app, appLoopbackOnly, published }) => {
    const [port] = published;
    if (app === null || !appLoopbackOnly || port === undefined)
        return '';
    return `, and container ${app.name} is published on ${port.address}:${port.port} only`;
};
const proxyNotInstalled = {
    code: 'proxy-not-installed',
    see(sight) {
        const { facts, proxyContainers } = sight;
        if (!nothingOn443(sight) || facts.proxies.length > 0 || proxyContainers.length > 0)
            return null;
        return {
            level: levelOf(sight),
            message: `Nothing listens on port 443 for the internet, nginx is not installed, nor is Caddy, Apache, HAProxy or Traefik${onLoopback(sight)}.`,
            fix: setupFix(sight)
        };
    }
};
const proxyNotRunning = {
    code: 'proxy-not-running',
    see(sight) {
        const { facts, runningProxies, proxyContainers } = sight;
        const [first] = facts.proxies;
        if (!nothingOn443(sight) || first === undefined)
            return null;
        if (runningProxies.length > 0 || proxyContainers.length > 0)
            return null;
        const names = few(facts.proxies.map(each => each.name));
        return {
            level: levelOf(sight),
            message: `Nothing listens on port 443 for the internet: ${names} ${facts.proxies.length > 1 ? 'are' : 'is'} installed and not running${onLoopback(sight)}.`,
            fix: `On the server run: sudo systemctl enable --now ${first.name}, and look at \`systemctl status ${first.name}\` if it does not start.`
        };
    }
};
const proxyConfigInvalid = {
    code: 'proxy-config-invalid',
    see(sight) {
        const { facts, runningProxies } = sight;
        const broken = facts.proxies.find(each => each.config === 'invalid' && (each.running || runningProxies.length === 0));
        if (broken === undefined)
            return null;
        return {
            level: broken.running ? 'warning' : 'error',
            message: `The configuration of ${broken.name} is not valid${broken.running ? ' (it runs on with the one before)' : ''}: ${broken.why}`,
            fix: `Mend what it names, then on the server run: sudo systemctl ${broken.running ? 'reload' : 'restart'} ${broken.name}.`
        };
    }
};
const proxyNoRoute = {
    code: 'proxy-no-route',
    see(sight) {
        const route = deciding(sight);
        if (route === null)
            return null;
        const { facts } = sight;
        const { domain, path } = facts.asked;
        if (route.kind !== 'forward') {
            const site = route.named
                ? `${route.proxy} has a site for ${domain}, which`
                : `${route.proxy} has no site for ${domain}; the one in its place`;
            const message = `${site} does not forward ${path} to the app${answersWith(route)}.`;
            return {
                level: 'error',
                message,
                fix: `Let it forward ${path} to the app on 127.0.0.1:${facts.appPort ?? 8000}. ${setupFix(sight)}`
            };
        }
        const [, port] = /^(?:https?:\/\/)?(?:127\.[\d.]+|localhost):(\d+)/.exec(route.target) ?? [];
        const answer = facts.requests.find(each => each.to === 'proxy')?.status ?? null;
        if (port === undefined || facts.appPort === null || Number(port) === facts.appPort)
            return null;
        if (answer === null || ![502, 503, 504].includes(answer))
            return null;
        return {
            level: 'error',
            message: `${route.proxy} forwards ${domain}${path} to port ${port} and answers ${answer}; the app is published on port ${facts.appPort}.`,
            fix: `Let ${route.proxy} forward to port ${facts.appPort} (\`proxy_pass http://127.0.0.1:${facts.appPort};\`), or publish the app on port ${port}.`
        };
    }
};
function deciding({ facts, runningProxies }) {
    for (const port of [443, 80]) {
        const listeners = facts.listeners.filter(each => each.port === port);
        const route = facts.routes.find(each => each.port === port);
        if (listeners.length === 0 || route === undefined)
            continue;
        if (!runningProxies.includes(route.proxy))
            return null;
        const names = listeners.map(each => each.process).filter(name => name !== '');
        if (names.length > 0 ? !names.includes(route.proxy) : runningProxies.length > 1)
            return null;
        return port === 80 && route.kind === 'return' ? null : route;
    }
    return null;
}
function answersWith({ kind, target, location }) {
    if (kind === 'return')
        return ` but answers itself (return ${target})`;
    return location === '' ? '' : ` (location ${location})`;
}

;// CONCATENATED MODULE: ./lib/src/server/causes/surroundings.js


const firewallBlocks = {
    code: 'firewall-blocks',
    see({ facts }) {
        const firewall = facts.firewalls.find(each => each.verdict === 'blocked');
        if (firewall === undefined)
            return null;
        const fixes = {
            ufw: 'On the server run: sudo ufw allow 80,443/tcp',
            firewalld: 'On the server run: sudo firewall-cmd --permanent --add-service=http --add-service=https && sudo firewall-cmd --reload'
        };
        return {
            level: 'error',
            message: `The server's own firewall lets nobody in to port 443: ${firewall.tool} ${firewall.detail}.`,
            fix: fixes[firewall.tool] ?? `Let ports 80 and 443 in with ${firewall.tool}, before the rule that drops them.`
        };
    }
};
const certificateExpired = {
    code: 'certificate-expired',
    see({ facts }) {
        const certificate = facts.certificates.find(each => each.state === 'expired');
        if (certificate === undefined)
            return null;
        const renewal = facts.renewal === 'none' ? ' Nothing renews it: no timer of certbot is active.' : '';
        return {
            level: 'error',
            message: `The certificate for ${facts.asked.domain} ended on ${certificate.ends}.${renewal}`,
            fix: 'On the server run: sudo certbot renew, then reload the proxy. Renewal needs port 80 open for good.'
        };
    }
};
const certificateMissing = {
    code: 'certificate-missing',
    see(sight) {
        const { facts, port443, port80, runningProxies } = sight;
        const { domain } = facts.asked;
        if (domain === '')
            return null;
        const fix = `Get one. With nginx, on the server: sudo certbot --nginx -d ${domain} --redirect`;
        const served = facts.certificates.find(each => each.from === 'served');
        if (served !== undefined && !served.covers) {
            const message = `The server has no certificate for ${domain}: port 443 presents one for ${served.names.trim() || 'another name'}.`;
            return { level: 'error', message, fix };
        }
        if (served?.selfSigned) {
            return {
                level: 'error',
                message: `The certificate for ${domain} is signed by itself; providers trust none such.`,
                fix
            };
        }
        if (port443 === 'no' && port80 === 'all' && runningProxies.length > 0 && facts.certificate !== 'unknown') {
            const onDisk = facts.certificates.some(each => each.from === 'file');
            const what = onDisk
                ? `there is a certificate for ${domain}, but no site uses it`
                : `there is no certificate for ${domain}`;
            const [proxy = 'the proxy'] = runningProxies;
            const message = `Nothing listens on port 443: ${proxy} serves port 80 alone, and ${what}.`;
            return { level: 'error', message, fix: proxy === 'nginx' ? `${fix}, or all of it: ${setupCommand(sight)}` : fix };
        }
        return null;
    }
};
const dnsElsewhere = {
    code: 'dns-elsewhere',
    see({ facts, dns, foreignAddresses }) {
        if (dns !== 'elsewhere')
            return null;
        return {
            level: 'warning',
            message: `DNS of ${facts.asked.domain} gives ${few(foreignAddresses)}, and this server has ${few(facts.dns.own)}.`,
            fix: 'Where a CDN or load balancer stands in front, that is right. Otherwise point the A record (and the AAAA record, or remove it) to this server.'
        };
    }
};

;// CONCATENATED MODULE: ./lib/src/server/causes/index.js




const serverCauses = [
    containerNotRunning,
    appLoopbackInContainer,
    containerNotPublished,
    proxyConfigInvalid,
    proxyNotInstalled,
    proxyNotRunning,
    firewallBlocks,
    certificateExpired,
    certificateMissing,
    proxyNoRoute,
    dnsElsewhere,
    containerLoopbackOnly
];
function findingsOf(facts) {
    const sight = look(facts);
    return serverCauses.flatMap(({ code, see }) => {
        const seen = see(sight);
        return seen === null ? [] : [{ code, ...seen }];
    });
}

;// CONCATENATED MODULE: ./lib/src/server/checklist.js

const unknown = (detail) => ({ state: 'unknown', detail });
const answers = {
    'proxy-running': ({ facts, runningProxies, proxyContainers, port443 }) => {
        const running = [...runningProxies, ...proxyContainers.map(each => `container ${each.name}`)];
        if (running.length > 0)
            return { state: 'yes', detail: `${few(running)} runs` };
        if (port443 === 'all')
            return unknown('something listens on port 443, but no known proxy was found');
        const installed = few(facts.proxies.map(each => each.name));
        return { state: 'no', detail: installed ? `${installed} is installed and not running` : 'none is installed' };
    },
    'certificate-valid': ({ facts }) => {
        const [certificate] = facts.certificates;
        if (certificate === undefined)
            return facts.certificate === 'none' ? { state: 'no', detail: 'there is none' } : unknown('the server showed none');
        const { state, covers, selfSigned, ends, names } = certificate;
        if (state === 'expired')
            return { state: 'no', detail: `it ended on ${ends}` };
        if (!covers)
            return { state: 'no', detail: `it is for ${names.trim() || 'another name'}` };
        if (selfSigned)
            return { state: 'no', detail: 'it is signed by itself' };
        if (certificate.from === 'file')
            return { state: 'no', detail: `there is one until ${ends}, but no site serves it` };
        return { state: 'yes', detail: `until ${ends}` };
    },
    'dns-points-here': ({ facts, dns, foreignAddresses }) => {
        if (dns === 'here')
            return { state: 'yes', detail: few(facts.dns.addresses) };
        if (dns === 'elsewhere')
            return {
                state: 'no',
                detail: `it gives ${few(foreignAddresses)}, which is right only for a CDN or load balancer`
            };
        return unknown('the server cannot tell: it does not know its public address, or the name has none');
    },
    'ports-open': ({ facts, port443, port80 }) => {
        const blocked = facts.firewalls.find(each => each.verdict === 'blocked');
        if (blocked !== undefined)
            return { state: 'no', detail: `${blocked.tool} ${blocked.detail}` };
        if (port443 === 'unknown')
            return unknown('what listens on the server could not be read');
        if (port443 !== 'all')
            return { state: 'no', detail: 'nothing listens on port 443 for the internet' };
        if (port80 !== 'all')
            return { state: 'no', detail: "port 443 is open; nothing listens on port 80, where Let's Encrypt renews" };
        if (facts.firewalls.some(each => each.verdict === 'unknown') || facts.firewalls.length === 0)
            return unknown('both are listened on; what the firewall lets in is not known');
        return { state: 'yes', detail: "on the server itself; a hosting provider's firewall cannot be seen from there" };
    },
    'unsigned-refused': ({ facts }) => {
        const answer = facts.requests.find(each => each.to === 'app');
        if (answer === undefined)
            return unknown('the app was not asked on the server');
        if (answer.status === null)
            return { state: 'no', detail: `${answer.url} gave no answer (${answer.error})` };
        const refused = [400, 401, 403].includes(answer.status);
        return { state: refused ? 'yes' : 'no', detail: `${answer.url} answered ${answer.status}` };
    },
    'attempts-logged': ({ facts }) => {
        const [most] = facts.logs.toSorted((a, b) => (b.seen ?? 0) - (a.seen ?? 0));
        if (most === undefined)
            return unknown('no log could be read');
        if (!most.seen)
            return {
                state: 'no',
                detail: `no line of ${few(facts.logs.map(each => each.source))} speaks of ${facts.asked.path}`
            };
        const last = [most.time && `last ${most.time}`, most.status?.toString() ?? ''].filter(Boolean).join(', ');
        return { state: 'yes', detail: `webhook attempts seen: ${most.seen}${last && `, ${last}`} (${most.source})` };
    }
};
function checklistOf(facts) {
    const sight = look(facts);
    return Object.entries(answers).map(([id, answer]) => ({ id: id, ...answer(sight) }));
}

;// CONCATENATED MODULE: ./lib/src/server/json-shape.js
class Unfit extends Error {
}
const unfit = (at, expected) => {
    throw new Unfit(`${at} is no ${expected}`);
};
const json_shape_text = (most = 400) => (value, at) => typeof value === 'string' && value.length <= most ? value : unfit(at, `text of at most ${most} characters`);
const flag = (value, at) => (typeof value === 'boolean' ? value : unfit(at, 'true or false'));
const count = (value, at) => {
    if (value === null)
        return null;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : unfit(at, 'whole number');
};
const oneOf = (...names) => (value, at) => names.find(name => name === value) ?? unfit(at, names.join(', '));
const list = (item, most = 400) => (value, at) => {
    if (!Array.isArray(value) || value.length > most)
        return unfit(at, `list of at most ${most}`);
    return value.map((each, index) => item(each, `${at}[${index}]`));
};
const orNull = (shape) => (value, at) => value === null ? null : shape(value, at);
const object = (fields) => (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return unfit(at, 'object');
    const given = new Map(Object.entries(value));
    const entries = Object.entries(fields).map(([name, shape]) => [name, shape(given.get(name), `${at}.${name}`)]);
    return Object.fromEntries(entries);
};

;// CONCATENATED MODULE: ./lib/src/server/facts.js

const port = object({ container: json_shape_text(), address: json_shape_text(), port: count });
const socket = object({ address: json_shape_text(), port: count });
const container = object({
    name: json_shape_text(),
    app: flag,
    role: oneOf('app', 'data-store', 'proxy'),
    image: json_shape_text(),
    status: json_shape_text(),
    restarts: count,
    exitCode: count,
    health: json_shape_text(),
    network: json_shape_text(),
    networks: json_shape_text(),
    ports: list(port, 40),
    listening: orNull(list(socket, 250))
});
const proxy = object({
    name: json_shape_text(),
    running: flag,
    config: oneOf('valid', 'invalid', 'unknown'),
    why: json_shape_text()
});
const route = object({
    proxy: json_shape_text(),
    port: count,
    named: flag,
    kind: oneOf('forward', 'return', 'files', 'none'),
    target: json_shape_text(),
    names: json_shape_text(),
    location: json_shape_text(),
    certificate: json_shape_text()
});
const certificate = object({
    from: oneOf('served', 'file'),
    state: oneOf('valid', 'expires-soon', 'expired'),
    covers: flag,
    selfSigned: flag,
    ends: json_shape_text(),
    names: json_shape_text(),
    issuer: json_shape_text()
});
const facts = object({
    schema: (value, at) => {
        if (value !== 1)
            throw new Unfit(`${at} is not 1: the script is of another version`);
        return 1;
    },
    cause: json_shape_text(),
    asked: object({ domain: json_shape_text(), path: json_shape_text(), container: json_shape_text(), port: count }),
    access: object({ root: flag, sudo: flag, engine: json_shape_text(), engineDown: flag }),
    late: flag,
    appPort: count,
    listenersKnown: flag,
    containersKnown: flag,
    containers: list(container, 40),
    listeners: list(object({ port: count, address: json_shape_text(), process: json_shape_text() })),
    proxies: list(proxy, 20),
    routes: list(route, 20),
    requests: list(object({ to: oneOf('app', 'proxy', 'plain'), url: json_shape_text(), status: count, error: json_shape_text() })),
    certificates: list(certificate, 10),
    certificate: oneOf('valid', 'expires-soon', 'expired', 'none', 'unknown'),
    renewal: json_shape_text(),
    firewalls: list(object({ tool: json_shape_text(), verdict: oneOf('allowed', 'blocked', 'unknown'), detail: json_shape_text() })),
    dns: object({ via: json_shape_text(), addresses: list(json_shape_text(), 60), own: list(json_shape_text(), 60) }),
    logs: list(object({ source: json_shape_text(), seen: count, time: json_shape_text(), status: count, last: json_shape_text() }), 10),
    checks: list(object({ id: json_shape_text(), status: oneOf('pass', 'fail', 'warn', 'skip'), detail: json_shape_text() }))
});
const longest = 256 * 1024;
function readFacts(output) {
    const line = output
        .split('\n')
        .findLast(each => each.startsWith('{"schema":'))
        ?.trimEnd();
    if (line === undefined)
        return { unread: 'the answer holds no facts' };
    if (line.length > longest)
        return { unread: `the answer is longer than ${longest} characters` };
    try {
        return { facts: facts(JSON.parse(line), 'facts') };
    }
    catch (error) {
        if (error instanceof Unfit)
            return { unread: error.message };
        if (error instanceof SyntaxError)
            return { unread: 'the answer is no JSON, or was cut short' };
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/src/server/scripts.js
var scripts = __webpack_require__(3256);
;// CONCATENATED MODULE: ./lib/src/server/ssh-command.js
function scriptOptions({ domain, path, container, port }) {
    const given = [
        ['--domain', /^[a-z\d][a-z\d.-]*$/i.test(domain) ? domain : ''],
        ['--path', path.replace(/[^\w.~%!$&*+,;=:@/-]/g, encodeURIComponent).replace(/['()]/g, asPercent)],
        ['--container', /^[a-z\d][\w.-]*$/i.test(container) ? container : ''],
        ['--port', port === null ? '' : String(port)]
    ];
    return ['--json', ...given.filter(([, value]) => value !== '').flat()];
}
const asPercent = (character) => `%${character.charCodeAt(0).toString(16)}`;
const fileName = (path) => `"${path.replaceAll('%', '%%')}"`;
function sshArguments(login, folder, withKey, options) {
    const settings = [
        'BatchMode=yes',
        'StrictHostKeyChecking=yes',
        `UserKnownHostsFile=${fileName(`${folder}/known_hosts`)}`,
        'GlobalKnownHostsFile=none',
        'UpdateHostKeys=no',
        'CheckHostIP=no',
        'ConnectTimeout=10',
        'ConnectionAttempts=1',
        'ServerAliveInterval=5',
        'ServerAliveCountMax=3',
        'ForwardAgent=no',
        'ForwardX11=no',
        'ClearAllForwardings=yes',
        'PermitLocalCommand=no',
        'ControlPath=none',
        'LogLevel=INFO',
        ...(withKey ? ['IdentitiesOnly=yes', 'IdentityAgent=none', `IdentityFile=${fileName(`${folder}/key`)}`] : [])
    ];
    const quoted = options.map(option => (/^[\w./-]+$/.test(option) ? option : `'${option}'`));
    return [
        ...['-F', 'none', '-T', '-a', '-x'],
        ...settings.flatMap(setting => ['-o', setting]),
        ...['-p', String(login.port), '-l', login.user, '--', login.host],
        `sh -s -- ${quoted.join(' ')}`
    ];
}
const keyText = (key) => `${key.replaceAll('\r\n', '\n').trim()}\n`;
function needsPassphrase(key) {
    if (/ENCRYPTED/.test(key))
        return true;
    const [, body = ''] = /-----BEGIN OPENSSH PRIVATE KEY-----([\s\S]+?)-----END/.exec(key) ?? [];
    const bytes = Buffer.from(body, 'base64');
    if (bytes.length < 19)
        return false;
    const cipher = bytes.subarray(19, 19 + bytes.readUInt32BE(15)).toString('latin1');
    return /^(aes|chacha20|3des|blowfish|cast128)/.test(cipher);
}

;// CONCATENATED MODULE: ./lib/src/server/ssh-failures.js
const at = ({ host, port }) => (port === 22 ? host : `${host}, port ${port}`);
const scanAdvice = ({ host, port }) => `Run \`ssh-keyscan${port === 22 ? '' : ` -p ${port}`} ${host}\`, compare the fingerprints (\`ssh-keyscan … | ssh-keygen -lf -\`) with those the server itself shows (\`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub\`), and put the lines into the input \`ssh-known-hosts\`.`;
const failures = [
    {
        says: /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for \S+ has changed|is revoked/,
        code: 'server-host-key',
        message: login => `${at(login)} shows another host key than \`ssh-known-hosts\` holds, so nothing was sent to it.`,
        fix: login => `Was the server set up anew? Then ${scanAdvice(login).replace(/^Run/, 'run')} If it was not, somebody may stand in between.`
    },
    {
        says: /No \S+ host key is known|Host key verification failed/,
        code: 'server-host-key',
        message: login => `The host key of ${at(login)} is not among \`ssh-known-hosts\`, so nothing was sent to it.`,
        fix: login => scanAdvice(login)
    },
    {
        says: /Load key .*: (error in libcrypto|invalid format|incorrect passphrase)/,
        code: 'server-auth',
        message: login => `ssh cannot read the private key in \`ssh-key\`, so it could not log in at ${at(login)}.`,
        fix: () => 'Store the whole file in the secret, from `-----BEGIN` to `-----END … PRIVATE KEY-----` with its line breaks.'
    },
    {
        says: /Permission denied \(|Too many authentication failures|No more authentication methods/,
        code: 'server-auth',
        message: login => `${at(login)} does not let ${login.user} in with this key.`,
        fix: login => `Put the public half (\`ssh-keygen -y -f KEY\`) into ~/.ssh/authorized_keys of ${login.user} on the server, and see that the user in \`ssh\` is the right one.`
    },
    {
        says: /Could not resolve hostname/,
        code: 'server-unreachable',
        message: login => `The server's name ${login.host} could not be resolved.`,
        fix: () => 'Correct the host in the input `ssh`; it may also be an IP address.'
    },
    {
        says: /Connection refused/,
        code: 'server-unreachable',
        message: login => `${at(login)} refuses ssh connections.`,
        fix: () => 'Is sshd running there, and on that port? Give another one as user@host:port.'
    },
    {
        says: /timed out|No route to host|Network is unreachable|^out of time$/m,
        code: 'server-unreachable',
        message: login => `${at(login)} did not answer over ssh in time.`,
        fix: () => "Let the runner's addresses through the server's firewall to sshd, or run this step on a runner that reaches it."
    },
    {
        says: /Unable to negotiate|no matching/,
        code: 'server-unreachable',
        message: login => `${at(login)} and the ssh client have no method in common.`,
        fix: () => 'Bring OpenSSH on the server up to date.'
    },
    {
        says: /^no ssh$/m,
        code: 'server-unreachable',
        message: () => 'There is no ssh client on this runner, so the server was not looked at.',
        fix: () => 'Install OpenSSH on the runner.'
    },
    {
        says: /kex_exchange_identification|Connection (closed|reset)|banner exchange|Broken pipe/,
        code: 'server-unreachable',
        message: login => `${at(login)} closed the connection before ssh was set up.`,
        fix: () => 'Something there (fail2ban, MaxStartups, a service that is not ssh) turns the runner away.'
    }
];
function sshFailure(login, outcome) {
    const said = outcome.timedOut ? 'out of time' : outcome.error === null ? outcome.stderr.slice(0, 8000) : 'no ssh';
    const failure = failures.find(each => each.says.test(said));
    if (failure !== undefined)
        return { code: failure.code, level: 'warning', message: failure.message(login), fix: failure.fix(login) };
    const last = said.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
    return {
        code: 'server-unreachable',
        level: 'warning',
        message: `ssh to ${at(login)} failed${last ? `: ${last}` : ` with exit code ${outcome.exitCode}`}`,
        fix: 'Try the same login by hand: ssh -v, with the same key and host keys.'
    };
}

;// CONCATENATED MODULE: ./lib/src/server/ask-server.js






const ask_server_longest = 90_000;
async function askServer(host, access, question) {
    const answer = access.login === 'local' ? await askHere(host, question) : await askOver(host, access.login, access, question);
    if ('failed' in answer)
        return { findings: [answer.failed], checklist: [] };
    const { facts } = answer;
    for (const { status, detail } of facts.checks)
        host.log(`  [${marks[status]}] ${detail}`);
    if (facts.late)
        host.log('  [--] the minute was over before everything was looked at');
    return { findings: findingsOf(facts), checklist: checklistOf(facts) };
}
const marks = { pass: 'ok', fail: '!!', warn: ' !', skip: '--' };
const failed = (code, message, fix) => ({
    failed: { code, level: 'warning', message, fix }
});
async function askHere({ commands }, question) {
    const args = ['-s', '--', ...scriptOptions(question)];
    const outcome = await commands.run({ command: 'sh', args, input: scripts/* serverScripts */.i.diagnose, timeoutMs: ask_server_longest });
    const read = readFacts(outcome.stdout);
    if ('facts' in read)
        return read;
    const why = outcome.error ?? (outcome.timedOut ? 'it did not end in time' : read.unread);
    return failed('server-unreachable', `The look at this machine failed: ${why}.`, '`ssh: local` needs a runner with a POSIX shell that is the server itself; else give user@host.');
}
async function askOver(host, login, access, question) {
    if (access.knownHosts.trim() === '') {
        const message = `The input \`ssh-known-hosts\` is empty, and ${login.host} is not trusted blindly: nothing was sent to it.`;
        return failed('server-host-key', message, scanAdvice(login));
    }
    if (needsPassphrase(access.key)) {
        const fix = 'Make a key of its own for this without one: ssh-keygen -t ed25519 -N "" -f deploy_key';
        return failed('server-auth', 'The private key in `ssh-key` has a passphrase, and nobody is there to type it.', fix);
    }
    return withFiles(host, access, async (folder) => {
        const args = sshArguments(login, folder, access.key !== '', scriptOptions(question));
        const outcome = await host.commands.run({ command: 'ssh', args, input: scripts/* serverScripts */.i.diagnose, timeoutMs: ask_server_longest });
        return readAnswer(login, outcome);
    });
}
function readAnswer(login, outcome) {
    const read = readFacts(outcome.stdout);
    if ('facts' in read)
        return read;
    if (outcome.exitCode === 255 || outcome.exitCode === null)
        return { failed: sshFailure(login, outcome) };
    const said = outcome.stderr.trim().split('\n').at(-1)?.slice(0, 200);
    return failed('server-unreachable', `${login.user}@${login.host} let us in, but did not run the look at the server: ${said || read.unread}.`, 'The login needs a POSIX shell: no nologin, no forced command in authorized_keys. Or run `diagnose_webhook_networking.sh` there by hand.');
}
async function withFiles({ secretFiles }, access, action) {
    const key = access.key === '' ? {} : { key: keyText(access.key) };
    let folder = '';
    try {
        folder = secretFiles.create({ known_hosts: `${access.knownHosts.trim()}\n`, ...key });
        return await action(folder);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return failed('server-unreachable', `The server was not looked at: ${why}.`, 'See that RUNNER_TEMP can be written to.');
    }
    finally {
        if (folder !== '')
            secretFiles.remove(folder);
    }
}


/***/ })

};
