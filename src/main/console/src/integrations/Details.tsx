import { Alert, Card, CardBody, CardTitle, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, Gallery } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { ReactNode } from 'react'
import type { Integration, Traffic } from '../api/types'
import { useLive } from '../api/useLive'
import { Ago } from '../shared/Ago'
import { Sparkline } from '../shared/Sparkline'
import { count, millis, moment, percent, rate } from '../shared/words'
import { Findings } from './Findings'
import { isRefused } from './overview'

/** What an integration is, how it does, and what the checks had to say. */
export function Details({ integration }: { integration: Integration }) {
  const { data } = useLive<Traffic[]>('/traffic')
  const traffic = data?.find(one => one.integration === integration.name)
  const findings = integration.receipt?.findings ?? []
  return (
    <>
      {isRefused(integration) ? (
        <Alert isInline isExpandable={false} variant='danger' component='h2' title='The newest change was refused' className='serai-gap-below'>
          <Findings name={integration.name} findings={findings} />
        </Alert>
      ) : (
        findings.length > 0 && <Findings name={integration.name} findings={findings} />
      )}
      {traffic && <Figures traffic={traffic} />}
      <About integration={integration} />
      <RouteTable integration={integration} traffic={traffic} />
    </>
  )
}

function Figures({ traffic }: { traffic: Traffic }) {
  const { series } = traffic
  return (
    <Gallery hasGutter minWidths={{ default: '14rem' }} className='serai-gap-below'>
      <Figure title='Traffic' value={rate(traffic.perSecond)} more={`${count(traffic.total)} since its start, ${traffic.inFlight} in flight`}>
        <Sparkline values={series.perSecond} what='Messages per second' unit={rate} />
      </Figure>
      <Figure title='Errors' value={percent(traffic.errorRatio)} more={`${count(traffic.failed)} failed since its start`}>
        <Sparkline values={series.failedPerSecond} what='Failed messages per second' unit={rate} />
      </Figure>
      <Figure title='Latency' value={millis(traffic.p95Millis)} more={`95th percentile; median ${millis(traffic.p50Millis)}, 99th ${millis(traffic.p99Millis)}`}>
        <Sparkline values={series.p95Millis} what='Latency, 95th percentile' unit={millis} />
      </Figure>
    </Gallery>
  )
}

function Figure({ title, value, more, children }: { title: string; value: string; more: string; children: ReactNode }) {
  return (
    <Card isCompact>
      <CardTitle component='h2'>{title}</CardTitle>
      <CardBody>
        <div className='serai-figure'>
          <span>{value}</span>
          {children}
        </div>
        <div className='serai-quiet'>{more}</div>
      </CardBody>
    </Card>
  )
}

function About({ integration }: { integration: Integration }) {
  const { source, hash, since, owner, http, fileDiffers, canary } = integration
  return (
    <DescriptionList isCompact columnModifier={{ default: '1Col', md: '2Col', xl: '3Col' }} className='serai-gap-below'>
      <Item term='Source'>
        <code>{source}</code>
        {fileDiffers && <div className='serai-quiet'>its content is not what serves</div>}
      </Item>
      <Item term='Owner'>{owner ?? <span className='serai-quiet'>not told; see integration.yaml</span>}</Item>
      <Item term='In this state'>
        <Ago at={since} />
      </Item>
      <Item term='HTTP'>{http.length > 0 ? http.map(one => <div key={one}><code>{one}</code></div>) : <span className='serai-quiet'>none</span>}</Item>
      {canary && (
        <Item term='On probation'>
          version {canary.version} takes {canary.share} % of the HTTP requests until {moment(canary.until)}
          <div className='serai-quiet'>
            {count(canary.requests)} answered, {count(canary.failed)} failed, 95th percentile {millis(canary.p95Millis)}
          </div>
        </Item>
      )}
      <Item term='Content'>{hash ? <code title={hash}>{hash.slice(0, 12)}</code> : <span className='serai-quiet'>none serves</span>}</Item>
    </DescriptionList>
  )
}

function Item({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  )
}

function RouteTable({ integration: { routes }, traffic }: { integration: Integration; traffic: Traffic | undefined }) {
  const measured = new Map(traffic?.routes.map(route => [route.id, route]))
  return routes.length === 0 ? null : (
    <Table aria-label='Routes' variant='compact' gridBreakPoint='grid-md' className='serai-table'>
      <Thead>
        <Tr>
          {['Route', 'From', 'State', 'Messages', 'Failed', 'Mean', 'Last message'].map(title => (
            <Th key={title}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {routes.map(({ id, from, state }) => {
          const figures = measured.get(id)
          return (
            <Tr key={id}>
              <Td dataLabel='Route'>{id}</Td>
              <Td dataLabel='From'>
                <code>{from}</code>
              </Td>
              <Td dataLabel='State'>{state}</Td>
              <Td dataLabel='Messages'>{figures ? count(figures.total) : '–'}</Td>
              <Td dataLabel='Failed'>{figures ? count(figures.failed) : '–'}</Td>
              <Td dataLabel='Mean'>{figures && figures.total > 0 ? millis(figures.meanMillis) : '–'}</Td>
              <Td dataLabel='Last message'>{figures ? <Ago at={figures.lastExchangeAt} /> : '–'}</Td>
            </Tr>
          )
        })}
      </Tbody>
    </Table>
  )
}
