export const id = 962;
export const ids = [962];
export const modules = {

/***/ 6962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nodeNetwork: () => (/* binding */ nodeNetwork)
});

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./lib/src/platform/network-tls.js





const maxChain = 10;
function handshake(socket, host, timeoutMs) {
    const started = external_node_perf_hooks_.performance.now();
    return new Promise(resolve => {
        const secured = (0,external_node_tls_.connect)({
            socket,
            ...((0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {}),
            ALPNProtocols: ['http/1.1'],
            minVersion: 'TLSv1.2',
            rejectUnauthorized: false,
            checkServerIdentity: () => undefined
        });
        let settled = false;
        let keysAgreed = false;
        secured.once('keylog', () => {
            keysAgreed = true;
        });
        const settle = (outcome, keep) => {
            if (settled)
                return;
            settled = true;
            clearTimeout(timer);
            if (!keep)
                secured.destroy();
            resolve({ outcome: outcome(), socket: keep ? secured : null });
        };
        const failed = (error) => ({
            ...empty,
            keysAgreed,
            ms: external_node_perf_hooks_.performance.now() - started,
            error
        });
        const timer = setTimeout(() => settle(() => failed(timedOut('the TLS handshake', timeoutMs)), false), Math.max(0, timeoutMs));
        secured.on('error', error => settle(() => failed(networkError(error)), false));
        secured.once('close', () => settle(() => failed(networkError(closedEarly())), false));
        secured.once('secureConnect', () => {
            const ms = external_node_perf_hooks_.performance.now() - started;
            try {
                const outcome = { ...read(secured, host), ms };
                settle(() => outcome, true);
            }
            catch (error) {
                settle(() => failed(networkError(error)), false);
            }
        });
    });
}
const empty = {
    error: null,
    protocol: null,
    keysAgreed: false,
    chain: [],
    trustError: null,
    nameError: null
};
const closedEarly = () => Object.assign(new Error('closed during the TLS handshake'), { code: 'ECONNRESET' });
function read(secured, host) {
    const leaf = secured.getPeerCertificate(true);
    const distrusted = secured.authorizationError;
    const trustError = distrusted ? networkErrorOf(distrusted) : null;
    const stored = trustError === null ? new Set() : storedFingerprints();
    const nameError = (0,external_node_tls_.checkServerIdentity)(host, leaf);
    return {
        error: null,
        keysAgreed: true,
        protocol: secured.getProtocol(),
        chain: chainOf(leaf, stored),
        trustError,
        nameError: nameError === undefined ? null : nameError.message.slice(0, 300)
    };
}
const networkErrorOf = (distrusted) => distrusted instanceof Error
    ? networkError(distrusted)
    : { code: String(distrusted), message: String(distrusted), alert: null };
function chainOf(leaf, stored) {
    const chain = [];
    for (let at = leaf; at?.raw !== undefined && chain.length < maxChain;) {
        chain.push({
            subject: nameOf(at.subject),
            issuer: nameOf(at.issuer),
            altNames: at.subjectaltname ?? null,
            validFrom: Date.parse(at.valid_from),
            validTo: Date.parse(at.valid_to),
            inStore: stored.has(at.fingerprint256)
        });
        at = at.issuerCertificate === at ? undefined : at.issuerCertificate;
    }
    return chain;
}
const nameOf = (name) => Object.entries(name ?? {})
    .map(([key, value]) => `${key}=${[value].flat().join('+')}`)
    .join(', ');
function storedFingerprints() {
    const prints = new Set();
    for (const pem of (0,external_node_tls_.getCACertificates)('default')) {
        try {
            prints.add(new external_node_crypto_.X509Certificate(pem).fingerprint256);
        }
        catch {
        }
    }
    return prints;
}

;// CONCATENATED MODULE: ./lib/src/platform/network-tcp.js




const timedOut = (what, ms) => ({
    code: 'PHASE_TIMEOUT',
    message: `${what} took longer than ${Math.round(ms)} ms`,
    alert: null
});
function networkError(error) {
    const { code, message, name } = error;
    const alert = /alert number (\d{1,3})/.exec(message)?.[1];
    return { code: code ?? name, message: message.slice(0, 300), alert: alert === undefined ? null : Number(alert) };
}
async function connect(address, port, timeoutMs) {
    await loadClient();
    const started = external_node_perf_hooks_.performance.now();
    return new Promise(resolve => {
        const socket = (0,external_node_net_.connect)({ host: address, port, autoSelectFamily: false, noDelay: true });
        const settle = (result) => {
            clearTimeout(timer);
            socket.off('error', fail);
            if (!('secure' in result))
                socket.destroy();
            resolve(result);
        };
        const fail = (error) => settle(networkError(error));
        const timer = setTimeout(() => settle(timedOut(`connecting to ${address} port ${port}`, timeoutMs)), timeoutMs);
        socket.on('error', () => undefined);
        socket.once('error', fail);
        socket.once('connect', () => settle(connection(socket, external_node_perf_hooks_.performance.now() - started)));
    });
}
function connection(socket, ms) {
    let secured = null;
    return {
        ms,
        localAddress: socket.localAddress ?? '',
        async secure(host, timeoutMs) {
            const result = await handshake(socket, host, timeoutMs);
            secured = result.socket;
            return result.outcome;
        },
        request: (request, timeoutMs) => exchange(secured ?? socket, request, timeoutMs),
        peek: (text, silentMs, timeoutMs) => peek(socket, text, silentMs, timeoutMs),
        close() {
            secured?.destroy();
            socket.destroy();
        }
    };
}
function peek(socket, text, silentMs, timeoutMs) {
    return new Promise(resolve => {
        let said = '';
        let asked = false;
        const done = () => {
            clearTimeout(question);
            clearTimeout(deadline);
            socket.destroy();
            resolve({ closedUnasked: !asked && said === '', said });
        };
        const question = setTimeout(() => {
            asked = true;
            socket.write(text);
        }, silentMs);
        const deadline = setTimeout(done, timeoutMs);
        socket.on('data', (chunk) => {
            asked ||= said !== '';
            said = (said + chunk.toString('latin1')).slice(0, 512);
            if (said.length >= 16)
                done();
        });
        socket.once('close', done);
        socket.once('end', done);
    });
}

;// CONCATENATED MODULE: ./lib/src/platform/network-http.js



const maxBody = 64 * 1024;
async function exchange(socket, request, timeoutMs) {
    let socketError = null;
    socket.on('error', error => {
        socketError ??= networkError(error);
    });
    const client = await clientOver(socket, request.url);
    const started = external_node_perf_hooks_.performance.now();
    const answer = new Answer();
    let late = null;
    const timer = setTimeout(() => {
        late = timedOut(`the answer to ${request.method}`, timeoutMs);
        socket.destroy();
        client.destroy().catch(() => undefined);
    }, Math.max(0, timeoutMs));
    const failure = await answer.to(request, client);
    if (failure !== null)
        await new Promise(resolve => setImmediate(resolve));
    clearTimeout(timer);
    client.destroy().catch(() => undefined);
    socket.destroy();
    const error = late ?? (failure === null ? null : (tlsErrorOf(socketError) ?? networkError(failure)));
    return { ...(await answer.read()), ms: external_node_perf_hooks_.performance.now() - started, error };
}
const tlsErrorOf = (error) => error !== null && /^ERR_SSL/.test(error.code) ? error : null;
const loadClient = () => __webpack_require__.e(/* import() */ 701).then(__webpack_require__.t.bind(__webpack_require__, 3701, 19));
async function clientOver(socket, { origin }) {
    const { default: Client } = await loadClient();
    const closed = () => Object.assign(new Error('other side closed'), { code: 'ECONNRESET' });
    const client = new Client(origin, {
        pipelining: 0,
        allowH2: false,
        headersTimeout: 0,
        bodyTimeout: 0,
        maxHeaderSize: 16 * 1024,
        connect: (_options, callback) => setImmediate(() => (socket.destroyed ? callback(closed(), null) : callback(null, socket)))
    });
    const emitter = client;
    emitter.on('error', () => undefined);
    return client;
}
class Answer {
    #status = null;
    #headers = {};
    #chunks = [];
    #size = 0;
    #settle = () => undefined;
    to({ url, method, headers, body }, client) {
        return new Promise(resolve => {
            this.#settle = resolve;
            client.dispatch({ path: `${url.pathname}${url.search}`, method, headers: { ...headers }, body }, this);
        });
    }
    onRequestStart() { }
    onResponseStart(_, status, headers) {
        if (status < 200)
            return;
        this.#status = status;
        this.#headers = flatten(headers);
    }
    onResponseData(controller, chunk) {
        if (this.#size <= maxBody)
            this.#chunks.push(Buffer.from(chunk.subarray(0, maxBody - this.#size + 1)));
        this.#size += chunk.length;
        if (this.#size <= maxBody)
            return;
        this.#settle(null);
        controller.abort(new Error('enough'));
    }
    onResponseEnd() {
        this.#settle(null);
    }
    onResponseError(_, error) {
        this.#settle(error);
    }
    async read() {
        const raw = { bytes: Buffer.concat(this.#chunks).subarray(0, maxBody), truncated: this.#size > maxBody };
        const { bytes, truncated } = await unpacked(raw, this.#headers['content-encoding'] ?? '');
        return { status: this.#status, headers: this.#headers, body: new TextDecoder().decode(bytes), truncated };
    }
}
const flatten = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
const unpackers = {
    gzip: external_node_zlib_.createGunzip,
    deflate: external_node_zlib_.createInflate,
    br: external_node_zlib_.createBrotliDecompress
};
async function unpacked(raw, encoding) {
    const unpacker = unpackers[encoding.trim().toLowerCase()]?.();
    if (unpacker === undefined)
        return raw;
    unpacker.end(raw.bytes);
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of unpacker) {
            chunks.push(chunk);
            size += chunk.length;
            if (size > maxBody)
                break;
        }
    }
    catch {
        if (size === 0)
            return raw;
    }
    return { bytes: Buffer.concat(chunks).subarray(0, maxBody), truncated: raw.truncated || size > maxBody };
}

;// CONCATENATED MODULE: ./lib/src/platform/network.js




const nodeNetwork = (env, dnsServers = []) => ({
    query: (name, family, timeoutMs) => query(name, family, timeoutMs, dnsServers),
    lookup,
    connect: connect,
    ownAddresses: () => Object.values((0,external_node_os_.networkInterfaces)()).flatMap(face => (face ?? []).map(({ address }) => address)),
    egressProxy: url => egressProxy(url, env)
});
async function query(name, family, timeoutMs, servers) {
    const resolver = new external_node_dns_.promises.Resolver({ timeout: Math.max(1, Math.floor(timeoutMs / 3)), tries: 2 });
    if (servers.length > 0)
        resolver.setServers(servers);
    const question = family === 4 ? resolver.resolve4(name) : resolver.resolve6(name);
    const answer = orTimeout(settled(question), timeoutMs);
    await loadClient();
    await answer;
    resolver.cancel();
    return answer;
}
const lookup = (name, timeoutMs) => orTimeout(new Promise(resolve => {
    (0,external_node_dns_.lookup)(name, { all: true, order: 'verbatim' }, (error, found) => resolve(error === null
        ? { addresses: found.map(({ address }) => address), error: null }
        : { addresses: [], error: error.code ?? 'UNKNOWN' }));
}), timeoutMs);
const settled = (question) => question.then(addresses => (addresses.length > 0 ? { addresses, error: null } : { addresses, error: 'ENODATA' }), (error) => ({ addresses: [], error: error.code ?? 'UNKNOWN' }));
function orTimeout(answer, timeoutMs) {
    let timer;
    const late = new Promise(resolve => {
        timer = setTimeout(() => resolve({ addresses: [], error: 'ETIMEOUT' }), timeoutMs);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
function egressProxy(url, env) {
    const either = (name) => env(name) || env(name.toUpperCase());
    const scheme = url.protocol === 'https:' ? either('https_proxy') : env('http_proxy');
    const proxy = scheme || either('all_proxy');
    if (proxy === '')
        return null;
    const host = url.hostname.toLowerCase();
    const exempt = either('no_proxy')
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(entry => entry !== '')
        .map(entry => entry.replace(/^\*?\./, '').replace(/:\d+$/, ''));
    return exempt.some(entry => entry === '*' || host === entry || host.endsWith(`.${entry}`))
        ? null
        : withoutLogin(proxy);
}
const withoutLogin = (proxy) => proxy.replace(/\/\/[^/@]*@/, '//');


/***/ })

};
