export const id = 286;
export const ids = [286];
export const modules = {

/***/ 5498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

const systemClock = {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    async sleep(ms, signal) {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        }
        catch (error) {
            if (!signal?.aborted)
                throw error;
        }
    }
};


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ nodeCommands)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);

const mostOutput = 512 * 1024;
const withheld = /^(INPUT_|STATE_|ACTIONS_|GITHUB_)/;
const nodeCommands = (environment) => ({
    run: request => run(request, environment())
});
function run({ command, args, input, timeoutMs }, environment) {
    return new Promise(resolve => {
        const started = performance.now();
        const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !withheld.test(name)));
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, {
            env,
            stdio: 'pipe',
            detached: process.platform !== 'win32',
            windowsHide: true
        });
        const stdout = collect(child.stdout);
        const stderr = collect(child.stderr);
        let timedOut = false;
        let error = null;
        const deadline = setTimeout(() => {
            timedOut = true;
            end(child);
        }, timeoutMs);
        const done = (exitCode) => {
            clearTimeout(deadline);
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream.destroy();
            const ms = performance.now() - started;
            resolve({ exitCode: timedOut ? null : exitCode, stdout: stdout(), stderr: stderr(), error, timedOut, ms });
        };
        child.on('error', problem => {
            error = problem.message;
            done(null);
        });
        child.on('close', done);
        child.on('exit', code => setTimeout(() => done(code), 500).unref());
        child.stdin.on('error', () => { });
        child.stdin.end(input);
    });
}
function collect(stream) {
    const chunks = [];
    let size = 0;
    stream.on('data', (chunk) => {
        if (size < mostOutput)
            chunks.push(chunk.subarray(0, mostOutput - size));
        size += chunk.length;
    });
    stream.on('error', () => { });
    return () => Buffer.concat(chunks).toString('utf8');
}
function end(child) {
    try {
        if (child.pid !== undefined && process.platform !== 'win32')
            process.kill(-child.pid, 'SIGKILL');
        else
            child.kill('SIGKILL');
    }
    catch {
    }
}


/***/ }),

/***/ 4891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ DiskFiles)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



const mebibyte = 1_048_576;
const deepest = 64;
const leadsOut = { unreadable: 'it leads out of the checkout' };
const skipped = new Set(['.git', '.hg', '.svn', 'node_modules', 'vendor', '.venv', 'venv']);
class DiskFiles {
    #root;
    #mostEntries;
    #listed = null;
    #buffer = Buffer.allocUnsafe(mebibyte + 1);
    #unlisted = [];
    constructor(folder, mostEntries = 100_000) {
        this.#mostEntries = mostEntries;
        try {
            this.#root = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(folder);
            if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(this.#root).isDirectory())
                throw new Error('not a folder');
        }
        catch (error) {
            throw new Error(`${folder} is no folder that can be read (${reasonOf(error)})`);
        }
    }
    list() {
        this.#listed ??= this.#walk();
        return this.#listed;
    }
    unlisted = () => this.#unlisted;
    exists(path) {
        return typeof this.#inside(path) === 'string';
    }
    read(path) {
        const place = this.#inside(path);
        return typeof place === 'string' ? readText(place, this.#buffer) : place;
    }
    #inside(path) {
        if (path.includes('\0'))
            return null;
        const named = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#root, path);
        if (!this.#holds(named))
            return leadsOut;
        let place;
        try {
            place = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(named);
        }
        catch (error) {
            const code = codeOf(error);
            if (code === 'ENOENT' && path.includes('\ufffd'))
                return { unreadable: 'its name is not UTF-8' };
            return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? null : { unreadable: reasonOf(error) };
        }
        return this.#holds(place) ? place : leadsOut;
    }
    #holds(place) {
        const below = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(this.#root, place);
        return below !== '..' && !below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(below);
    }
    #walk() {
        const found = [];
        const folders = [{ path: '', depth: 0 }];
        let seen = 0;
        for (let next = 0; next < folders.length; next++) {
            const { path, depth } = folders[next] ?? { path: '', depth: 0 };
            for (const entry of this.#entries(path)) {
                if (++seen > this.#mostEntries) {
                    this.#leaveOut(path || '.', `more than ${this.#mostEntries} files and folders; the rest is not read`);
                    return found.sort(byCodeUnit);
                }
                const file = path === '' ? entry.name : `${path}/${entry.name}`;
                if (entry.isDirectory()) {
                    if (skipped.has(entry.name))
                        continue;
                    if (depth >= deepest)
                        this.#leaveOut(file, `more than ${deepest} folders deep`);
                    else
                        folders.push({ path: file, depth: depth + 1 });
                }
                else if (entry.isFile() || (entry.isSymbolicLink() && this.#leadsToFile(file))) {
                    found.push(file);
                }
            }
        }
        return found.sort(byCodeUnit);
    }
    #entries(path) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#root, path), { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name));
        }
        catch (error) {
            this.#leaveOut(path || '.', reasonOf(error));
            return [];
        }
    }
    #leadsToFile(file) {
        const place = this.#inside(file);
        if (typeof place === 'string')
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place).isFile();
        if (place !== null)
            this.#leaveOut(file, place.unreadable);
        return false;
    }
    #leaveOut(file, reason) {
        this.#unlisted.push({ file, reason });
    }
}
const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function readText(place, buffer) {
    let file;
    try {
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(place, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0));
    }
    catch (error) {
        return { unreadable: reasonOf(error) };
    }
    try {
        const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        if (facts.isDirectory())
            return { unreadable: 'it is a folder' };
        if (!facts.isFile())
            return { unreadable: 'it is no regular file' };
        return decode(readAll(file, buffer));
    }
    catch (error) {
        return { unreadable: reasonOf(error) };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}
