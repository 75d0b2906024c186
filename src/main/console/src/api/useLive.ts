import { useCallback, useSyncExternalStore } from 'react'
import { EVERY_MILLIS, poller, type Live } from './poller'

export interface LiveWithRetry<T> extends Live<T> {
  refresh: () => Promise<void>
}

/** What the API says at a path, kept up to date while the component is shown. */
export function useLive<T>(where: string, everyMillis = EVERY_MILLIS): LiveWithRetry<T> {
  const subscribe = useCallback((listener: () => void) => poller.subscribe(where, listener, everyMillis), [where, everyMillis])
  const live = useSyncExternalStore(subscribe, () => poller.live(where)) as Live<T>
  const refresh = useCallback(() => poller.refresh(where), [where])
  return { ...live, refresh }
}
