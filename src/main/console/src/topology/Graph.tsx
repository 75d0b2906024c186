import { useMemo, type KeyboardEvent } from 'react'
import type { Topology, TopologyEdge, TopologyNode } from '../api/types'
import { count, rate } from '../shared/words'
import { Zoomed } from './Zoomed'
import { layout, NODE_HEIGHT, NODE_WIDTH, shape, type Placed } from './layout'
import { describe, detail, isFailing, KINDS, target, tone } from './meaning'

interface Drawn {
  topology: Topology
  chosen: string | undefined
  choose: (id: string | undefined) => void
  open: (where: string) => void
}

const WIDEST = 5

/** Wider where more flows; a quiet edge is thin. */
const thickness = (edge: TopologyEdge, most: number) => 1.5 + (most > 0 ? (edge.perSecond / most) * WIDEST : 0)

/** The drawn graph. What it shows also stands in the table. */
export function Graph({ topology, chosen, choose, open }: Drawn) {
  const moved = shape(topology)
  // eslint-disable-next-line react-hooks/exhaustive-deps -- figures change every two seconds, places only with the shape
  const placed: Placed = useMemo(() => layout(topology), [moved])
  const nodes = new Map(topology.nodes.map(node => [node.id, node]))
  const edges = new Map(topology.edges.map(edge => [edge.from + '\n' + edge.to + '\n' + edge.via, edge]))
  const most = Math.max(0, ...topology.edges.map(edge => edge.perSecond))
  const beside = neighbours(topology, chosen)
  const dim = (ids: string[]) => (chosen !== undefined && !ids.every(id => beside.has(id)) ? ' serai-dim' : '')
  return (
    <Zoomed width={placed.width} height={placed.height}>
      <svg width='100%' height='100%' viewBox={`0 0 ${placed.width} ${placed.height}`} role='group' aria-label='Topology'>
        <Arrows />
        {placed.edges.map(({ edge: at, d, middle }) => {
          const edge = edges.get(at.from + '\n' + at.to + '\n' + at.via) ?? at
          return (
            <g key={at.from + at.to + at.via} className={`serai-edge serai-edge-${isFailing(edge) ? 'failing' : edge.perSecond > 0 ? 'busy' : 'quiet'}${dim([at.from, at.to])}`}>
              <title>{`${detail(edge)}, via ${edge.via}`}</title>
              <path d={d} strokeWidth={thickness(edge, most)} markerEnd={`url(#serai-arrow-${isFailing(edge) ? 'failing' : 'plain'})`} />
              {edge.perSecond > 0 && (
                <text x={middle.x} y={middle.y - 6} textAnchor='middle'>
                  {rate(edge.perSecond)}
                </text>
              )}
            </g>
          )
        })}
        {placed.nodes.map(({ node: at, x, y }) => (
          <Node key={at.id} node={nodes.get(at.id) ?? at} x={x} y={y} topology={topology} className={dim([at.id])} choose={choose} open={open} isChosen={chosen === at.id} />
        ))}
      </svg>
    </Zoomed>
  )
}

function neighbours({ edges }: Topology, chosen: string | undefined): Set<string> {
  const joined = edges.filter(edge => edge.from === chosen || edge.to === chosen)
  return new Set([...(chosen === undefined ? [] : [chosen]), ...joined.flatMap(edge => [edge.from, edge.to])])
}

function Arrows() {
  return (
    <defs>
      {['plain', 'failing'].map(kind => (
        <marker key={kind} id={`serai-arrow-${kind}`} viewBox='0 0 8 8' refX='7' refY='4' markerWidth='12' markerHeight='12' markerUnits='userSpaceOnUse' orient='auto'>
          <path d='M0,0 L8,4 L0,8 z' className={`serai-arrow-${kind}`} />
        </marker>
      ))}
    </defs>
  )
}

interface DrawnNode {
  node: TopologyNode
  x: number
  y: number
  topology: Topology
  className: string
  isChosen: boolean
  choose: (id: string | undefined) => void
  open: (where: string) => void
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** A node: a click or the space bar shows what it is joined to, a second one or Enter opens its page. */
function Node({ node, x, y, topology, className, isChosen, choose, open }: DrawnNode) {
  const to = target(node)
  const press = () => (isChosen && to ? open(to) : choose(isChosen ? undefined : node.id))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (event.key === 'Enter' && to) {
        open(to)
      } else {
        press()
      }
    } else if (event.key === 'Escape') {
      choose(undefined)
    }
  }
  const busy = topology.edges.filter(edge => edge.to === node.id || edge.from === node.id).reduce((sum, edge) => sum + edge.total, 0)
  return (
    <g
      role='button'
      tabIndex={0}
      aria-label={describe(node, topology)}
      aria-pressed={isChosen}
      className={`serai-node serai-node-${tone(node)}${isChosen ? ' serai-node-chosen' : ''}${className}`}
      transform={`translate(${x - NODE_WIDTH / 2},${y - NODE_HEIGHT / 2})`}
      onClick={press}
      onKeyDown={onKeyDown}
    >
      <title>{describe(node, topology)}</title>
      <rect width={NODE_WIDTH} height={NODE_HEIGHT} rx={node.kind === 'integration' ? 6 : 24} className='serai-node-box' />
      <rect x={node.kind === 'integration' ? 0 : 14} y={node.kind === 'integration' ? 0 : 20} width={node.kind === 'integration' ? 6 : 12} height={node.kind === 'integration' ? NODE_HEIGHT : 12} rx={node.kind === 'integration' ? 3 : 6} className='serai-node-mark' />
      <text x={node.kind === 'integration' ? 18 : 34} y='22' className='serai-node-label'>
        {cut(node.version === null ? node.label : `${node.label}@${node.version}`, node.kind === 'integration' ? 20 : 18)}
      </text>
      <text x={node.kind === 'integration' ? 18 : 34} y='40' className='serai-node-kind'>
        {KINDS[node.kind]} {busy > 0 ? `· ${count(busy)}` : ''}
      </text>
    </g>
  )
}
