import { asProblem, fetchText, type Problem } from './client'

/** What is known of one path: nothing yet, data, a problem, or data that is older than the problem. */
export interface Live<T> {
  data: T | undefined
  problem: Problem | undefined
}

const NOTHING: Live<never> = { data: undefined, problem: undefined }
export const EVERY_MILLIS = 2_000
/** For what seldom changes, or never. */
export const SELDOM_MILLIS = 30_000
const SLOWEST_MILLIS = 60_000

class Feed {
  readonly listeners = new Set<() => void>()
  everyMillis = EVERY_MILLIS
  live: Live<unknown> = NOTHING
  private text = ''
  private failures = 0
  private dueAt = 0
  private asking: Promise<void> | undefined

  constructor(private readonly where: string) {}

  isDue(now: number): boolean {
    return this.listeners.size > 0 && this.asking === undefined && now >= this.dueAt
  }

  ask(): Promise<void> {
    this.asking ??= this.answered().finally(() => (this.asking = undefined))
    return this.asking
  }

  private async answered(): Promise<void> {
    try {
      const text = await fetchText(this.where)
      this.failures = 0
      this.dueAt = Date.now() + this.everyMillis
      if (text !== this.text || this.live.problem !== undefined) {
        this.tell(text === this.text ? this.live.data : JSON.parse(text), undefined)
        this.text = text
      }
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.failures++
      this.dueAt = Date.now() + pause(this.failures, problem)
      // What may not be seen any more is not shown any more.
      const data = problem.status === 0 || problem.status >= 500 ? this.live.data : undefined
      this.text = data === undefined ? '' : this.text
      this.tell(data, problem)
    }
  }

  private tell(data: unknown, problem: Problem | undefined) {
    this.live = { data, problem }
    this.listeners.forEach(listener => listener())
  }
}

/** Twice as long after each failure; what is refused or not there is asked for seldom. */
export function pause(failures: number, problem: Problem): number {
  const settled = problem.status >= 400 && problem.status < 500
  return Math.min(SLOWEST_MILLIS, EVERY_MILLIS * 2 ** (settled ? failures + 2 : failures))
}

/** One timer for all pages: asks for every path that somebody looks at, and rests while nobody sees the page. */
export class Poller {
  private readonly feeds = new Map<string, Feed>()
  private timer: ReturnType<typeof setInterval> | undefined

  constructor() {
    document.addEventListener('visibilitychange', () => this.visibility())
  }

  subscribe(where: string, listener: () => void, everyMillis = EVERY_MILLIS): () => void {
    const feed = this.feed(where)
    feed.everyMillis = everyMillis
    feed.listeners.add(listener)
    this.visibility()
    return () => {
      feed.listeners.delete(listener)
      this.forget(where, feed)
    }
  }

  live(where: string): Live<unknown> {
    return this.feeds.get(where)?.live ?? NOTHING
  }

  /** Asks at once, after an action or because a person wants to try again. */
  async refresh(where: string): Promise<void> {
    await this.feeds.get(where)?.ask()
  }

  /** Forgets everything that nobody looks at. */
  reset() {
    this.feeds.forEach((feed, where) => feed.listeners.size === 0 && this.feeds.delete(where))
    this.visibility()
  }

  private feed(where: string): Feed {
    const known = this.feeds.get(where)
    if (known) {
      return known
    }
    const feed = new Feed(where)
    this.feeds.set(where, feed)
    return feed
  }

  /** What nobody looks at is kept for a moment, so that a change of tabs does not begin with an empty page. */
  private forget(where: string, feed: Feed) {
    setTimeout(() => {
      if (feed.listeners.size === 0) {
        this.feeds.delete(where)
        this.visibility()
      }
    }, EVERY_MILLIS * 5)
  }

  private visibility() {
    const wanted = !document.hidden && [...this.feeds.values()].some(feed => feed.listeners.size > 0)
    if (wanted && this.timer === undefined) {
      this.timer = setInterval(() => this.tick(), EVERY_MILLIS / 4)
    } else if (!wanted && this.timer !== undefined) {
      clearInterval(this.timer)
      this.timer = undefined
    }
    if (wanted) {
      this.tick()
    }
  }

  private tick() {
    const now = Date.now()
    this.feeds.forEach(feed => {
      if (feed.isDue(now)) {
        void feed.ask()
      }
    })
  }
}

export const poller = new Poller()
