import { Label } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { Link } from 'react-router-dom'
import type { Topology, TopologyNode } from '../api/types'
import { count, rate } from '../shared/words'
import { isFailing, KINDS, target } from './meaning'

/** The graph in words: every edge, the failing ones first, then by traffic; and what is joined to nothing. */
export function EdgeTable({ topology }: { topology: Topology }) {
  const nodes = new Map(topology.nodes.map(node => [node.id, node]))
  const edges = [...topology.edges].sort((a, b) => b.failedPerSecond - a.failedPerSecond || b.perSecond - a.perSecond || b.total - a.total)
  const joined = new Set(edges.flatMap(edge => [edge.from, edge.to]))
  const alone = topology.nodes.filter(node => !joined.has(node.id))
  return (
    <>
      <Table aria-label='Topology' variant='compact' gridBreakPoint='grid-md' className='serai-table'>
        <Thead>
          <Tr>
            {['From', 'To', 'Via', 'Messages', 'Now', 'Failed', 'State'].map(title => (
              <Th key={title}>{title}</Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {edges.map(edge => (
            <Tr key={edge.from + edge.to + edge.via}>
              <Td dataLabel='From'>
                <Name node={nodes.get(edge.from)} />
              </Td>
              <Td dataLabel='To'>
                <Name node={nodes.get(edge.to)} />
              </Td>
              <Td dataLabel='Via'>
                <code>{edge.via}</code>
              </Td>
              <Td dataLabel='Messages'>{count(edge.total)}</Td>
              <Td dataLabel='Now'>{rate(edge.perSecond)}</Td>
              <Td dataLabel='Failed'>{count(edge.failed)}</Td>
              <Td dataLabel='State'>
                {isFailing(edge) ? (
                  <Label isCompact status='danger'>
                    failing {rate(edge.failedPerSecond)}
                  </Label>
                ) : edge.perSecond > 0 ? (
                  <Label isCompact status='success'>
                    flowing
                  </Label>
                ) : (
                  <Label isCompact variant='outline'>
                    quiet
                  </Label>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {alone.length > 0 && (
        <p className='serai-gap serai-list'>
          <span>Joined to nothing:</span>
          {alone.map(node => (
            <Name key={node.id} node={node} />
          ))}
        </p>
      )}
    </>
  )
}

function Name({ node }: { node: TopologyNode | undefined }) {
  if (!node) {
    return <>–</>
  }
  const to = target(node)
  return (
    <span>
      {to ? <Link to={to}>{node.label}</Link> : node.label} <span className='serai-quiet'>{KINDS[node.kind]}</span>
    </span>
  )
}
