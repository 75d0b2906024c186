import { Label } from '@patternfly/react-core'
import { path } from '../api/client'
import type { Finding } from '../api/types'
import { useLive } from '../api/useLive'
import { place } from './actions'
import { SourceLines } from './SourceLines'

type Files = Record<string, string | { base64: string }>

const TONES = { ERROR: 'danger', WARNING: 'warning', INFO: 'info' } as const
const NAMES = { ERROR: 'Error', WARNING: 'Warning', INFO: 'Note' } as const

/** Everything that the checks had to say, each with its place in the file. */
export function Findings({ name, findings }: { name: string; findings: Finding[] }) {
  const { data } = useLive<{ files: Files }>(path`/integrations/${name}/submitted`)
  return (
    <ul className='serai-findings' aria-label={`Findings of ${name}`}>
      {findings.map((finding, i) => (
        <OneFinding key={i} finding={finding} source={text(data?.files[finding.file])} />
      ))}
    </ul>
  )
}

const text = (content: string | { base64: string } | undefined) => (typeof content === 'string' ? content : undefined)

function OneFinding({ finding, source }: { finding: Finding; source: string | undefined }) {
  const { severity, line, message, hint, check } = finding
  return (
    <li>
      <div className='serai-finding'>
        <Label status={TONES[severity]} isCompact>
          {NAMES[severity]}
        </Label>
        <code>{place(finding)}</code>
        <span className='serai-quiet'>{check}</span>
      </div>
      <p>
        {message}
        {hint && <strong className='serai-finding-hint'>{hint}</strong>}
      </p>
      {source !== undefined && line > 0 && <SourceLines finding={finding} source={source} />}
    </li>
  )
}
