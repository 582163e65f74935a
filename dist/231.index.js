export const id = 231;
export const ids = [231];
export const modules = {

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ rememberSecrets),
/* harmony export */   isPostStep: () => (/* binding */ isPostStep)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1659);
/* harmony import */ var _secret_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2292);



const state = { ran: 'main-step-ran', secrets: 'secret-folder' };
const rememberSecrets = (folder) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(state.secrets, folder);
function isPostStep() {
    if (_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(state.ran) === '') {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(state.ran, 'true');
        return false;
    }
    (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_2__/* .removeSecretFolder */ .T)(env('RUNNER_TEMP') || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(state.secrets));
    return true;
}
const env = (name) => process.env[name] ?? '';


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


/***/ })

};
