import { SELDOM_MILLIS } from './poller'
import type { Permission, Session } from './types'
import { useLive } from './useLive'

/** Whether the person who looks may do that. Nobody may anything until the API has said who looks. */
export function usePermission(permission: Permission): boolean {
  const { data } = useLive<Session>('/session', SELDOM_MILLIS)
  return data?.permissions.includes(permission) ?? false
}
