/** The shapes of the management API that the pages read. */

export type State = 'LIVE' | 'REFUSED' | 'STOPPED' | 'FAILED' | 'ROLLED_BACK'
export type Health = 'UP' | 'DOWN' | 'UNKNOWN'

export interface Finding {
  severity: 'ERROR' | 'WARNING' | 'INFO'
  file: string
  line: number
  column: number
  check: string
  message: string
  hint: string
}

export interface Receipt {
  name: string
  accepted: boolean
  version: number | null
  hash: string
  activeVersion: number | null
  at: string
  findings: Finding[]
}

export interface Integration {
  name: string
  version: number | null
  hash: string
  state: State
  since: string
  source: string
  fileDiffers: boolean
  routes: { id: string; from: string; state: string }[]
  http: string[]
  receipt: Receipt | null
  owner: string | null
  description: string | null
  canary: Canary | null
}

/** A version on probation. */
export interface Canary {
  version: number
  hash: string
  share: number
  since: string
  until: string
  requests: number
  failed: number
  p95Millis: number
}

export interface HistoryEntry {
  version: number
  hash: string
  at: string
  by: string
  active: boolean
  probation: string | null
}

export interface Differences {
  name: string
  from: number
  to: number
  files: { path: string; change: string; diff: string }[]
}

export interface Traffic {
  integration: string
  version: number
  total: number
  failed: number
  inFlight: number
  perSecond: number
  errorRatio: number
  meanMillis: number
  p50Millis: number
  p95Millis: number
  p99Millis: number
  lastExchangeAt: string | null
  series: { stepSeconds: number; perSecond: number[]; failedPerSecond: number[]; p95Millis: number[] }
  routes: { id: string; total: number; failed: number; inFlight: number; meanMillis: number; lastExchangeAt: string | null }[]
}

export type NodeKind = 'integration' | 'connection' | 'external' | 'event' | 'service'

export interface TopologyNode {
  id: string
  kind: NodeKind
  label: string
  state: string
  version: number | null
  health: Health
  url: string | null
}

export interface TopologyEdge {
  from: string
  to: string
  via: string
  total: number
  failed: number
  perSecond: number
  failedPerSecond: number
}

/** A kind of system that connections can be made to. */
export interface Connector {
  name: string
  title: string
  description: string
  connects: boolean
  parameters: ConnectorParameter[]
}

export interface ConnectorParameter {
  name: string
  type: 'string' | 'integer' | 'number' | 'boolean'
  description: string
  defaultValue: string | null
  required: boolean
  secret: boolean
  unit: string
  example: string
}

export interface Topology {
  nodes: TopologyNode[]
  edges: TopologyEdge[]
}

export interface Connection {
  name: string
  connector: string
  title: string
  health: Health
  latencyMillis: number | null
  lastSuccess: string | null
  lastFailure: string | null
  error: string | null
  usedBy: string[]
  circuit: 'closed' | 'open' | 'half-open' | null
  change: ConnectionChange | null
}

/** What came of the newest change of a connection's file while Serai ran. */
export interface ConnectionChange {
  accepted: boolean
  at: string
  findings: Finding[]
  switched: string[]
}

export interface Alert {
  id: string
  severity: 'critical' | 'warning' | 'info'
  kind: string
  subject: string
  integration: string | null
  since: string
  message: string
  hint: string
}

/** A measure of a route or a connection that is not, or was not, where it was expected. */
export interface Anomaly {
  id: number
  state: 'open' | 'acknowledged' | 'ended'
  kind: 'route' | 'connection' | 'system'
  subject: string
  integration: string | null
  measure: string
  unit: string
  expectedLow: number
  expectedHigh: number
  seen: number
  worst: number
  score: number
  since: string
  until: string | null
  ended: string
  rhythm: 'week' | 'day' | 'none'
  message: string
  causes: { kind: string; text: string; advice: string }[]
  acknowledgedBy: string | null
  acknowledgedAt: string | null
  note: string | null
}

export interface AnomalyChart {
  bucketSeconds: number
  points: { at: string; value: number; low: number | null; high: number | null; score: number }[]
}

export interface AnomalySeries {
  kind: string
  subject: string
  measure: string
  state: 'learning' | 'watching' | 'anomalous'
  readings: number
  learning: number
  rhythm: 'week' | 'day' | 'none'
}

export interface AuditRecord {
  number: number
  at: string
  actor: string
  means: string
  address: string
  action: string
  subject: string
  outcome: 'DONE' | 'REFUSED' | 'DENIED' | 'FAILED'
  detail: string
}

export interface AuditPage {
  records: AuditRecord[]
  next: number | null
}

export interface AuditVerdict {
  valid: boolean
  records: number
  firstWrong: number | null
  reason: string | null
}

export interface ExchangeSummary {
  id: string
  exchangeId: string
  route: string
  version: number
  kind: 'FAILED' | 'SLOW'
  startedAt: string
  durationMillis: number
  traceId: string | null
  cause: string | null
  stepCount: number
}

export interface ExchangeStep {
  route: string
  node: string
  label: string
  startedMillis: number
  durationMillis: number
  failed: boolean
  headers: Record<string, string>
  body: string | null
}

export interface Exchange extends ExchangeSummary {
  steps: ExchangeStep[]
}

export type Permission = 'view' | 'read-messages' | 'operate' | 'deploy' | 'audit' | 'administer'

export interface Session {
  name: string
  means: string
  roles: string[]
  permissions: Permission[]
}
