export const id = 486;
export const ids = [486];
export const modules = {

/***/ 3364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ withoutKeys),
/* harmony export */   VV: () => (/* binding */ modeOf),
/* harmony export */   dD: () => (/* binding */ keyProblem)
/* harmony export */ });
const modeOf = (key) => {
    const mode = /^(?:sk|rk)_(?:org_)?(live|test)_/.exec(key)?.[1];
    return mode === 'live' || mode === 'test' ? mode : null;
};
function keyProblem(key) {
    if (!/^[\x21-\x7e]+$/.test(key))
        return 'it is empty, or holds blanks, line breaks or letters that no key has';
    if (key.startsWith('whsec_'))
        return 'it is a signing secret (whsec_…), which belongs into `signing-secret`';
    if (key.startsWith('pk_'))
        return 'it is a publishable key (pk_…), which may read nothing';
    return null;
}
const withoutKeys = (text, key) => (key === '' ? text : text.replaceAll(key, '…'))
    .replace(/\b(sk|rk|pk|ek|whsec)_[\w*.…•-]+/g, '$1_…')
    .replace(/[*•]{3,}\w*/g, '…');


/***/ }),

/***/ 3486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkStripe: () => (/* binding */ checkStripe)
});

// EXTERNAL MODULE: ./lib/src/stripe/api-key.js
var api_key = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/src/stripe/near-miss.js
var near_miss = __webpack_require__(6283);
;// CONCATENATED MODULE: ./lib/src/stripe/endpoint-findings.js

function unfit(one, mode) {
    if (mode === 'live' && !one.livemode)
        return 'in test mode';
    if ('payload' in one) {
        if (one.payload === 'thin')
            return 'a v2 event destination with thin events, which webhook handlers of v1 do not read';
        return one.fromSelf ? null : "a v2 event destination for other accounts' events";
    }
    return one.connect ? "a Connect endpoint, which gets the connected accounts' events and not the account's own" : null;
}
const isRegistration = (one, mode) => unfit(one, mode) === null;
function endpointFindings(url, registered) {
    const known = [
        ...registered.endpoints.items,
        ...('items' in registered.destinations ? registered.destinations.items : [])
    ];
    const matching = known.filter(one => (0,near_miss/* isSameUrl */.qo)(one.url, url) && isRegistration(one, registered.mode));
    if (matching.length === 0)
        return [missing(url, known, registered)];
    const enabled = matching.filter(one => one.enabled);
    if (enabled.length === 0)
        return [disabled(url, matching)];
    const events = new Set(enabled.flatMap(one => one.events));
    const absent = events.has('*') ? [] : registered.wanted.filter(type => !events.has(type));
    return absent.length === 0 ? [] : [eventsMissing(url, enabled, absent)];
}
function missing(url, known, registered) {
    const unfitHere = known
        .filter(one => (0,near_miss/* isSameUrl */.qo)(one.url, url))
        .map(one => `${one.id} has this URL, but is ${unfit(one, registered.mode)}`);
    const near = (0,near_miss/* nearMisses */.Bz)(url, known).map(({ of, differences }) => `${(0,near_miss/* shownUrl */.zA)(of.url)} (${of.id}${of.enabled ? '' : ', disabled'}) is registered: ${differences.join(', ')}`);
    const count = known.length === 0 ? 'none at all' : `${known.length} with other URLs or of another kind`;
    const caveats = [
        registered.mode === 'test' && 'The key is of test mode: an endpoint of live mode is not seen with it',
        !registered.endpoints.complete && 'The list was too long to be read whole',
        'failure' in registered.destinations &&
            `v2 event destinations could not be read: ${registered.destinations.failure.message.replace(/\.$/, '')}`
    ];
    const parts = [
        `Stripe has no endpoint for ${(0,near_miss/* shownUrl */.zA)(url)}${inMode(registered.mode)}; it has ${count}`,
        ...unfitHere,
        ...near,
        ...caveats.filter(text => text !== false)
    ];
    return {
        code: 'stripe-endpoint-missing',
        level: 'error',
        message: `${parts.join('. ')}.`,
        fix: near.length > 0 && unfitHere.length === 0
            ? `Stripe calls exactly the registered URL and follows no redirect: change it to ${(0,near_miss/* shownUrl */.zA)(url)} ` +
                '(Workbench, Webhooks, the endpoint, Edit), or set `webhook-url` to the registered one if that is right.'
            : `Register ${(0,near_miss/* shownUrl */.zA)(url)} in Stripe (Workbench, Webhooks, Add destination) with ` +
                `${registered.wanted.join(', ')}, from your own account, with snapshot events; then give the app its ` +
                'signing secret.',
        url
    };
}
const inMode = (mode) => (mode === null ? '' : ` in ${mode} mode`);
const ids = (registrations) => registrations.map(one => one.id).join(', ');
const disabled = (url, matching) => ({
    code: 'stripe-endpoint-disabled',
    level: 'error',
    message: `Stripe's endpoint for ${(0,near_miss/* shownUrl */.zA)(url)} (${ids(matching)}) is disabled: Stripe sends it nothing and retries ` +
        'nothing. Somebody disabled it, or Stripe did after days of failures.',
    fix: 'Let the probe of this URL pass first; then enable it (Workbench, Webhooks, the endpoint, Enable) and resend ' +
        'what was missed (`stripe events resend`).',
    url
});
const eventsMissing = (url, enabled, absent) => ({
    code: 'stripe-events-missing',
    level: 'error',
    message: `Stripe's endpoint for ${(0,near_miss/* shownUrl */.zA)(url)} (${ids(enabled)}) is not subscribed to ${absent.join(', ')}.`,
    fix: 'Add them (Workbench, Webhooks, the endpoint, Edit), or take what the app does not need out of `stripe-events`.',
    url
});
const rehearsal = /(^|[.-])(test|testing|staging|stage|stg|dev|develop|development|sandbox|preview|qa|uat|demo)\d*[.-]/i;
function modeFinding(mode, urls, endpoints) {
    const production = urls.find(url => URL.canParse(url) && !rehearsal.test(new URL(url).hostname));
    if (mode === 'test' && production !== undefined) {
        return wrongMode("`stripe-api-key` is of test mode: it shows test mode's endpoints alone, so that nothing is known of live " +
            `payments to ${(0,near_miss/* shownUrl */.zA)(production)}.`, 'For a production deploy give a restricted key of live mode (rk_live_…) that may only read.');
    }
    const rehearsed = urls.find(url => {
        const here = endpoints.filter(one => (0,near_miss/* isSameUrl */.qo)(one.url, url));
        return mode === 'live' && here.length > 0 && here.every(one => !one.livemode);
    });
    if (rehearsed === undefined)
        return null;
    return wrongMode(`Stripe has ${(0,near_miss/* shownUrl */.zA)(rehearsed)} in test mode only: live payments send it nothing.`, 'Register it in live mode as well (leave the sandbox in the dashboard first); it gets another signing secret there.');
}
const wrongMode = (message, fix) => ({
    code: 'stripe-wrong-mode',
    level: 'warning',
    message,
    fix,
    url: null
});

