export const id = 2;
export const ids = [2];
export const modules = {

/***/ 6703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Refused)
/* harmony export */ });
class Refused extends Error {
    status;
    constructor(status, message) {
        super(message);
        this.name = 'Refused';
        this.status = status;
    }
}


/***/ }),

/***/ 9002:
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

// EXTERNAL MODULE: ./lib/src/reports/page.js
var page = __webpack_require__(8131);
// EXTERNAL MODULE: ./lib/src/reports/sections.js + 3 modules
var sections = __webpack_require__(8822);
;// CONCATENATED MODULE: ./lib/src/reports/comment.js


const most = 65_000;
const commentMarker = (key) => `<!-- webhook-reach-check:${encodeURIComponent(key.toWellFormed()).replaceAll('-', '%2D').slice(0, 500)} -->`;
const renderComment = (outcome, context, key) => (0,page/* joinWithin */.Uo)([
    (0,page/* text */.Qq)(commentMarker(key)),
    (0,sections/* title */.DD)(outcome),
    ...outcome.probes.flatMap(probe => (0,sections/* probeSection */.kH)(probe, context)),
    ...(outcome.lint === null ? [] : (0,sections/* findingsSection */.WT)(outcome.lint, context)),
    ...(0,sections/* otherSection */.Su)('Stripe', outcome.stripe?.findings ?? [], context),
    ...(0,sections/* otherSection */.Su)('On the server', outcome.server?.findings ?? [], context),
    ...(outcome.lint === null ? [] : (0,sections/* coverageSection */.EA)(outcome.lint))
], most);

// EXTERNAL MODULE: ./lib/src/reports/pull-request.js
var pull_request = __webpack_require__(6703);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/src/reports/escape.js
var reports_escape = __webpack_require__(4999);
;// CONCATENATED MODULE: ./lib/src/reports/suggestions.js


const suggestions_most = 30;
function suggestions(findings, patches, present, sourceLine) {
    const lines = newLines(patches);
    const comments = findings.flatMap(finding => {
        const { fix, at } = finding;
        const text = sourceLine(at.file, at.line);
        const edits = fix?.edits ?? [];
        const whole = edits.length > 0 &&
            edits.every(edit => edit.file === at.file && edit.line === at.line && edit.endLine === at.line);
        if (!whole || text === '' || lines.get(at.file)?.get(at.line) !== text)
            return [];
        const marker = markerOf(finding, text);
        if (present.some(body => body.includes(marker)))
            return [];
        return [{ path: at.file, line: at.line, body: bodyOf(finding, applied(text, edits), marker) }];
    });
    return comments.slice(0, suggestions_most);
}
const markerOf = ({ rule, at }, text) => `<!-- webhook-reach-check:suggestion:${(0,external_node_crypto_.createHash)('sha256').update(`${rule}\n${at.file}\n${text.trim()}`).digest('hex').slice(0, 20)} -->`;
function bodyOf({ rule, message, fix }, text, marker) {
    const fence = '`'.repeat(Math.max(3, ...Array.from(text.matchAll(/`+/g), match => match[0].length + 1)));
    return `${(0,reports_escape/* code */.aY)(rule)}: ${(0,reports_escape/* prose */.CS)(message)}\n\n${fence}suggestion\n${text}\n${fence}\n\n${(0,reports_escape/* prose */.CS)(fix?.description ?? '')}\n${marker}`;
}
const applied = (line, edits) => edits
    .toSorted((a, b) => b.column - a.column)
    .reduce((text, edit) => text.slice(0, edit.column - 1) + edit.text + text.slice(edit.endColumn - 1), line);
function newLines(patches) {
    return new Map(patches.map(({ path, patch }) => {
        const lines = new Map();
        let next = 0;
        for (const line of patch.split('\n')) {
            const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
            if (hunk !== null)
                next = Number(hunk[1]);
            else if (line.startsWith('+') || line.startsWith(' '))
                lines.set(next++, line.slice(1).replace(/\r$/, ''));
        }
        return [path, lines];
    }));
}

;// CONCATENATED MODULE: ./lib/src/discuss.js



async function discuss(outcome, inputs, context, host) {
    if (inputs.comment === 'never' || inputs.githubToken === null || host.format !== 'github')
        return;
    const { pullRequestOf } = await __webpack_require__.e(/* import() */ 437).then(__webpack_require__.bind(__webpack_require__, 4437));
    const pullRequest = pullRequestOf(host.env, inputs.githubToken);
    if (pullRequest === null)
        return;
    try {
        await comment(pullRequest, outcome, inputs, context, host);
        await suggest(pullRequest, outcome, context);
    }
    catch (error) {
        if (!(error instanceof pull_request/* Refused */.L))
            throw error;
        host.annotate({ level: 'notice', title: 'No comment on the pull request', message: reasonOf(error), at: null });
    }
}
async function comment(pullRequest, outcome, inputs, context, host) {
    const key = [host.env('GITHUB_WORKFLOW'), host.env('GITHUB_JOB'), ...inputs.webhookUrl].join(' ');
    const marker = commentMarker(key);
    const wanted = inputs.comment === 'always' || outcome.verdict === 'fail';
    const present = (await pullRequest.comments()).find(({ body, byBot }) => byBot && body.startsWith(marker));
    if (present === undefined && !wanted)
        return;
    const body = renderComment(outcome, context, key);
    if (present === undefined)
        await pullRequest.createComment(body);
    else if (present.body.trim() !== body.trim())
        await pullRequest.updateComment(present.id, body);
}
async function suggest(pullRequest, { lint }, context) {
    const fixable = lint?.findings.filter(({ fix }) => (fix?.edits.length ?? 0) > 0) ?? [];
    if (fixable.length === 0)
        return;
    const [patches, present] = [await pullRequest.patches(), await pullRequest.reviewBodies()];
    const comments = suggestions(fixable, patches, present, context.sourceLine);
    if (comments.length > 0)
        await pullRequest.createReview(comments);
}
function reasonOf({ status, message }) {
    const rest = 'Everything is in the annotations and the step summary.';
    if (status === 401)
        return `GitHub does not take the token: \`github-token\` has expired or is wrong. ${rest}`;
    if (status === 429 || (status === 403 && /rate limit|abuse/i.test(message)))
        return `GitHub's rate limit is used up, so there is no comment this time. ${rest}`;
    if (status === 403 || status === 404) {
        return `The token may not write to the pull request: give the job \`permissions: pull-requests: write\`. Runs for pull requests from forks and from Dependabot never may. ${rest}`;
    }
    return `GitHub refused the comment (${status === 0 ? 'no answer' : `status ${status}`}). ${rest}`;
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
    const { probe } = await __webpack_require__.e(/* import() */ 83).then(__webpack_require__.bind(__webpack_require__, 8464));
    const [stripe, ...seen] = await Promise.all([
        askStripe(inputs, host),
        ...targets.map(target => probe(target, host.network, host.clock, host.log))
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
    return askServer(host, access, { domain: hostname, path: pathname, container: container ?? '', port: appPort(lint) });
}
function appPort(lint) {
    const ports = lint?.onLoopback.map(({ mapping }) => mapping.hostPorts).find(ports => typeof ports !== 'string');
    return typeof ports === 'object' ? ports.first : (lint?.portsBehindProxy[0] ?? null);
}

// EXTERNAL MODULE: ./lib/src/inputs/read-inputs.js + 1 modules
var read_inputs = __webpack_require__(8457);
// EXTERNAL MODULE: ./lib/src/lint.js + 108 modules
var src_lint = __webpack_require__(2042);
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
        await discuss(outcome, inputs, context, host);
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
