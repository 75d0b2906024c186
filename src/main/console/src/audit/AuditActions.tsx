import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { useRef, useState } from 'react'
import { asProblem, download, post } from '../api/client'
import type { AuditVerdict } from '../api/types'
import { useAnnouncer } from '../shared/announce'
import { plural } from '../shared/words'

/** The verdict in words: whether the chain holds, and where it breaks first. */
export function verdictText({ valid, records, firstWrong, reason }: AuditVerdict): string {
  return valid
    ? `All ${plural(records, 'record')} stand as they were written: none was changed, removed, reordered or cut off.`
    : `The chain breaks at record ${firstWrong ?? 'unknown'}: ${reason ?? 'no reason was told'}.`
}

function save(blob: Blob) {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = `serai-audit-${new Date().toISOString().slice(0, 10)}.jsonl`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export function AuditActions() {
  const { announce } = useAnnouncer()
  const [busy, setBusy] = useState<'verify' | 'export'>()
  const [verdict, setVerdict] = useState<AuditVerdict>()
  const button = useRef<HTMLButtonElement>(null)
  const run = async (what: 'verify' | 'export', work: () => Promise<void>) => {
    setBusy(what)
    try {
      await work()
    } catch (thrown) {
      const { detail, hint } = asProblem(thrown)
      announce('danger', detail, hint)
    } finally {
      setBusy(undefined)
    }
  }
  const close = () => {
    setVerdict(undefined)
    setTimeout(() => button.current?.focus())
  }
  return (
    <div className='serai-buttons'>
      <Button
        ref={button}
        variant='secondary'
        isLoading={busy === 'verify'}
        isDisabled={busy !== undefined}
        onClick={() => void run('verify', async () => setVerdict(await post<AuditVerdict>('/audit/verify')))}
      >
        Verify the chain
      </Button>
      <Button
        variant='secondary'
        isLoading={busy === 'export'}
        isDisabled={busy !== undefined}
        onClick={() => void run('export', async () => save(await download('/audit/export')))}
      >
        Export
      </Button>
      {verdict && <VerdictDialog verdict={verdict} close={close} />}
    </div>
  )
}

function VerdictDialog({ verdict, close }: { verdict: AuditVerdict; close: () => void }) {
  return (
    <Modal isOpen variant='small' onClose={close} aria-labelledby='serai-verdict-title' aria-describedby='serai-verdict-body'>
      <ModalHeader
        labelId='serai-verdict-title'
        title={verdict.valid ? 'The audit trail is whole' : 'The audit trail was tampered with'}
        titleIconVariant={verdict.valid ? 'success' : 'danger'}
      />
      <ModalBody id='serai-verdict-body'>{verdictText(verdict)}</ModalBody>
      <ModalFooter>
        <Button onClick={close}>Close</Button>
      </ModalFooter>
    </Modal>
  )
}