function readAll(file, buffer) {
    let length = 0;
    for (let count = -1; count !== 0 && length < buffer.length; length += count) {
        count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(file, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
}
function decode(bytes) {
    if (bytes.length > mebibyte)
        return { unreadable: 'it is larger than 1 MiB' };
    const mark = bytes.subarray(0, 2).toString('latin1');
    if (mark === '\xff\xfe' || mark === '\xfe\xff')
        return { unreadable: 'it is UTF-16; save it as UTF-8' };
    if (bytes.includes(0))
        return { unreadable: 'it is binary' };
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return { unreadable: 'it is not UTF-8' };
    return { text: bytes.toString('utf8').replace(/^\ufeff/, '') };
}
const codeOf = (error) => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
const reasons = {
    EACCES: 'reading it is not permitted',
    EPERM: 'reading it is not permitted',
    ELOOP: 'its links lead in a circle',
    ENOENT: 'there is nothing there',
    ENXIO: 'it is no regular file'
};
const reasonOf = (error) => reasons[codeOf(error)] ?? (codeOf(error) || (error instanceof Error ? error.message : String(error)));


/***/ }),

/***/ 6962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ nodeNetwork)
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
            rejectUnauthorized: false
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
    await loadUndici();
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
    const { Client } = await loadUndici();
    const started = external_node_perf_hooks_.performance.now();
    if (socket.destroyed)
        return { ...nothing, ms: 0, error: socketError ?? networkError(network_http_closed()) };
    const client = new Client(request.url.origin, {
        pipelining: 0,
        allowH2: false,
        headersTimeout: 0,
        bodyTimeout: 0,
        maxHeaderSize: 16 * 1024,
        connect: (_options, callback) => setImmediate(() => (socket.destroyed ? callback(network_http_closed(), null) : callback(null, socket)))
    });
    const emitter = client;
    emitter.on('error', () => undefined);
    const late = timedOut(`the answer to ${request.method}`, timeoutMs);
    let deadlinePassed = false;
    const timer = setTimeout(() => {
        deadlinePassed = true;
        socket.destroy();
        client.destroy().catch(() => undefined);
    }, Math.max(0, timeoutMs));
    const seen = {};
    let error = null;
    try {
        const response = await client.request(asUndici(request));
        Object.assign(seen, { status: response.statusCode, headers: flatten(response.headers) });
        Object.assign(seen, await readBody(response.body, seen.headers?.['content-encoding'] ?? '', text => Object.assign(seen, text)));
    }
    catch (thrown) {
        error = deadlinePassed ? late : await socketErrorFirst(thrown, () => socketError);
    }
    finally {
        clearTimeout(timer);
        client.destroy().catch(() => undefined);
        socket.destroy();
    }
    return { ...nothing, ...seen, ms: external_node_perf_hooks_.performance.now() - started, error };
}
const loadUndici = () => __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19));
const nothing = { status: null, headers: {}, body: '', truncated: false };
const network_http_closed = () => Object.assign(new Error('other side closed'), { code: 'ECONNRESET' });
const asUndici = ({ url, method, headers, body }) => ({
    path: `${url.pathname}${url.search}`,
    method,
    headers: { ...headers },
    body
});
async function socketErrorFirst(thrown, own) {
    await new Promise(resolve => setImmediate(resolve));
    const error = own();
    return error !== null && /^ERR_SSL/.test(error.code) ? error : networkError(thrown);
}
const flatten = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
async function readBody(stream, encoding, keep) {
    const raw = await collect(stream, bytes => keep(decoded(bytes)));
    const unpacker = unpackers[encoding.trim().toLowerCase()];
    if (unpacker === undefined)
        return decoded(raw);
    const unpacked = unpacker();
    unpacked.end(raw.bytes);
    return decoded(await collect(unpacked, () => undefined).catch(() => raw));
}
const unpackers = {
    gzip: external_node_zlib_.createGunzip,
    deflate: external_node_zlib_.createInflate,
    br: external_node_zlib_.createBrotliDecompress
};
async function collect(stream, onFailure) {
    const chunks = [];
    let size = 0;
    const soFar = (truncated) => ({ bytes: Buffer.concat(chunks).subarray(0, maxBody), truncated });
    try {
        for await (const chunk of stream) {
            chunks.push(Buffer.from(chunk.subarray(0, maxBody - size + 1)));
            size += chunk.length;
            if (size > maxBody)
                return soFar(true);
        }
    }
    catch (error) {
        onFailure(soFar(false));
        throw error;
    }
    return soFar(false);
}
const decoded = ({ bytes, truncated }) => ({ body: new TextDecoder().decode(bytes), truncated });

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
    await loadUndici();
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


