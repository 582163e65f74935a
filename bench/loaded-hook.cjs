// Lists the files that a process loads, for loaded.ts: given to Node with --require, which loads nothing itself.
const { registerHooks } = require('node:module')
const { statSync, writeFileSync } = require('node:fs')
const { basename } = require('node:path')
const { fileURLToPath } = require('node:url')

const loaded = new Map()

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) {
      const path = fileURLToPath(url)
      loaded.set(path, { name: basename(path), bytes: statSync(path).size })
    }
    return next(url, context)
  }
})

process.on('exit', () => writeFileSync(process.env.LOADED_LIST, JSON.stringify([...loaded.values()])))
