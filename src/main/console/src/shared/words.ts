const SHORT = new Intl.NumberFormat('en', { maximumFractionDigits: 1, notation: 'compact' })

/** 0, 0.4, 12, 1.2K. */
export const count = (value: number) => SHORT.format(value)

/** 0.4/s; a rate that is not nothing never reads as nothing. */
export const rate = (perSecond: number) => (perSecond > 0 && perSecond < 0.05 ? '<0.1' : count(perSecond)) + '/s'

export function percent(ratio: number): string {
  const value = ratio * 100
  return value > 0 && value < 0.1 ? '<0.1 %' : `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} %`
}

export function millis(value: number): string {
  if (value >= 60_000) {
    return `${Math.round(value / 6_000) / 10} min`
  }
  return value >= 1_000 ? `${Math.round(value / 100) / 10} s` : `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ms`
}

/** How long ago a moment was, as people say it. */
export function ago(at: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1_000))
  if (seconds < 10) {
    return 'just now'
  }
  const [value, unit] =
    seconds < 60 ? [seconds, 's'] : seconds < 3_600 ? [seconds / 60, 'min'] : seconds < 86_400 ? [seconds / 3_600, 'h'] : [seconds / 86_400, 'd']
  return `${Math.floor(value)} ${unit} ago`
}

export const moment = (at: string) =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

export const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
