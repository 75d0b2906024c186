import { Button, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core'
import type { ReactNode } from 'react'
import { NO_FILTER, type AuditFilter } from './query'

const OUTCOMES = [
  ['DONE', 'done'],
  ['REFUSED', 'refused'],
  ['DENIED', 'denied'],
  ['FAILED', 'failed'],
]

const TEXTS = [
  ['actor', 'Who'],
  ['action', 'Action'],
  ['subject', 'Subject'],
] as const

const DAYS = [
  ['from', 'From day'],
  ['to', 'To day'],
] as const

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className='serai-field'>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}

/** Narrows the trail down; takes effect while it is filled in. */
export function AuditForm({ filter, change }: { filter: AuditFilter; change: (to: AuditFilter) => void }) {
  const set = (key: keyof AuditFilter) => (_event: unknown, value: string) => change({ ...filter, [key]: value })
  return (
    <form role='search' aria-label='Filter the audit trail' className='serai-form' onSubmit={event => event.preventDefault()}>
      {TEXTS.map(([key, label]) => (
        <Field key={key} id={`serai-audit-${key}`} label={label}>
          <TextInput id={`serai-audit-${key}`} value={filter[key]} onChange={set(key)} />
        </Field>
      ))}
      <Field id='serai-audit-outcome' label='Outcome'>
        <FormSelect id='serai-audit-outcome' value={filter.outcome} onChange={set('outcome')}>
          <FormSelectOption value='' label='any' />
          {OUTCOMES.map(([value, label]) => (
            <FormSelectOption key={value} value={value} label={label ?? ''} />
          ))}
        </FormSelect>
      </Field>
      {DAYS.map(([key, label]) => (
        <Field key={key} id={`serai-audit-${key}`} label={label}>
          <TextInput id={`serai-audit-${key}`} type='date' value={filter[key]} onChange={set(key)} />
        </Field>
      ))}
      {Object.values(filter).some(value => value !== '') && (
        <Button variant='secondary' onClick={() => change(NO_FILTER)}>
          Clear
        </Button>
      )}
    </form>
  )
}
