export const id = 530;
export const ids = [530];
export const modules = {

/***/ 5530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

;// CONCATENATED MODULE: ./lib/src/diagnosis/suspect.js
const cannotBeReached = [
    'loopback-without-proxy',
    'proxy-port-mismatch',
    'proxy-cannot-reach-loopback',
    'app-loopback-in-container'
];
const deadUpstream = [
    'proxy-port-mismatch',
    'proxy-cannot-reach-loopback',
    'app-loopback-in-container',
    'container-port-mismatch',
    'publish-cut-off',
    'port-conflict',
    'invalid-publish'
];
const noDeploy = ['publish-cut-off', 'invalid-publish', 'port-conflict'];
const turnedAway = ['proxy-blocks-webhook'];
const noTls = ['webhook-url-insecure', 'proxy-without-tls', 'public-without-tls'];
const explains = {
    'tcp-refused': [...cannotBeReached, ...noDeploy],
    'tcp-timeout': cannotBeReached,
    'tcp-reset': cannotBeReached,
    'tls-plain-http': noTls,
    'https-required': noTls,
    'connection-closed': deadUpstream,
    'proxy-bad-gateway': [...deadUpstream, 'loopback-without-proxy'],
    'proxy-unavailable': deadUpstream,
    'proxy-gateway-timeout': deadUpstream,
    'proxy-default-site': [...turnedAway, ...deadUpstream, 'loopback-without-proxy'],
    'route-not-found': [...turnedAway, 'proxy-port-mismatch'],
    'method-not-allowed': turnedAway,
    redirected: turnedAway,
    blocked: turnedAway,
    'health-unreachable': deadUpstream
};
const nobodyBeforeLoopback = new Set(['tcp-refused', 'tcp-timeout', 'tcp-reset']);
function withSuspect(probe, { findings, onLoopback }) {
    if (probe.verdict !== 'fail')
        return probe;
    for (const rule of explains[probe.diagnosis] ?? []) {
        const finding = findings.find(found => found.rule === rule);
        if (finding !== undefined)
            return suspected(probe, finding.at, finding.message);
    }
    const [publication] = nobodyBeforeLoopback.has(probe.diagnosis) ? onLoopback : [];
    if (publication === undefined)
        return probe;
    return suspected(probe, publication.at, `${publication.written} is published on loopback, so only a proxy on the server makes it reachable, and none answers.`);
}
const suspected = (probe, { file, line }, why) => ({
    ...probe,
    message: `${probe.message} The checkout explains it at ${file}:${line}: ${why}`,
    suspect: { file, line }
});
function inLightOf(probes, findings) {
    const reached = probes.length > 0 && probes.every(probe => probe.external && probe.verdict !== 'fail');
    if (!reached)
        return findings;
    return findings.map(finding => cannotBeReached.includes(finding.rule)
        ? {
            ...finding,
            level: 'notice',
            message: `Reachable today, as the probe from outside shows, but the checkout does not show how. ${finding.message}`
        }
        : finding);
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/providers/index.js + 12 modules
var providers = __webpack_require__(3421);
;// CONCATENATED MODULE: ./lib/src/inputs/targets.js

function targetsOf(inputs, linted) {
    const provider = providers/* providers */.r.find(candidate => candidate.id === inputs.provider);
    if (provider === undefined)
        throw new Error(`provider ${inputs.provider} was accepted and is not registered`);
    return inputs.webhookUrl.map(text => {
        const url = new URL(text);
        return {
            url,
            provider,
            expectStatus: inputs.expectStatus ?? provider.refusals,
            expectBody: inputs.expectBody,
            healthUrl: inputs.healthUrl === null ? null : new URL(inputs.healthUrl, url.origin),
            expectHealthStatus: inputs.expectHealthStatus,
            expectVersion: inputs.expectVersion,
            waitMs: inputs.wait * 1000,
            stable: inputs.stable,
            timeoutMs: inputs.timeout * 1000,
            directPorts: inputs.directPorts === 'auto' ? linted : inputs.directPorts,
            resolve: inputs.resolve,
            signingSecret: inputs.signingSecret
        };
    });
}

;// CONCATENATED MODULE: ./lib/src/gate.js


async function gate(inputs, lint, host) {
    const targets = targetsOf(inputs, lint?.portsBehindProxy ?? []);
    if (targets.length === 0)
        return { probes: [], stripe: await askStripe(inputs, host), server: null };
    const { probe } = await __webpack_require__.e(/* import() */ 547).then(__webpack_require__.bind(__webpack_require__, 3547));
    const network = await host.network();
    const [stripe, ...seen] = await Promise.all([
        askStripe(inputs, host),
        ...targets.map(target => probe(target, network, host.clock, host.log))
    ]);
    const probes = lint === null ? seen : seen.map(result => withSuspect(result, lint));
    const server = await lookAtServer(inputs, probes, lint, host);
    if (server === null)
        return { probes, stripe, server };
    const { joinServer } = await __webpack_require__.e(/* import() */ 452).then(__webpack_require__.bind(__webpack_require__, 9452));
    return { probes: probes.map(result => joinServer(server, result)), stripe, server };
}
async function askStripe(inputs, { clock }) {
    const { stripeApiKey: apiKey, stripeApiBase: apiBase, stripeEvents: events, webhookUrl: urls } = inputs;
    if (apiKey === null || inputs.mode === 'lint')
        return null;
    const { checkStripe } = await __webpack_require__.e(/* import() */ 486).then(__webpack_require__.bind(__webpack_require__, 3486));
    const { stripeApi } = await __webpack_require__.e(/* import() */ 565).then(__webpack_require__.bind(__webpack_require__, 7565));
    const api = stripeApi({ apiKey, apiBase: String(apiBase), timeoutMs: inputs.timeout * 1000 });
    return checkStripe({ apiKey, urls, events, now: clock.now() }, api);
}
async function lookAtServer(inputs, probes, lint, host) {
    const { ssh, diagnose, container, sshKey, sshKnownHosts } = inputs;
    const worst = probes.find(({ verdict }) => verdict === 'fail') ?? probes[0];
    if (ssh === null || diagnose === 'never' || worst === undefined)
        return null;
    if (diagnose === 'on-failure' && worst.verdict !== 'fail')
        return null;
    const { askServer } = await Promise.all(/* import() */[__webpack_require__.e(256), __webpack_require__.e(591)]).then(__webpack_require__.bind(__webpack_require__, 1591));
    const { hostname, pathname } = new URL(worst.url);
    const access = { login: ssh, key: sshKey ?? '', knownHosts: sshKnownHosts ?? '' };
    return askServer({ ...host, commands: await host.commands() }, access, {
        domain: hostname,
        path: pathname,
        container: container ?? '',
        port: appPort(lint)
    });
}
function appPort(lint) {
    const ports = lint?.onLoopback.map(({ mapping }) => mapping.hostPorts).find(ports => typeof ports !== 'string');
    return typeof ports === 'object' ? ports.first : (lint?.portsBehindProxy[0] ?? null);
}

// EXTERNAL MODULE: ./lib/src/inputs/read-inputs.js + 1 modules
var read_inputs = __webpack_require__(8457);
// EXTERNAL MODULE: ./lib/src/lint.js + 132 modules
var src_lint = __webpack_require__(2574);
// EXTERNAL MODULE: ./lib/src/reports/context.js
var reports_context = __webpack_require__(9609);
// EXTERNAL MODULE: ./lib/src/reports/index.js + 10 modules
var reports = __webpack_require__(9458);
;// CONCATENATED MODULE: ./lib/src/reports/verdict.js
const levelOf = { fail: 'error', warn: 'warning', pass: null };
function verdictOf({ lint, probes, stripe, server }, failOn) {
    const levels = new Set([
        ...(lint?.findings ?? []).map(finding => finding.level),
        ...probes.map(probe => levelOf[probe.verdict]),
        ...(stripe?.findings ?? []).map(finding => finding.level)
    ]);
    const failed = failOn !== 'never' && (levels.has('error') || (failOn === 'warning' && levels.has('warning')));
    const idle = lint?.files.length === 0 && probes.length === 0 && server === null;
    const uneasy = idle || levels.has('error') || levels.has('warning') || server?.findings.some(({ level }) => level === 'error');
    return failed ? 'fail' : uneasy ? 'warn' : 'pass';
}

// EXTERNAL MODULE: ./lib/src/version.js + 1 modules
var version = __webpack_require__(4387);
;// CONCATENATED MODULE: ./lib/src/run.js









async function run(host) {
    try {
        const inputs = (0,read_inputs/* readInputs */.K)(host);
        const lint = lints(inputs, host) ? (0,src_lint/* lintCheckout */.G)(host.files, inputs) : null;
        const seen = inputs.mode === 'lint' ? nothing : await gate(inputs, lint, host);
        const findings = inLightOf(seen.probes, lint?.findings ?? []);
        const found = { ...seen, lint: lint === null ? null : { ...lint, findings } };
        const outcome = { ...found, version: version/* version */.r, verdict: verdictOf(found, inputs.failOn) };
        const context = (0,reports_context/* reportContext */.g)(host, inputs.sarif);
        (0,reports/* report */.z)(outcome, context, host);
        if (inputs.fixDir !== null && outcome.verdict !== 'pass')
            await writeFix(inputs.fixDir, lint, inputs, host);
        if (host.format === 'github' && inputs.githubToken !== null) {
            const { discuss } = await __webpack_require__.e(/* import() */ 900).then(__webpack_require__.bind(__webpack_require__, 8900));
            await discuss(outcome, inputs, context, host);
        }
    }
    catch (error) {
        if (error instanceof errors/* InputError */.d)
            host.refuse(error.problems);
        else
            host.fail((0,errors/* describeCrash */.p)(error));
    }
}
async function writeFix(folder, lint, inputs, host) {
    const { mend } = await __webpack_require__.e(/* import() */ 612).then(__webpack_require__.bind(__webpack_require__, 1612));
    const written = await mend(folder, { domain: null, proxy: null, port: null, onlyWebhook: false }, lint, inputs, host);
    const message = written === null
        ? 'Nothing was written to `fix-dir`: the checkout does not show on which port the app answers. On a terminal, `fix --port` takes it.'
        : `The set-up that mends this is in ${folder}: start with README.md.`;
    host.log(message);
}
const nothing = { probes: [], stripe: null, server: null };
const lints = ({ mode, webhookUrl }, { files }) => mode === 'lint' || (mode === 'auto' && (webhookUrl.length === 0 || files.list().length > 0));


/***/ })

};
