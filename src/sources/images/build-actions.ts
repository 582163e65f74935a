import type { MappedText } from '../../text/mapped-text.ts'
import type { Recorder } from '../frame.ts'
import { joinPath } from '../path.ts'

/** Records what docker/build-push-action builds; docker/metadata-action gives it its names where its tags are an output. */
export function recordBuildStep(uses: string, inputs: ReadonlyMap<string, MappedText>, recorder: Recorder): void {
  const action = uses.replace(/@.*$/, '').toLowerCase()
  const list = (name: string): string[] =>
    (inputs.get(name)?.text ?? '').split(/[\n,]/).flatMap(item => (item.trim() === '' ? [] : [item.trim()]))
  if (action === 'docker/metadata-action') recorder.namedImages(list('images'))
  if (action !== 'docker/build-push-action') return
  const context = inputs.get('context')
  const file = inputs.get('file')
  if (context?.hasHoles === true || file?.hasHoles === true || /:\/\//.test(context?.text ?? '')) return
  recorder.built({
    names: list('tags'),
    context: joinPath('.', context?.text.trim() ?? '.'),
    dockerfile: file === undefined ? null : joinPath('.', file.text.trim()),
    inline: null,
    target: inputs.get('target')?.text.trim() ?? null,
    args: new Map(
      list('build-args').flatMap(arg => {
        const equals = arg.indexOf('=')
        return equals === -1 ? [] : [[arg.slice(0, equals), arg.slice(equals + 1)] as const]
      })
    )
  })
}