/***/ }),

/***/ 2292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ removeSecretFolder),
/* harmony export */   s: () => (/* binding */ secretFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



const prefix = 'webhook-reach-check-';
function secretFiles(temporary, remember) {
    return {
        create(files) {
            const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(temporary), `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
            remember(folder);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { mode: 0o700 });
            for (const [name, text] of Object.entries(files))
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), text, { mode: 0o600, flag: 'wx' });
            return folder;
        },
        remove: folder => removeSecretFolder(temporary, folder)
    };
}
function removeSecretFolder(temporary, folder) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) !== (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(temporary) || !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(folder).startsWith(prefix))
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true });
}


/***/ }),

/***/ 650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ writeFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


function writeFile(root, path, text) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path);
    try {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path))
            assertBelow((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place))));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place), { recursive: true });
        const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(place, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o644);
        try {
            writeAll(file, Buffer.from(text));
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
        }
    }
    catch (error) {
        throw new Error(`${path} could not be written: ${reasonOf(error)}`);
    }
    return place;
}
function writeAll(file, bytes) {
    for (let done = 0; done < bytes.length;)
        done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, bytes, done);
}
function nearestExisting(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) ? folder : nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder));
}
function assertBelow(root, folder) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, folder);
    if (below === '..' || below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(below))
        throw new Error('it leads out of the checkout');
}
const reasons = {
    ELOOP: 'a link stands in its place',
    EACCES: 'that is not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EISDIR: 'a folder stands in its place',
    EEXIST: 'a file stands where a folder is needed',
    ENOTDIR: 'a file stands where a folder is needed'
};
const reasonOf = (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};


/***/ }),

/***/ 4999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   _b: () => (/* binding */ mermaidLabel),
/* harmony export */   aY: () => (/* binding */ code)
/* harmony export */ });
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029\ue000]/gu;
const visible = (text) => text.toWellFormed().replace(invisible, escapeOf);
function escapeOf(character) {
    const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\ue000': '…' };
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return (named[character] ??
        (code < 256 ? `\\x${hex.padStart(2, '0')}` : code < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`));
}
const logLine = (text) => {
    const line = visible(text).replaceAll('##[', '# #[');
    return /^\s*::/.test(line) ? `| ${line.trimStart()}` : line;
};
const logLines = (text) => text.split(/\r\n|\r|\n/).map(logLine);
const cut = (text, most) => {
    if (text.length <= most)
        return text;
    return `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
};
const excerptLength = 200;
const excerpt = (text) => cut(visible(text), excerptLength);
const prose = (text) => visible(text)
    .trimStart()
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 === 0 ? plain(piece) : code(piece)))
    .join('');
const plain = (text) => text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*[\]|~$!]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll('://', '\\://')
    .replace(/www\./gi, match => `${match.slice(0, -1)}\\.`)
    .replaceAll('@', '\\@\u2060')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
function code(text, inTable = true) {
    const shown = visible(text);
    if (shown === '')
        return '';
    if (inTable && shown.includes('\\|'))
        return plain(shown);
    const fence = '`'.repeat(longestRun(shown) + 1);
    const inner = /^`|`$|^\s|\s$/.test(shown) ? ` ${shown} ` : shown;
    return `${fence}${inTable ? inner.replaceAll('|', '\\|') : inner}${fence}`;
}
const longestRun = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
function codeBlock(lines, language = '') {
    const shown = lines.map(visible);
    const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
    return [`${fence}${language}`, ...shown, fence];
}
const mermaidLabel = (text) => `"${visible(text).replace(/[^\p{L}\p{N} .,:/()%+_…·✓✗–-]/gu, character => `#${character.codePointAt(0)};`)}"`;


/***/ })

};
