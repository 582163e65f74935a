export const id = 565;
export const ids = [565];
export const modules = {

/***/ 7565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stripeApi: () => (/* binding */ stripeApi)
});

// EXTERNAL MODULE: ./lib/src/stripe/api-key.js
var api_key = __webpack_require__(3364);
;// CONCATENATED MODULE: ./lib/src/stripe/failure.js

const fieldsOf = (value) => (typeof value === 'object' && value !== null ? value : {});
function chain(error) {
    const found = [];
    for (let one = error; typeof one === 'object' && one !== null && found.length < 6;) {
        const raised = fieldsOf(one);
        found.push(raised);
        one = raised.detail ?? raised.cause;
    }
    return found;
}
const said = (error, { apiKey }) => {
    const text = (0,api_key/* withoutKeys */.Pe)(typeof error.message === 'string' ? error.message : '', apiKey);
    return text
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
        .slice(0, 500)
        .replace(/[^.…]$/, '$&.');
};
const kindOf = (status) => status === 401
    ? 'key'
    : status === 403
        ? 'permission'
        : status === 429
            ? 'rate-limit'
            : status >= 500
                ? 'server'
                : 'unexpected';
const openings = {
    key: 'Stripe refuses the API key (401).',
    permission: 'Stripe refuses the API key for want of a permission (403).',
    'rate-limit': 'Stripe answers this key too many requests (429).',
    server: "Stripe's API has a fault of its own",
    timeout: '',
    network: '',
    unexpected: "Stripe's API refuses the request"
};
function readFailure(error, asked) {
    const host = URL.canParse(asked.apiBase) ? new URL(asked.apiBase).host : 'the API';
    const errors = chain(error);
    const status = errors.find(one => typeof one.statusCode === 'number');
    if (typeof status?.statusCode === 'number') {
        const kind = kindOf(status.statusCode);
        const opening = openings[kind].endsWith('.') ? openings[kind] : `${openings[kind]} (${status.statusCode}).`;
        return { kind, message: `${opening} ${said(status, asked)}`.trim() };
    }
    const unexpected = errors.find(one => one.name === 'UnexpectedAnswer');
    if (unexpected !== undefined) {
        return { kind: 'unexpected', message: `What answers at ${host} is not Stripe's API: ${said(unexpected, asked)}` };
    }
    if (errors.some(one => one.code === 'ETIMEDOUT' || one.name === 'TimeoutError')) {
        return { kind: 'timeout', message: `${host} did not answer within ${asked.timeoutMs / 1000} s.` };
    }
    const code = errors.map(one => one.code).findLast(one => typeof one === 'string' && /^[\w-]{1,60}$/.test(one));
    if (code === undefined)
        return { kind: 'unexpected', message: `What ${host} answered is no list of Stripe's.` };
    return { kind: 'network', message: `No connection to ${host} (${code}).` };
}

;// CONCATENATED MODULE: ./lib/src/stripe/listed-objects.js
const listed_objects_fieldsOf = (raw) => (typeof raw === 'object' && raw !== null ? raw : {});
const listed_objects_text = (value) => (typeof value === 'string' ? value.slice(0, 5000) : '');
const word = (value) => (/^[\w.:*@-]{1,255}$/.test(listed_objects_text(value)) ? listed_objects_text(value) : '');
const words = (value) => (Array.isArray(value) ? value.map(word).filter(one => one !== '') : []);
const wordOrNull = (value) => word(value) || null;
function readEndpoint(raw) {
    const fields = listed_objects_fieldsOf(raw);
    const url = listed_objects_text(fields.url);
    if (url === '')
        return null;
    return {
        id: word(fields.id),
        url,
        enabled: fields.status !== 'disabled',
        events: words(fields.enabled_events),
        livemode: fields.livemode === true,
        connect: listed_objects_text(fields.application) !== '',
        apiVersion: wordOrNull(fields.api_version)
    };
}
function readDestination(raw) {
    const fields = listed_objects_fieldsOf(raw);
    const url = listed_objects_text(listed_objects_fieldsOf(fields.webhook_endpoint).url);
    if (url === '')
        return null;
    const from = words(fields.events_from);
    return {
        id: word(fields.id),
        url,
        enabled: fields.status !== 'disabled',
        events: words(fields.enabled_events),
        livemode: fields.livemode === true,
        payload: fields.event_payload === 'snapshot' ? 'snapshot' : 'thin',
        fromSelf: from.length === 0 || from.some(source => source.replace('@', '') === 'self'),
        apiVersion: wordOrNull(fields.snapshot_api_version)
    };
}
function readEvent(raw) {
    const type = word(listed_objects_fieldsOf(raw).type);
    return type === '' ? null : { type };
}

