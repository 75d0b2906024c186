import { useSyncExternalStore } from 'react'
import { ago, moment } from './words'

const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  now = Date.now()
  listeners.forEach(listener => listener())
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, 10_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** A moment as its distance from now; its date and time are told on hovering, and to who does not see. */
export function Ago({ at }: { at: string | null }) {
  const seen = useSyncExternalStore(subscribe, () => now)
  return at === null ? (
    <span className='serai-quiet'>never</span>
  ) : (
    <time dateTime={at} title={moment(at)}>
      {ago(at, Math.max(seen, Date.now() - 10_000))}
    </time>
  )
}
