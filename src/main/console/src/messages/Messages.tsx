import { FormSelect, FormSelectOption, Label, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { path } from '../api/client'
import type { ExchangeSummary, Integration } from '../api/types'
import { useLive } from '../api/useLive'
import { Ago } from '../shared/Ago'
import { links } from '../shared/links'
import { Empty, Loaded } from '../shared/states'
import { millis } from '../shared/words'

type Kind = 'failed' | 'slow'

/** The newest failed and the slowest messages of an integration. */
export function Messages({ integration: { name, routes } }: { integration: Integration }) {
  const [kind, setKind] = useState<Kind>('failed')
  const [route, setRoute] = useState('')
  const where = path`/integrations/${name}/exchanges?kind=${kind}` + (route && path`&route=${route}`)
  const live = useLive<ExchangeSummary[]>(where)
  return (
    <>
      <div className='serai-buttons serai-gap-below'>
        <ToggleGroup aria-label='Which messages'>
          <ToggleGroupItem text='Failed' buttonId='failed' isSelected={kind === 'failed'} onChange={() => setKind('failed')} />
          <ToggleGroupItem text='Slowest' buttonId='slow' isSelected={kind === 'slow'} onChange={() => setKind('slow')} />
        </ToggleGroup>
        {routes.length > 1 && (
          <FormSelect aria-label='Route' value={route} onChange={(_event, to) => setRoute(to)} className='serai-narrow-select'>
            <FormSelectOption value='' label='Every route' />
            {routes.map(({ id }) => (
              <FormSelectOption key={id} value={id} label={id} />
            ))}
          </FormSelect>
        )}
      </div>
      <Loaded live={live} what='the messages'>
        {messages => (messages.length === 0 ? <None kind={kind} /> : <MessageTable name={name} messages={messages} kind={kind} />)}
      </Loaded>
    </>
  )
}

function None({ kind }: { kind: Kind }) {
  return kind === 'failed' ? (
    <Empty title='No message has failed'>Since this integration was started, as far as is remembered.</Empty>
  ) : (
    <Empty title='No message yet'>The slowest of each route are kept here.</Empty>
  )
}

function MessageTable({ name, messages, kind }: { name: string; messages: ExchangeSummary[]; kind: Kind }) {
  return (
    <Table aria-label={kind === 'failed' ? 'Failed messages' : 'Slowest messages'} variant='compact' gridBreakPoint='grid-md' className='serai-table'>
      <Thead>
        <Tr>
          {['When', 'Route', 'Took', kind === 'failed' ? 'Why' : 'Outcome', 'Steps', 'Trace'].map(title => (
            <Th key={title}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {messages.map(message => (
          <Tr key={message.id}>
            <Td dataLabel='When' modifier='nowrap'>
              <Link to={links.message(name, message.id)} aria-label={`Message ${message.exchangeId}`}>
                <Ago at={message.startedAt} />
              </Link>
            </Td>
            <Td dataLabel='Route'>
              {message.route} <span className='serai-quiet'>@{message.version}</span>
            </Td>
            <Td dataLabel='Took' modifier='nowrap'>{millis(message.durationMillis)}</Td>
            <Td dataLabel={kind === 'failed' ? 'Why' : 'Outcome'}>
              {message.cause ? <span className='serai-cause'>{message.cause}</span> : <Label isCompact status='success'>done</Label>}
            </Td>
            <Td dataLabel='Steps'>{message.stepCount}</Td>
            <Td dataLabel='Trace' modifier='nowrap'>{message.traceId ? <code title={message.traceId}>{message.traceId.slice(0, 8)}</code> : '–'}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}
