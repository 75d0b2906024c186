import type { Anomaly, AnomalyChart } from '../api/types'
import { path } from '../api/client'
import { useLive } from '../api/useLive'
import { drawn, HEIGHT, quantity, WIDTH } from './chart'

/** The last readings, the band in which they were expected, and what lies outside of it. */
export function Chart({ anomaly }: { anomaly: Anomaly }) {
  const { data } = useLive<AnomalyChart>(path`/anomalies/${anomaly.id}/chart`)
  if (data === undefined || data.points.length < 2) {
    return data === undefined ? null : <p className='serai-quiet'>Its readings are not kept any more.</p>
  }
  return <Drawing anomaly={anomaly} chart={data} />
}

function Drawing({ anomaly: { measure, subject, since, unit, expectedLow, expectedHigh, worst }, chart }: { anomaly: Anomaly; chart: AnomalyChart }) {
  const { line, band, marks, from, highest } = drawn(chart, since)
  const label = `${measure} of ${subject}: expected ${quantity(expectedLow, unit)} to ${quantity(expectedHigh, unit)}, seen ${quantity(worst, unit)}`
  return (
    <figure className='serai-band-figure'>
      <svg className='serai-band' viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role='img' aria-label={label} preserveAspectRatio='none'>
        <title>{label}</title>
        {from !== undefined && <rect x={from} y={0} width={WIDTH - from} height={HEIGHT} className='serai-band-since' />}
        <polygon points={band} className='serai-band-expected' />
        <polyline points={line} className='serai-band-line' />
        {marks.map(({ x, y }) => (
          <line key={x} x1={x} x2={x} y1={y - 4} y2={y + 4} className='serai-band-mark' />
        ))}
      </svg>
      <figcaption className='serai-quiet'>
        up to {quantity(highest, unit)}; shaded: expected; marked: outside of it
      </figcaption>
    </figure>
  )
}
