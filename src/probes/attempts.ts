import type { Spell } from '../model/hop.ts'

/** The rounds so far, each as its diagnosis. */
export class Attempts {
  readonly #ended: { readonly diagnosis: string; readonly at: number }[] = []

  add(diagnosis: string, at: number): void {
    this.#ended.push({ diagnosis, at })
  }

  get count(): number {
    return this.#ended.length
  }

  /** Rounds in a row that came to this, counted from the last. */
  inARow(isSo: (diagnosis: string) => boolean): number {
    const other = this.#ended.findLastIndex(({ diagnosis }) => !isSo(diagnosis))
    return this.#ended.length - 1 - other
  }

  get passes(): number {
    return this.inARow(isPass)
  }

  get failures(): number {
    return this.inARow(diagnosis => !isPass(diagnosis))
  }

  /** Rounds of one kind in a row, drawn together. */
  get history(): Spell[] {
    const spells: Spell[] = []
    for (const { diagnosis, at } of this.#ended) {
      const last = spells.at(-1)
      if (last?.diagnosis === diagnosis) spells[spells.length - 1] = { ...last, rounds: last.rounds + 1 }
      else spells.push({ diagnosis, rounds: 1, since: Math.round(at) })
    }
    return spells
  }

  /**
   * True where neither enough passes nor enough failures came in a row: passes that broke off again and again, or once
   * and just now.
   */
  isFlapping(stable: number): boolean {
    const passesBroken = this.#ended.filter(
      ({ diagnosis }, index) => !isPass(diagnosis) && index > 0 && isPass(this.#ended[index - 1]?.diagnosis ?? '')
    ).length
    return passesBroken > 1 || (passesBroken === 1 && this.failures < Math.max(stable, 3))
  }
}

const isPass = (diagnosis: string): boolean => diagnosis === 'ok'