;// CONCATENATED MODULE: ./lib/src/platform/stripe-fetch.js
const maxBytes = 4 * 1024 * 1024;
class UnexpectedAnswer extends Error {
    name = 'UnexpectedAnswer';
}
const stripeFetch = (base, deadline) => async (input, init = {}) => {
    const asked = new URL(input instanceof Request ? input.url : input);
    const url = `${base.origin}${base.pathname.replace(/\/+$/, '')}${asked.pathname}${asked.search}`;
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    const response = await fetch(url, { ...init, headers: ownHeaders(init.headers), redirect: 'manual', signal });
    const text = await readBounded(response);
    if (!isJson(text))
        throw new UnexpectedAnswer(`HTTP ${response.status}, and no JSON`);
    return new Response(text, { status: response.status, headers: { 'content-type': 'application/json' } });
};
function ownHeaders(given) {
    const headers = new Headers(given);
    headers.delete('x-stripe-client-user-agent');
    headers.set('user-agent', 'webhook-reach-check');
    return headers;
}
async function readBounded(response) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > maxBytes)
            throw new UnexpectedAnswer(`HTTP ${response.status}, and more than ${maxBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function isJson(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/src/platform/stripe-api.js



const maxItems = 1000;
function stripeApi(access) {
    let client;
    const sdk = () => {
        client ??= connect(access);
        return client;
    };
    const failed = (error) => ({ failure: readFailure(error, access) });
    const list = async (ask, read) => {
        const items = [];
        let seen = 0;
        try {
            for await (const raw of ask(await sdk())) {
                if (++seen > maxItems)
                    return { items, complete: false };
                const item = read(raw);
                if (item !== null)
                    items.push(item);
            }
            return { items, complete: true };
        }
        catch (error) {
            return failed(error);
        }
    };
    const change = async (ask) => {
        try {
            return { id: (await ask(await sdk())).id };
        }
        catch (error) {
            return failed(error);
        }
    };
    return {
        endpoints: () => list(stripe => stripe.webhookEndpoints.list({ limit: 100 }), readEndpoint),
        destinations: () => list(stripe => stripe.v2.core.eventDestinations.list({ limit: 100, include: ['webhook_endpoint.url'] }), readDestination),
        undelivered: (since, until, types) => list(stripe => stripe.events.list({
            limit: 100,
            delivery_success: false,
            created: { gte: since, lte: until },
            ...(types.length === 0 ? {} : { types: [...types] })
        }), readEvent),
        create: (url, events) => change(stripe => stripe.webhookEndpoints.create({ url, enabled_events: eventTypes(events) })),
        update: (id, events) => change(stripe => stripe.webhookEndpoints.update(id, { enabled_events: eventTypes(events), disabled: false }))
    };
}
const eventTypes = (events) => [...events];
async function connect({ apiKey, apiBase, timeoutMs }) {
    const base = new URL(apiBase);
    const { default: StripeSdk } = await __webpack_require__.e(/* import() */ 405).then(__webpack_require__.bind(__webpack_require__, 7405));
    return new StripeSdk(apiKey, {
        httpClient: StripeSdk.createFetchHttpClient(stripeFetch(base, AbortSignal.timeout(timeoutMs * 6))),
        timeout: timeoutMs,
        maxNetworkRetries: 1,
        telemetry: false
    });
}


/***/ }),

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


/***/ })

};
