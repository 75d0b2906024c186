import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { useState, type ReactNode } from 'react'
import { asProblem, type Problem } from '../api/client'

interface Question {
  title: string
  verb: string
  isDangerous?: boolean
  children: ReactNode
  /** Does it; the dialog closes when it is done, and stays with the reason when it is not. */
  act: () => Promise<void>
  close: () => void
}

/** Asks before something is done. Whoever opens it gives the focus back when it closes. */
export function ConfirmDialog({ title, verb, isDangerous, children, act, close }: Question) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const confirm = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await act()
      close()
    } catch (thrown) {
      setProblem(asProblem(thrown))
      setBusy(false)
    }
  }
  return (
    <Modal isOpen variant='small' onClose={close} aria-labelledby='serai-confirm-title' aria-describedby='serai-confirm-body'>
      <ModalHeader title={title} labelId='serai-confirm-title' />
      <ModalBody id='serai-confirm-body'>
        {children}
        {problem && (
          <Alert isInline variant='danger' title={problem.detail} className='serai-gap' role='alert'>
            {problem.hint}
          </Alert>
        )}
      </ModalBody>
      <ModalFooter>
        <Button variant={isDangerous ? 'danger' : 'primary'} onClick={() => void confirm()} isLoading={busy} isDisabled={busy}>
          {verb}
        </Button>
        <Button variant='link' onClick={close} isDisabled={busy}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  )
}
