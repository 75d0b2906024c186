import type { Differences } from '../api/types'
import { Empty } from '../shared/states'
import { hunks, type Row, type Side } from './unified'

const CHANGES: Record<string, string> = { ADDED: 'added', REMOVED: 'removed', CHANGED: 'changed' }

/** What differs between two versions, the older left, the newer right. */
export function SideBySide({ differences: { from, to, files } }: { differences: Differences }) {
  return files.length === 0 ? (
    <Empty title={`Versions ${from} and ${to} are equal`} />
  ) : (
    <>
      {files.map(({ path, change, diff }) => (
        <section key={path} className='serai-diff' aria-label={`${path}, ${CHANGES[change] ?? change}`}>
          <h3>
            <code>{path}</code> <span className='serai-quiet'>{CHANGES[change] ?? change}</span>
          </h3>
          <FileDiff diff={diff} from={from} to={to} path={path} />
        </section>
      ))}
    </>
  )
}

function FileDiff({ diff, from, to, path }: { diff: string; from: number; to: number; path: string }) {
  const found = hunks(diff)
  if (found.length === 0) {
    return <p className='serai-quiet'>{diff}</p>
  }
  return (
    <table aria-label={`Differences in ${path}`}>
      <colgroup>
        <col className='serai-diff-number' />
        <col />
        <col className='serai-diff-number' />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th colSpan={2}>Version {from}</th>
          <th colSpan={2}>Version {to}</th>
        </tr>
      </thead>
      {found.map((rows, i) => (
        <tbody key={i}>
          {rows.map((row, j) => (
            <DiffRow key={j} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function DiffRow({ row: { left, right, changed } }: { row: Row }) {
  return (
    <tr>
      <Cells side={left} changed={changed} kind='removed' />
      <Cells side={right} changed={changed} kind='added' />
    </tr>
  )
}

function Cells({ side, changed, kind }: { side: Side | undefined; changed: boolean; kind: 'removed' | 'added' }) {
  const tone = side === undefined ? 'serai-diff-void' : changed ? `serai-diff-${kind}` : undefined
  return (
    <>
      <td className={`serai-line-number ${tone ?? ''}`}>{side?.number}</td>
      <td className={tone}>
        {side && changed && <span className='pf-v6-screen-reader'>{kind}: </span>}
        <code>{side?.text}</code>
      </td>
    </>
  )
}
