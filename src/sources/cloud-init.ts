import { MappedText } from '../text/mapped-text.ts'
import { child, itemsOf, textOf, textsOf, type YamlNode } from '../text/yaml.ts'
import type { Frame, Shell } from './frame.ts'

/** True for what a server is given at its first start (cloudinit.readthedocs.io, cloud config). */
export const isCloudInit = (text: string): boolean => /^(?:#cloud-config\b|(?:write_files|runcmd):)/m.test(text)

/** Writes the files and runs the commands of a cloud config, which its first start does once. */
export function readCloudInit(root: YamlNode | null, shell: Shell, frame: Frame): void {
  for (const file of itemsOf(child(root, 'write_files'))) {
    const [path, content] = [textOf(child(file, 'path')), textOf(child(file, 'content'))]
    // Encoded ones are base64 or gzip.
    if (path === null || content === null || child(file, 'encoding') !== null) continue
    shell.recorder.wrote(path.text, content, textOf(child(file, 'append'))?.text === 'true')
  }
  for (const command of [...itemsOf(child(root, 'bootcmd')), ...itemsOf(child(root, 'runcmd'))]) {
    const words = textsOf(command)
    const script = words[1]?.text === '-c' ? words.slice(2, 3) : words
    if (words.length > 0)
      shell.run(MappedText.join(script.flatMap(word => [word, MappedText.standingFor(word, ' ')])), frame)
  }
}
