import { SearchInput, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Topology } from '../api/types'
import { useLive } from '../api/useLive'
import { PageTop } from '../shared/PageTop'
import { Empty, Loaded } from '../shared/states'
import { plural } from '../shared/words'
import { EdgeTable } from './EdgeTable'
import { Graph } from './Graph'
import { narrow } from './layout'
import { isFailing } from './meaning'

/** Integrations, connections and the systems around them, and what flows between them. */
export default function TopologyPage() {
  const live = useLive<Topology>('/topology')
  return (
    <Loaded live={live} what='the topology' title='Topology'>
      {topology =>
        topology.nodes.length === 0 ? (
          <>
            <PageTop title='Topology' />
            <Empty title='Nothing to draw yet'>Deploy an integration; what it is joined to appears here.</Empty>
          </>
        ) : (
          <Views topology={topology} />
        )
      }
    </Loaded>
  )
}

function summary({ nodes, edges }: Topology): string {
  const failing = edges.filter(isFailing).length
  return `${plural(nodes.length, 'node')}, ${plural(edges.length, 'edge')}${failing > 0 ? `, ${failing} failing` : ''}. Wider is busier, red is failing.`
}

function Views({ topology }: { topology: Topology }) {
  const [view, setView] = useState<'graph' | 'table'>('graph')
  const [text, setText] = useState('')
  const [chosen, choose] = useState<string>()
  const navigate = useNavigate()
  const shown = narrow(topology, text)
  return (
    <>
      <PageTop title='Topology'>{summary(topology)}</PageTop>
      <div className='serai-buttons serai-gap-below'>
        <SearchInput className='serai-search' aria-label='Filter the topology' placeholder='Name or kind' value={text} onChange={(_event, to) => setText(to)} onClear={() => setText('')} />
        <ToggleGroup aria-label='View'>
          <ToggleGroupItem text='Graph' buttonId='graph' isSelected={view === 'graph'} onChange={() => setView('graph')} />
          <ToggleGroupItem text='Table' buttonId='table' isSelected={view === 'table'} onChange={() => setView('table')} />
        </ToggleGroup>
      </div>
      {shown.nodes.length === 0 ? (
        <Empty title='Nothing fits the filter' />
      ) : view === 'graph' ? (
        <Graph topology={shown} chosen={chosen} choose={choose} open={to => navigate(to)} />
      ) : (
        <EdgeTable topology={shown} />
      )}
    </>
  )
}
