import { Button } from '@patternfly/react-core'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

const SMALLEST_FIT = 0.7
const STEP = 1.25

/** A drawing as wide as the page, unless it could not be read so; a person may choose another size. */
export function Zoomed({ width, height, children }: { width: number; height: number; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(0)
  const [factor, setFactor] = useState(1)
  useLayoutEffect(() => {
    const measure = () => setRoom(frame.current?.clientWidth ?? 0)
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  const fit = room > 0 && width > 0 ? Math.min(1, Math.max(SMALLEST_FIT, (room - 4) / width)) : 1
  const scale = fit * factor
  return (
    <div>
      {/* The drawing may be larger than the page; the region scrolls with the arrow keys. */}
      <div ref={frame} role='region' tabIndex={0} aria-label='Drawn graph; the table view has the same in words' className='serai-graph'>
        <div style={{ width: width * scale, height: height * scale, margin: 'auto' }}>{children}</div>
      </div>
      <div className='serai-graph-zoom'>
        <Button variant='control' aria-label='Smaller' isDisabled={scale < 0.3} onClick={() => setFactor(factor / STEP)}>
          −
        </Button>
        <Button variant='control' aria-label='Larger' isDisabled={scale > 2} onClick={() => setFactor(factor * STEP)}>
          +
        </Button>
      </div>
    </div>
  )
}
