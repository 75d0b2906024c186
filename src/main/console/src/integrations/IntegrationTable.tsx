import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { links } from '../shared/links'
import { StateLabel } from '../shared/labels'
import { Sparkline } from '../shared/Sparkline'
import { millis, percent, rate } from '../shared/words'
import { ActionsMenu } from './ActionsMenu'
import type { Column, Row, Selection } from './overview'

const COLUMNS: [Column, string][] = [
  ['name', 'Name'],
  ['state', 'State'],
  ['version', 'Version'],
  ['traffic', 'Traffic'],
  ['errors', 'Errors'],
  ['latency', 'p95 latency'],
  ['owner', 'Owner'],
]

const NOTHING = <span className='serai-quiet'>–</span>

interface Listed {
  rows: Row[]
  selection: Selection
  change: (part: Partial<Selection>) => void
  hasTraffic: boolean
}

export function IntegrationTable({ rows, selection, change, hasTraffic }: Listed) {
  const sortBy = { index: COLUMNS.findIndex(([column]) => column === selection.column), direction: selection.descending ? 'desc' : 'asc' } as const
  return (
    <Table aria-label='Integrations' variant='compact' gridBreakPoint='grid-lg' className='serai-table'>
      <Thead>
        <Tr>
          {COLUMNS.map(([column, title], i) => (
            <Th
              key={column}
              modifier='nowrap'
              width={column === 'name' ? 25 : undefined}
              sort={{ sortBy, columnIndex: i, onSort: (_event, _index, direction) => change({ column, descending: direction === 'desc' }) }}
            >
              {title}
            </Th>
          ))}
          <Th screenReaderText='Actions' />
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(row => (
          <IntegrationRow key={row.integration.name} row={row} hasTraffic={hasTraffic} />
        ))}
      </Tbody>
    </Table>
  )
}

function IntegrationRow({ row: { integration, traffic }, hasTraffic }: { row: Row; hasTraffic: boolean }) {
  const { name, state, version, owner, description, fileDiffers } = integration
  return (
    <Tr>
      <Td dataLabel='Name'>
        <Link to={links.integration(name)} className='serai-name'>
          {name}
        </Link>
        {description && <div className='serai-quiet serai-clamp'>{description}</div>}
      </Td>
      <Td dataLabel='State'>
        <StateLabel state={state} />
      </Td>
      <Td dataLabel='Version'>
        {version === null ? <span className='serai-quiet'>none serves</span> : <Link to={links.history(name)}>@{version}</Link>}
        {version !== null && fileDiffers && <div className='serai-quiet'>file differs</div>}
      </Td>
      <Td dataLabel='Traffic'>{measured(hasTraffic, traffic && rate(traffic.perSecond))}</Td>
      <Td dataLabel='Errors'>{measured(hasTraffic, traffic && <Errors name={name} ratio={traffic.errorRatio} failed={traffic.failed} />)}</Td>
      <Td dataLabel='p95 latency'>
        {measured(
          hasTraffic,
          traffic && (
            <span className='serai-latency'>
              <Sparkline values={traffic.series.p95Millis} what='Latency, 95th percentile' unit={millis} />
              {traffic.total > 0 && <span>{millis(traffic.p95Millis)}</span>}
            </span>
          ),
        )}
      </Td>
      <Td dataLabel='Owner'>{owner ?? NOTHING}</Td>
      <Td isActionCell>
        <ActionsMenu integration={integration} />
      </Td>
    </Tr>
  )
}

const measured = (known: boolean, value: ReactNode) => (known ? (value ?? NOTHING) : NOTHING)

function Errors({ name, ratio, failed }: { name: string; ratio: number; failed: number }) {
  return failed > 0 ? (
    <Link to={links.messages(name)} className={ratio > 0 ? 'serai-failing' : undefined}>
      {percent(ratio)}
    </Link>
  ) : (
    <>0 %</>
  )
}
