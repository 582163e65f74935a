/** True where a workflow runner started us: it names its folders, or hands over inputs. */
export const isRunner = (): boolean =>
  Object.keys(process.env).some(
    name => name === 'GITHUB_ACTIONS' || name === 'GITHUB_WORKSPACE' || name.startsWith('INPUT_')
  )
