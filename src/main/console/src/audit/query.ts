export interface AuditFilter {
  actor: string
  action: string
  subject: string
  outcome: string
  from: string
  to: string
}

export const NO_FILTER: AuditFilter = { actor: '', action: '', subject: '', outcome: '', from: '', to: '' }
const LIMIT = 50

/** The path of a page of the trail; days of the filter are whole days where the person sits. */
export function auditPath(filter: AuditFilter, before: number | null): string {
  const query = new URLSearchParams({ limit: String(LIMIT) })
  for (const key of ['actor', 'action', 'subject', 'outcome'] as const) {
    if (filter[key].trim()) {
      query.set(key, filter[key].trim())
    }
  }
  if (filter.from) {
    query.set('from', new Date(`${filter.from}T00:00:00`).toISOString())
  }
  if (filter.to) {
    query.set('to', new Date(`${filter.to}T23:59:59.999`).toISOString())
  }
  if (before !== null) {
    query.set('before', String(before))
  }
  return `/audit?${query.toString()}`
}
