import { Button } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { asProblem, path, post } from '../api/client'
import { poller } from '../api/poller'
import { usePermission } from '../api/session'
import type { Connection } from '../api/types'
import { useLive } from '../api/useLive'
import { Ago } from '../shared/Ago'
import { useAnnouncer } from '../shared/announce'
import { HealthLabel } from '../shared/labels'
import { links } from '../shared/links'
import { PageTop } from '../shared/PageTop'
import { Empty, Loaded } from '../shared/states'
import { millis } from '../shared/words'
import { NewConnection } from './NewConnection'

/** The systems that Serai talks to, and whether they answer. */
export function Connections() {
  const live = useLive<Connection[]>('/connections')
  const deploys = usePermission('deploy')
  const [isNew, setNew] = useState(false)
  return (
    <>
      <PageTop title='Connections'>The systems that the integrations talk to, and whether they answer.</PageTop>
      {deploys && !isNew && (
        <Button variant='secondary' onClick={() => setNew(true)}>
          New connection
        </Button>
      )}
      {isNew && <NewConnection close={() => setNew(false)} />}
      <Loaded live={live} what='the connections'>
        {connections =>
          connections.length === 0 ? (
            <Empty title='No connections yet'>
              Describe one in <code>config/connections/</code>; its name becomes a scheme that routes can use.
            </Empty>
          ) : (
            <ConnectionTable connections={connections} />
          )
        }
      </Loaded>
    </>
  )
}

const URGENCY = { DOWN: 0, UNKNOWN: 1, UP: 2 }

function ConnectionTable({ connections }: { connections: Connection[] }) {
  const operates = usePermission('operate')
  const sorted = [...connections].sort((a, b) => URGENCY[a.health] - URGENCY[b.health] || a.name.localeCompare(b.name))
  return (
    <Table aria-label='Connections' variant='compact' gridBreakPoint='grid-md' className='serai-table'>
      <Thead>
        <Tr>
          {['Name', 'Health', 'Latency', 'Last success', 'Used by'].map(title => (
            <Th key={title} modifier='nowrap'>
              {title}
            </Th>
          ))}
          {operates && <Th screenReaderText='Test' />}
        </Tr>
      </Thead>
      <Tbody>
        {sorted.map(connection => (
          <ConnectionRow key={connection.name} connection={connection} operates={operates} />
        ))}
      </Tbody>
    </Table>
  )
}

function ConnectionRow({ connection, operates }: { connection: Connection; operates: boolean }) {
  const { name, connector, title, health, latencyMillis, lastSuccess, lastFailure, error, usedBy, circuit, change } = connection
  return (
    <Tr>
      <Td dataLabel='Name'>
        <strong>{name}</strong>
        <div className='serai-quiet'>
          {title} ({connector})
        </div>
      </Td>
      <Td dataLabel='Health'>
        <HealthLabel health={health} />
        {error && <div className='serai-cause'>{error}</div>}
        {change && !change.accepted && <div className='serai-cause'>its change was refused: {change.findings[0]?.message}</div>}
        {circuit && circuit !== 'closed' && <div className='serai-quiet'>circuit {circuit}</div>}
        {health !== 'UP' && lastFailure && (
          <div className='serai-quiet'>
            last failure <Ago at={lastFailure} />
          </div>
        )}
      </Td>
      <Td dataLabel='Latency'>{latencyMillis === null ? '–' : millis(latencyMillis)}</Td>
      <Td dataLabel='Last success'>
        <Ago at={lastSuccess} />
      </Td>
      <Td dataLabel='Used by'>
        {usedBy.length === 0 ? <span className='serai-quiet'>none</span> : <UsedBy names={usedBy} />}
      </Td>
      {operates && (
        <Td isActionCell>
          <TestButton name={name} />
        </Td>
      )}
    </Tr>
  )
}

function UsedBy({ names }: { names: string[] }) {
  return (
    <span className='serai-list'>
      {names.map(one => (
        <Link key={one} to={links.integration(one)}>
          {one}
        </Link>
      ))}
    </span>
  )
}

function TestButton({ name }: { name: string }) {
  const { announce } = useAnnouncer()
  const [busy, setBusy] = useState(false)
  const test = async () => {
    setBusy(true)
    try {
      const { health, latencyMillis, error } = await post<Connection>(path`/connections/${name}/test`)
      const answered = latencyMillis === null ? `${name} answers` : `${name} answered in ${millis(latencyMillis)}`
      announce(health === 'UP' ? 'success' : 'danger', health === 'UP' ? answered : `${name} does not answer`, error ?? '')
      await poller.refresh('/connections')
    } catch (thrown) {
      const { detail, hint } = asProblem(thrown)
      announce('danger', `${name} could not be tested: ${detail}`, hint)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant='secondary' size='sm' aria-label={`Test ${name} now`} isLoading={busy} isDisabled={busy} onClick={() => void test()}>
      Test now
    </Button>
  )
}