;// CONCATENATED MODULE: ./lib/src/stripe/finding.js
const keyFix = 'Make a restricted key in the Stripe dashboard (Developers, API keys) with Webhook Endpoints: Read and Events: ' +
    'Read, store it as a secret, and give it as `stripe-api-key`.';
const fixes = {
    key: keyFix,
    permission: 'Edit the restricted key in the Stripe dashboard (Developers, API keys): it needs Webhook Endpoints: Read and ' +
        'Events: Read.',
    'rate-limit': 'Run the check again in a minute; another job may be using the same key.',
    server: 'Look at status.stripe.com, and run the check again later.',
    timeout: 'Let the runner reach api.stripe.com on port 443, or raise `timeout`. Behind a proxy set `stripe-api-base`.',
    network: 'Let the runner reach api.stripe.com on port 443; behind an egress proxy set `stripe-api-base`.',
    unexpected: 'Look at `stripe-api-base`: does it lead to the Stripe API, and not to a login or error page of a proxy?'
};
const unusableKey = (problem) => ({
    code: 'stripe-auth',
    level: 'error',
    message: `\`stripe-api-key\` is no key that Stripe's API takes: ${problem}.`,
    fix: keyFix,
    url: null
});
const apiFailed = ({ kind, message }) => {
    const refused = kind === 'key' || kind === 'permission';
    return {
        code: refused ? 'stripe-auth' : 'stripe-api-unreachable',
        level: refused ? 'error' : 'warning',
        message: refused ? message : `What Stripe has registered could not be checked: ${message}`,
        fix: fixes[kind],
        url: null
    };
};
const lasting = ['permission', 'unexpected'];
const eventsUnread = ({ kind, message }) => ({
    code: 'stripe-api-unreachable',
    level: lasting.includes(kind) ? 'notice' : 'warning',
    message: `The endpoint was checked; whether events went undelivered was not: ${message}`,
    fix: fixes[kind],
    url: null
});

;// CONCATENATED MODULE: ./lib/src/stripe/check.js




