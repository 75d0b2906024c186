import { path, post, Problem } from '../api/client'
import { poller } from '../api/poller'
import type { Integration, Receipt } from '../api/types'

export type Action = 'rollback' | 'redeploy' | 'stop' | 'start'

export const TITLES: Record<Action, string> = { rollback: 'Roll back', redeploy: 'Redeploy', stop: 'Stop', start: 'Start' }

export function question(action: Action, { name, source, version }: Integration): string {
  switch (action) {
    case 'rollback':
      return `An older version of ${name} takes over from ${version === null ? 'none' : `version ${version}`} without losing a message. The file ${source} stays as it is, and differs until it changes again.`
    case 'redeploy':
      return `${source} is checked once more as it stands now and deployed, also after a rollback or a refusal. If it is refused, what runs goes on.`
    case 'stop':
      return `${name} finishes the messages it is working on and stops. It stays stopped, across restarts too, until somebody starts it.`
    case 'start':
      return `${name} starts again with the version that ran last.`
  }
}

/** What came of it, in a sentence. */
export function told(action: Action, { name, activeVersion }: Receipt): string {
  const serves = activeVersion === null ? 'no version serves' : `version ${activeVersion} serves`
  return { rollback: `${name} was rolled back`, redeploy: `${name} was redeployed`, stop: `${name} was stopped`, start: `${name} was started` }[action] + `; ${serves}.`
}

/** Does it; a refusal is a problem that names the first finding. */
export async function act(action: Action, name: string, version?: number): Promise<Receipt> {
  const receipt = await post<Receipt>(path`/integrations/${name}/` + action, action === 'rollback' && version !== undefined ? { version } : undefined)
  await Promise.all([poller.refresh('/integrations'), poller.refresh(path`/integrations/${name}`), poller.refresh(path`/integrations/${name}/versions`)])
  if (!receipt.accepted) {
    const first = receipt.findings[0]
    throw new Problem(200, `It was refused: ${first ? first.message : 'see the findings'}`, first ? [place(first), first.hint].filter(Boolean).join(' – ') : '')
  }
  return receipt
}

export function place({ file, line, column }: { file: string; line: number; column: number }): string {
  return line === 0 ? file : column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`
}
