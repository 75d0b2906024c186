import type { NodeKind, Topology, TopologyEdge, TopologyNode } from '../api/types'
import { links } from '../shared/links'
import { count, rate } from '../shared/words'

export const KINDS: Record<NodeKind, string> = {
  integration: 'integration',
  connection: 'connection',
  external: 'external system',
  event: 'event',
  service: 'service',
}

export const isFailing = (edge: TopologyEdge) => edge.failedPerSecond > 0

export function tone({ health, state }: TopologyNode): 'good' | 'bad' | 'warn' | 'plain' {
  if (health === 'DOWN' || state === 'FAILED') {
    return 'bad'
  }
  if (state === 'REFUSED' || state === 'ROLLED_BACK') {
    return 'warn'
  }
  return health === 'UP' ? 'good' : 'plain'
}

/** The page about what a node stands for, if there is one. */
export function target({ id, kind }: TopologyNode): string | undefined {
  const name = id.slice(id.indexOf(':') + 1)
  return kind === 'integration' ? links.integration(name) : kind === 'connection' ? links.connections : undefined
}

export function detail(edge: TopologyEdge): string {
  const failing = edge.failed > 0 ? `, ${count(edge.failed)} failed${isFailing(edge) ? `, failing now at ${rate(edge.failedPerSecond)}` : ''}` : ''
  return `${count(edge.total)} messages, ${rate(edge.perSecond)} now${failing}`
}

/** A node in words, with how much it is joined to. */
export function describe(node: TopologyNode, { edges }: Topology): string {
  const into = edges.filter(edge => edge.to === node.id).length
  const out = edges.filter(edge => edge.from === node.id).length
  const health = node.health === 'UNKNOWN' ? '' : `, ${node.health.toLowerCase()}`
  const state = node.kind === 'integration' ? `, ${node.state.toLowerCase().replace('_', ' ')}` : ''
  return `${KINDS[node.kind]} ${node.label}${node.version === null ? '' : ` version ${node.version}`}${state}${health}; ${into} in, ${out} out`
}
