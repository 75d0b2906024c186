import type { Finding } from '../api/types'

const AROUND = 2

export interface Line {
  number: number
  text: string
  marked: boolean
}

/** The lines around a finding; a finding behind the end marks the last line. */
export function excerpt(source: string, line: number): Line[] {
  const all = source.replace(/\n$/, '').split(/\r?\n/)
  const marked = Math.min(line, all.length)
  const first = Math.max(1, marked - AROUND)
  return all.slice(first - 1, marked + AROUND).map((text, i) => ({ number: first + i, text, marked: first + i === marked }))
}

/** The source around a finding with its line marked, and the column from which it is meant. */
export function SourceLines({ finding, source }: { finding: Finding; source: string }) {
  return (
    <figure className='serai-source'>
      <figcaption className='pf-v6-screen-reader'>{`${finding.file} around line ${finding.line}`}</figcaption>
      {/* Long lines scroll inside, so the region takes the focus. */}
      <div role='region' tabIndex={0} aria-label={`Source, line ${finding.line} marked`}>
        <ol start={excerpt(source, finding.line)[0]?.number}>
          {excerpt(source, finding.line).map(line => (
            <li key={line.number} value={line.number} className={line.marked ? 'serai-marked' : undefined} aria-current={line.marked ? 'true' : undefined}>
              <span className='serai-line-number' aria-hidden='true'>
                {line.number}
              </span>
              <SourceText line={line} column={finding.column} />
            </li>
          ))}
        </ol>
      </div>
    </figure>
  )
}

function SourceText({ line, column }: { line: Line; column: number }) {
  if (!line.marked || column <= 0) {
    return <code>{line.text || ' '}</code>
  }
  return (
    <code>
      {line.text.slice(0, column - 1)}
      <mark>{line.text.slice(column - 1) || ' '}</mark>
    </code>
  )
}
