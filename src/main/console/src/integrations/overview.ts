import type { Integration, State, Traffic } from '../api/types'

export interface Row {
  integration: Integration
  traffic: Traffic | undefined
}

export type Column = 'name' | 'state' | 'version' | 'traffic' | 'errors' | 'latency' | 'owner'

export interface Selection {
  text: string
  state: State | ''
  column: Column
  descending: boolean
}

/** What needs a person stands first. */
const URGENCY: State[] = ['REFUSED', 'FAILED', 'ROLLED_BACK', 'STOPPED', 'LIVE']

const byColumn: Record<Column, (row: Row) => string | number> = {
  name: row => row.integration.name,
  state: row => URGENCY.indexOf(row.integration.state),
  version: row => row.integration.version ?? 0,
  traffic: row => row.traffic?.perSecond ?? 0,
  errors: row => row.traffic?.errorRatio ?? 0,
  latency: row => row.traffic?.p95Millis ?? 0,
  owner: row => row.integration.owner ?? '\uffff',
}

/** An integration is told to be refused while its newest receipt is, also when a person had stopped it. */
export const isRefused = ({ state, receipt }: Integration) => state === 'REFUSED' || state === 'FAILED' || receipt?.accepted === false

export function rows(integrations: Integration[], traffic: Traffic[]): Row[] {
  const byName = new Map(traffic.map(one => [one.integration, one]))
  return integrations.map(integration => ({ integration, traffic: byName.get(integration.name) }))
}

/** Every word of the text has to be found in the name, the owner, the description, a path or a route. */
export function matches({ integration }: Row, text: string): boolean {
  const { name, version, owner, description, http, routes } = integration
  const hay = [`${name}@${version ?? ''}`, owner, description, ...http, ...routes.flatMap(route => [route.id, route.from])].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every(word => hay.includes(word))
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b)
}

export function select(all: Row[], { text, state, column, descending }: Selection): Row[] {
  const key = byColumn[column]
  const sign = descending ? -1 : 1
  return all
    .filter(row => (state === '' || row.integration.state === state) && matches(row, text))
    .sort((a, b) => sign * compare(key(a), key(b)) || a.integration.name.localeCompare(b.integration.name))
}
