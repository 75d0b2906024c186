import { Alert, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, ExpandableSection } from '@patternfly/react-core'
import { useState } from 'react'
import { Link, useParams } from 'react-router-dom'
import { path } from '../api/client'
import { SELDOM_MILLIS } from '../api/poller'
import type { Exchange, ExchangeStep } from '../api/types'
import { useLive } from '../api/useLive'
import { links } from '../shared/links'
import { Empty, Loaded } from '../shared/states'
import { millis, moment } from '../shared/words'

/** One message with every step it took. */
export function Message({ name }: { name: string }) {
  const { id = '' } = useParams()
  const live = useLive<Exchange>(path`/integrations/${name}/exchanges/${id}`, SELDOM_MILLIS)
  return (
    <>
      <p className='serai-gap-below'>
        <Link to={links.messages(name)}>All messages of {name}</Link>
      </p>
      <Loaded live={live} what='the message'>
        {exchange => <Steps exchange={exchange} />}
      </Loaded>
    </>
  )
}

function Steps({ exchange }: { exchange: Exchange }) {
  const facts: [string, string][] = [
    ['Message', exchange.exchangeId],
    ['Route', `${exchange.route}, version ${exchange.version}`],
    ['Began', moment(exchange.startedAt)],
    ['Took', millis(exchange.durationMillis)],
    ['Trace', exchange.traceId ?? 'none'],
  ]
  return (
    <>
      {exchange.cause && <Alert isInline variant='danger' component='h2' title={exchange.cause} className='serai-gap-below' />}
      <DescriptionList isCompact columnModifier={{ default: '1Col', md: '2Col', xl: '3Col' }} className='serai-gap-below'>
        {facts.map(([term, value]) => (
          <DescriptionListGroup key={term}>
            <DescriptionListTerm>{term}</DescriptionListTerm>
            <DescriptionListDescription>{value}</DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
      <h2>Steps</h2>
      {exchange.steps.length === 0 ? (
        <Empty title='No step was recorded' />
      ) : (
        <ol className='serai-steps'>
          {exchange.steps.map((step, i) => (
            <Step key={i} step={step} whole={Math.max(1, exchange.durationMillis)} />
          ))}
        </ol>
      )}
    </>
  )
}

function Step({ step, whole }: { step: ExchangeStep; whole: number }) {
  const [isOpen, setOpen] = useState(step.failed)
  const { label, node, route, startedMillis, durationMillis, failed } = step
  const left = Math.min(100, (startedMillis / whole) * 100)
  const width = Math.max(0.5, Math.min(100 - left, (durationMillis / whole) * 100))
  return (
    <li className={failed ? 'serai-step serai-step-failed' : 'serai-step'}>
      <div className='serai-step-line'>
        <span>
          <strong>{label}</strong> <span className='serai-quiet'>{route} · {node}</span>
        </span>
        <span>
          {failed && <strong className='serai-failing'>failed </strong>}
          {millis(durationMillis)}
        </span>
      </div>
      <svg className='serai-step-bar' viewBox='0 0 100 4' preserveAspectRatio='none' aria-hidden='true'>
        <rect x={left} y='0' width={width} height='4' />
      </svg>
      <ExpandableSection toggleText={isOpen ? 'Hide headers and body' : 'Headers and body'} isExpanded={isOpen} onToggle={(_event, to) => setOpen(to)}>
        <Content step={step} />
      </ExpandableSection>
    </li>
  )
}

function Content({ step: { headers, body, label } }: { step: ExchangeStep }) {
  const names = Object.keys(headers).sort()
  return (
    <div className='serai-content'>
      {names.length > 0 && (
        <table aria-label={`Headers at ${label}`}>
          <tbody>
            {names.map(name => (
              <tr key={name}>
                <th scope='row'>{name}</th>
                <td>{headers[name]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {body === null ? (
        <p className='serai-quiet'>No body was recorded.</p>
      ) : (
        // A long body scrolls inside, so the region takes the focus.
        <div role='region' tabIndex={0} aria-label={`Body at ${label}`}>
          <pre>{body}</pre>
        </div>
      )}
    </div>
  )
}
