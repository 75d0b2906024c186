import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core'
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'

type Tone = 'success' | 'danger' | 'info'
interface Announcement {
  key: number
  tone: Tone
  title: string
  detail: string
}

interface Announcer {
  /** Shows what came of an act, and reads it out. */
  announce: (tone: Tone, title: string, detail?: string) => void
  /** Reads out what changed by itself, without showing it twice. */
  whisper: (text: string) => void
}

const Context = createContext<Announcer>({ announce: () => {}, whisper: () => {} })

export const useAnnouncer = () => useContext(Context)

let next = 0

export function Announcements({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Announcement[]>([])
  const [whispered, setWhispered] = useState('')
  const announce = useCallback(
    (tone: Tone, title: string, detail = '') => setShown(before => [...before.slice(-3), { key: next++, tone, title, detail }]),
    [],
  )
  const close = useCallback((key: number) => setShown(before => before.filter(one => one.key !== key)), [])
  const announcer = useMemo(() => ({ announce, whisper: setWhispered }), [announce])
  return (
    <Context.Provider value={announcer}>
      {children}
      <div className='pf-v6-screen-reader' role='status' aria-live='polite'>
        {whispered}
      </div>
      <AlertGroup isToast isLiveRegion>
        {shown.map(({ key, tone, title, detail }) => (
          <Alert
            key={key}
            variant={tone}
            title={title}
            timeout={tone === 'danger' ? false : 8_000}
            onTimeout={() => close(key)}
            actionClose={<AlertActionCloseButton title={title} onClose={() => close(key)} />}
          >
            {detail}
          </Alert>
        ))}
      </AlertGroup>
    </Context.Provider>
  )
}
