import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Problem } from './api/client'
import { EVERY_MILLIS, pause, Poller } from './api/poller'
import { answering, Refusal, type Answers, type Asked } from './fixture/server'

let answers: Answers
let asked: Asked[]

beforeEach(() => {
  vi.useFakeTimers()
  answers = { '/alerts': [] }
  asked = answering(answers)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis)

it('asks once for all who look at a path, again every two seconds, and no more when nobody looks', async () => {
  const poller = new Poller()
  const leave = [poller.subscribe('/alerts', () => {}), poller.subscribe('/alerts', () => {})]
  await pass(EVERY_MILLIS * 3 + 100)
  expect(asked.length).toBe(4)

  leave.forEach(one => one())
  await pass(EVERY_MILLIS * 10)
  expect(asked.length).toBe(4)
})

it('rests while the page is hidden, and asks at once when it is seen again', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
  const poller = new Poller()
  const leave = poller.subscribe('/alerts', () => {})
  await pass(100)
  hidden.mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  await pass(60_000)
  expect(asked.length).toBe(1)

  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  await pass(100)
  expect(asked.length).toBe(2)
  leave()
})

it('tells nobody when nothing has changed', async () => {
  const poller = new Poller()
  const told = vi.fn()
  const leave = poller.subscribe('/alerts', told)
  await pass(EVERY_MILLIS * 4)
  expect(told).toHaveBeenCalledTimes(1)
  leave()
})

it('keeps what it knew while the server is ill, and drops it when it may not be seen any more', async () => {
  const poller = new Poller()
  const leave = poller.subscribe('/alerts', () => {})
  await pass(100)
  answers['/alerts'] = new Refusal(503, 'not now')
  await pass(EVERY_MILLIS + 500)
  expect(poller.live('/alerts')).toMatchObject({ data: [], problem: { status: 503 } })

  answers['/alerts'] = new Refusal(403, 'not you')
  await poller.refresh('/alerts')
  expect(poller.live('/alerts')).toMatchObject({ data: undefined, problem: { status: 403 } })
  leave()
})

it('waits longer after each failure, and longest for what is refused', () => {
  const ill = new Problem(503, '', '')
  expect([1, 2, 3, 9].map(failures => pause(failures, ill))).toEqual([4_000, 8_000, 16_000, 60_000])
  expect(pause(1, new Problem(403, '', ''))).toBe(16_000)
})
