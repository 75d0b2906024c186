import type { ReactNode } from 'react'

const WIDTH = 96
const HEIGHT = 24

export function points(values: number[], highest: number): string {
  const step = WIDTH / Math.max(1, values.length - 1)
  return values.map((value, i) => `${(i * step).toFixed(1)},${(HEIGHT - 2 - (value / highest) * (HEIGHT - 4)).toFixed(1)}`).join(' ')
}

/** A small line of the last minutes. What it shows is also told in words. */
export function Sparkline({ values, what, unit }: { values: number[]; what: string; unit: (value: number) => string }): ReactNode {
  const highest = Math.max(...values, 0)
  if (highest <= 0) {
    return <span className='serai-quiet'>no traffic</span>
  }
  const label = `${what}: now ${unit(values[values.length - 1] ?? 0)}, highest ${unit(highest)}`
  return (
    <svg className='serai-sparkline' viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role='img' aria-label={label} preserveAspectRatio='none'>
      <title>{label}</title>
      <polygon points={`0,${HEIGHT} ${points(values, highest)} ${WIDTH},${HEIGHT}`} className='serai-sparkline-area' />
      <polyline points={points(values, highest)} className='serai-sparkline-line' />
    </svg>
  )
}
