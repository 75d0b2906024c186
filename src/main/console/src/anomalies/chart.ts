import type { AnomalyChart } from '../api/types'

export const WIDTH = 640
export const HEIGHT = 160
const EDGE = 6

export interface Drawn {
  line: string
  band: string
  marks: { x: number; y: number }[]
  from: number | undefined
  highest: number
}

/** Where everything of a chart lies; the marks are what lies outside the band. */
export function drawn({ points }: AnomalyChart, since: string): Drawn {
  const top = Math.max(1e-9, ...points.map(point => Math.max(point.value, point.high ?? 0)))
  const x = (i: number) => (i / Math.max(1, points.length - 1)) * WIDTH
  const y = (value: number) => HEIGHT - EDGE - (Math.max(0, value) / top) * (HEIGHT - 2 * EDGE)
  const at = (i: number, value: number) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`
  const known = points.flatMap((point, i) => (point.low === null || point.high === null ? [] : [{ i, low: point.low, high: point.high }]))
  const begin = points.findIndex(point => Date.parse(point.at) >= Date.parse(since))
  return {
    line: points.map((point, i) => at(i, point.value)).join(' '),
    band: [...known.map(({ i, high }) => at(i, high)), ...known.reverse().map(({ i, low }) => at(i, low))].join(' '),
    marks: points.flatMap((point, i) =>
      i >= begin && begin >= 0 && point.low !== null && point.high !== null && (point.value < point.low || point.value > point.high)
        ? [{ x: x(i), y: y(point.value) }]
        : [],
    ),
    from: begin > 0 ? x(begin) : undefined,
    highest: top,
  }
}

/** A number with its unit; a ratio in per cent. */
export function quantity(value: number, unit: string): string {
  const shown = unit === '' ? value * 100 : value
  const rounded = Math.abs(shown) >= 100 ? Math.round(shown) : Math.round(shown * 10) / 10
  return `${rounded.toLocaleString('en')} ${unit === '' ? '%' : unit}`
}
