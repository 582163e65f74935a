export const id = 612;
export const ids = [612];
export const modules = {

/***/ 1612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mend: () => (/* binding */ mend)
/* harmony export */ });
async function mend(folder, wanted, lint, inputs, host) {
    const { makeFix } = await Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(256), __webpack_require__.e(162)]).then(__webpack_require__.bind(__webpack_require__, 6162));
    const [first] = inputs.webhookUrl;
    const url = first === undefined ? null : new URL(first);
    const port = wanted.port ?? portFound(lint);
    if (port === null)
        return null;
    const findings = lint?.findings ?? [];
    const files = makeFix({
        domain: wanted.domain ?? url?.hostname ?? null,
        proxy: wanted.proxy ?? proxyFound(lint),
        port,
        path: url?.pathname ?? '/webhooks/stripe',
        healthPath: inputs.healthUrl === null ? '/health' : new URL(inputs.healthUrl, 'https://your-domain.com').pathname,
        service: inputs.container ?? lint?.containers.find(({ role }) => role === 'app')?.name ?? null,
        onlyWebhook: wanted.onlyWebhook,
        findings
    }, path => {
        const read = host.files.read(path);
        return read !== null && 'text' in read ? read.text : null;
    });
    return files.map(({ path, text }) => host.write(`${folder}/${path}`, text));
}
function portFound(lint) {
    const published = [
        ...(lint?.onLoopback ?? []),
        ...(lint?.containers ?? []).flatMap(({ role, publications }) => (role === 'app' ? publications : []))
    ];
    const ports = published.map(({ mapping }) => mapping.hostPorts).find(ports => typeof ports !== 'string');
    return typeof ports === 'object' ? ports.first : (lint?.portsBehindProxy[0] ?? null);
}
const proxyFound = (lint) => lint?.routes.some(({ proxy }) => proxy === 'caddy') ? 'caddy' : 'nginx';


/***/ })

};
