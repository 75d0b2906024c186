import { Button, Label } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { useDeferredValue, useState } from 'react'
import type { AuditPage, AuditRecord } from '../api/types'
import { useLive } from '../api/useLive'
import { PageTop } from '../shared/PageTop'
import { Empty, Loaded } from '../shared/states'
import { moment } from '../shared/words'
import { AuditActions } from './AuditActions'
import { AuditForm } from './AuditForm'
import { auditPath, NO_FILTER, type AuditFilter } from './query'

const TONES = { DONE: 'success', REFUSED: 'warning', DENIED: 'danger', FAILED: 'danger' } as const

/** Who did what, when, from where, with which outcome. */
export function Audit() {
  const [filter, setFilter] = useState<AuditFilter>(NO_FILTER)
  const [pages, setPages] = useState<(number | null)[]>([null])
  const settled = useDeferredValue(filter)
  const live = useLive<AuditPage>(auditPath(settled, pages[pages.length - 1] ?? null))
  const change = (to: AuditFilter) => {
    setFilter(to)
    setPages([null])
  }
  const mayNot = live.problem?.status === 403
  return (
    <>
      <PageTop title='Audit' actions={mayNot ? undefined : <AuditActions />}>
        Who did what, when, from where, with which outcome; the newest first.
      </PageTop>
      {!mayNot && <AuditForm filter={filter} change={change} />}
      <Loaded live={live} what='the audit trail'>
        {({ records, next }) => (
          <>
            {records.length === 0 ? <Empty title='No record fits'>Take a wider filter.</Empty> : <Records records={records} />}
            <div className='serai-buttons serai-gap'>
              <Button variant='secondary' isDisabled={pages.length === 1} onClick={() => setPages(before => before.slice(0, -1))}>
                Newer
              </Button>
              <Button variant='secondary' isDisabled={next === null} onClick={() => setPages(before => [...before, next])}>
                Older
              </Button>
            </div>
          </>
        )}
      </Loaded>
    </>
  )
}

function Records({ records }: { records: AuditRecord[] }) {
  return (
    <Table aria-label='Audit records' variant='compact' gridBreakPoint='grid-lg' className='serai-table'>
      <Thead>
        <Tr>
          {['No.', 'When', 'Who', 'From', 'Action', 'Subject', 'Outcome'].map(title => (
            <Th key={title}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {records.map(({ number, at, actor, means, address, action, subject, outcome, detail }) => (
          <Tr key={number}>
            <Td dataLabel='No.'>{number}</Td>
            <Td dataLabel='When' modifier='nowrap'>{moment(at)}</Td>
            <Td dataLabel='Who'>
              {actor} <span className='serai-quiet'>{means.toLowerCase()}</span>
            </Td>
            <Td dataLabel='From'>{address}</Td>
            <Td dataLabel='Action' className='serai-long'>
              <code>{action}</code>
            </Td>
            <Td dataLabel='Subject' className='serai-long'>{subject || '–'}</Td>
            <Td dataLabel='Outcome'>
              <Label isCompact status={TONES[outcome]}>
                {outcome.toLowerCase()}
              </Label>
              {detail && <div className='serai-quiet'>{detail}</div>}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}
