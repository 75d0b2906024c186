import { Alert, Button } from '@patternfly/react-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { Integration } from '../api/types'
import { Ago } from '../shared/Ago'
import { links } from '../shared/links'
import { plural } from '../shared/words'
import { Findings } from './Findings'

const SHOWN = 3

function title({ name, state, version }: Integration): string {
  const runs = version === null ? 'nothing of it runs' : `version ${version} runs on`
  return state === 'FAILED' ? `${name} does not run` : `${name} was refused; ${runs}`
}

/** The integrations whose newest change was refused, each with what is wrong and where. */
export function RefusedList({ integrations }: { integrations: Integration[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? integrations : integrations.slice(0, SHOWN)
  return integrations.length === 0 ? null : (
    <section aria-label='Refused integrations' className='serai-refused'>
      {shown.map((integration, i) => (
        <Refused key={integration.name} integration={integration} open={i === 0} />
      ))}
      {integrations.length > SHOWN && (
        <Button variant='link' isInline onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show ${plural(integrations.length - SHOWN, 'more refused integration')}`}
        </Button>
      )}
    </section>
  )
}

function Refused({ integration, open }: { integration: Integration; open: boolean }) {
  const [isOpen, setOpen] = useState(open)
  const { name, receipt } = integration
  const findings = receipt?.findings ?? []
  return (
    <Alert isInline variant='danger' component='h2' title={title(integration)}>
      <p className='serai-refused-line'>
        {findings.length > 0 && (
          <Button variant='link' isInline aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide' : 'Show'} {plural(findings.length, 'finding')}
          </Button>
        )}
        {receipt && (
          <span className='serai-quiet'>
            <Ago at={receipt.at} />
          </span>
        )}
        <Link to={links.integration(name)}>Open {name}</Link>
      </p>
      {isOpen && <Findings name={name} findings={findings} />}
    </Alert>
  )
}
