import dagre from '@dagrejs/dagre'
import type { Topology, TopologyEdge, TopologyNode } from '../api/types'

export const NODE_WIDTH = 190
export const NODE_HEIGHT = 52

export interface Placed {
  width: number
  height: number
  nodes: { node: TopologyNode; x: number; y: number }[]
  edges: { edge: TopologyEdge; d: string; middle: { x: number; y: number } }[]
}

type Point = { x: number; y: number }

/** What the layout depends on; figures come and go without moving anything. */
export const shape = ({ nodes, edges }: Topology) => JSON.stringify([nodes.map(node => node.id), edges.map(edge => [edge.from, edge.to, edge.via])])

const key = (edge: TopologyEdge) => `${edge.from}\n${edge.to}\n${edge.via}`

/** A curve through the points that the layout gives. */
function curve(points: Point[]): string {
  const [first, ...rest] = points
  if (!first) {
    return ''
  }
  const inner = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] ?? point
    return `Q${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}`
  })
  const last = rest[rest.length - 1] ?? first
  return `M${first.x},${first.y} ${inner.join(' ')} L${last.x},${last.y}`
}

/** Places every node in layers from where messages come to where they go. */
export function layout({ nodes, edges }: Topology): Placed {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 64, marginx: 12, marginy: 12 })
  nodes.forEach(({ id }) => graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT }))
  const known = edges.filter(({ from, to }) => graph.hasNode(from) && graph.hasNode(to))
  known.forEach(edge => graph.setEdge(edge.from, edge.to, {}, key(edge)))
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    nodes: nodes.map(node => ({ node, x: graph.node(node.id).x, y: graph.node(node.id).y })),
    edges: known.map(edge => {
      const { points } = graph.edge({ v: edge.from, w: edge.to, name: key(edge) }) as { points: Point[] }
      return { edge, d: curve(points), middle: points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 } }
    }),
  }
}

/** The nodes that fit the text and their neighbours, with what joins them. */
export function narrow(topology: Topology, text: string): Topology {
  const words = text.trim().toLowerCase()
  if (words === '') {
    return topology
  }
  const hits = new Set(topology.nodes.filter(node => `${node.kind} ${node.label}`.toLowerCase().includes(words)).map(node => node.id))
  const edges = topology.edges.filter(edge => hits.has(edge.from) || hits.has(edge.to))
  const shown = new Set([...hits, ...edges.flatMap(edge => [edge.from, edge.to])])
  return { nodes: topology.nodes.filter(node => shown.has(node.id)), edges }
}