const day = 86_400;
const undeliveredDays = 7;
const deliveryTime = 300;
const typesPerRequest = 20;
const notAsked = { items: [], complete: true };
async function checkStripe(expected, api) {
    const mode = (0,api_key/* modeOf */.VV)(expected.apiKey);
    const none = expected.urls.map(url => ({ url, endpoint: null }));
    const stopped = (finding) => ({
        checked: false,
        mode,
        findings: [finding],
        endpoints: none,
        undelivered: null
    });
    const problem = (0,api_key/* keyProblem */.dD)(expected.apiKey);
    if (problem !== null)
        return stopped(unusableKey(problem));
    const listed = await api.endpoints();
    if ('failure' in listed)
        return stopped(apiFailed(listed.failure));
    const registered = { endpoints: listed, destinations: notAsked, mode, wanted: expected.events };
    const judge = (destinations) => expected.urls.flatMap(url => endpointFindings(url, { ...registered, destinations }));
    const destinations = judge(notAsked).length === 0 ? notAsked : await api.destinations();
    const findings = judge(destinations);
    const wrongMode = modeFinding(mode, expected.urls, listed.items);
    const undelivered = await countUndelivered(expected, api);
    const known = [...listed.items, ...('items' in destinations ? destinations.items : [])];
    return {
        checked: true,
        mode,
        findings: [...findings, ...(wrongMode === null ? [] : [wrongMode]), ...undelivered.findings],
        endpoints: expected.urls.map(url => {
            const matching = known.filter(one => (0,near_miss/* isSameUrl */.qo)(one.url, url) && isRegistration(one, mode));
            return { url, endpoint: matching.find(one => one.enabled) ?? matching[0] ?? null };
        }),
        undelivered: undelivered.counts
    };
}
async function countUndelivered({ events, now }, api) {
    const until = Math.floor(now / 1000) - deliveryTime;
    const counts = new Map();
    let complete = true;
    for (const types of inGroups(events.includes('*') ? [] : events)) {
        const answer = await api.undelivered(until - undeliveredDays * day, until, types);
        if ('failure' in answer)
            return { counts: null, findings: [eventsUnread(answer.failure)] };
        complete &&= answer.complete;
        for (const { type } of answer.items)
            counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return {
        counts: Object.fromEntries(counts),
        findings: counts.size === 0 ? [] : [undeliveredFinding(counts, complete)]
    };
}
const inGroups = (types) => types.length <= typesPerRequest
    ? [types]
    : [types.slice(0, typesPerRequest), ...inGroups(types.slice(typesPerRequest))];
function undeliveredFinding(counts, complete) {
    const byCount = [...counts].sort(([, a], [, b]) => b - a);
    const total = byCount.reduce((sum, [, count]) => sum + count, 0);
    const list = byCount
        .map(([type, count]) => `${type}: ${count}`)
        .slice(0, 10)
        .join(', ');
    return {
        code: 'stripe-undelivered-events',
        level: 'warning',
        message: `${complete ? '' : 'At least '}${total} event${total === 1 ? '' : 's'} of the last ${undeliveredDays} days did ` +
            `not reach at least one endpoint of this account (${list}). Stripe does not say which endpoint.`,
        fix: 'Once the endpoint passes, resend them: Workbench, Webhooks, the endpoint, Event deliveries, Failed, Resend; ' +
            'or `stripe events resend evt_… --webhook-endpoint=we_…`. Stripe itself retries for up to three days only.',
        url: null
    };
}


/***/ }),

/***/ 6283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ nearMisses),
/* harmony export */   qo: () => (/* binding */ isSameUrl),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
const parsed = (url) => (URL.canParse(url) ? new URL(url) : null);
const withoutWww = (host) => host.replace(/^www\./, '');
const withoutSlash = (path) => path.replace(/\/+$/, '');
function isSameUrl(one, other) {
    const [a, b] = [parsed(one), parsed(other)];
    return a !== null && b !== null && a.origin === b.origin && a.pathname === b.pathname && a.search === b.search;
}
function differences(wanted, registered) {
    const sameSite = withoutWww(wanted.hostname) === withoutWww(registered.hostname);
    const samePath = withoutSlash(wanted.pathname) === withoutSlash(registered.pathname);
    if (!sameSite && !(samePath && withoutSlash(wanted.pathname) !== ''))
        return null;
    const found = [];
    if (wanted.protocol !== registered.protocol)
        found.push(`${registered.protocol}// instead of ${wanted.protocol}//`);
    if (wanted.hostname !== registered.hostname && sameSite) {
        found.push(registered.hostname.startsWith('www.') ? 'with www' : 'without www');
    }
    if (wanted.pathname !== registered.pathname && samePath) {
        found.push(registered.pathname.endsWith('/') ? 'with a slash at the end' : 'without the slash at the end');
    }
    if (wanted.search !== registered.search)
        found.push('another query');
    if (wanted.protocol === registered.protocol && wanted.port !== registered.port)
        found.push('another port');
    if (!samePath) {
        const lower = (url) => withoutSlash(url.pathname).toLowerCase();
        found.push(lower(wanted) === lower(registered) ? 'upper and lower case of the path' : 'another path');
    }
    if (!sameSite)
        found.push('another host');
    return found;
}
const far = ['another path', 'another host'];
const distance = (miss) => miss.differences.length + (far.includes(miss.differences.at(-1) ?? '') ? 10 : 0);
function nearMisses(wanted, registered) {
    const target = parsed(wanted);
    if (target === null)
        return [];
    return registered
        .flatMap(one => {
        const url = parsed(one.url);
        const found = url === null ? null : differences(target, url);
        return found === null || found.length === 0 ? [] : [{ of: one, differences: found }];
    })
        .sort((a, b) => distance(a) - distance(b))
        .slice(0, 3);
}
function shownUrl(url) {
    const value = parsed(url);
    if (value === null)
        return 'a URL that cannot be read';
    return `${value.protocol}//${value.host}${value.pathname}`.slice(0, 200) + (value.search === '' ? '' : '?…');
}


/***/ })

};
