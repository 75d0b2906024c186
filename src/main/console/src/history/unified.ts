/** One row of a side-by-side view; a side that has no line there is undefined. */
export interface Row {
  left: Side | undefined
  right: Side | undefined
  changed: boolean
}

export interface Side {
  number: number
  text: string
}

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/

/** The hunks of a unified diff as rows; a run of removed lines stands beside the run of added lines that follows it. */
export function hunks(diff: string): Row[][] {
  const all: Row[][] = []
  let left = 0
  let right = 0
  let removed: Side[] = []
  let added: Side[] = []
  const flush = () => {
    const rows = all[all.length - 1]
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      rows?.push({ left: removed[i], right: added[i], changed: true })
    }
    removed = []
    added = []
  }
  for (const line of diff.split('\n')) {
    const hunk = HUNK.exec(line)
    if (hunk) {
      flush()
      all.push([])
      left = Number(hunk[1])
      right = Number(hunk[2])
    } else if (all.length === 0) {
      continue
    } else if (line.startsWith('-')) {
      if (added.length > 0) {
        flush()
      }
      removed.push({ number: left++, text: line.slice(1) })
    } else if (line.startsWith('+')) {
      added.push({ number: right++, text: line.slice(1) })
    } else if (line.startsWith(' ')) {
      flush()
      const text = line.slice(1)
      all[all.length - 1]?.push({ left: { number: left++, text }, right: { number: right++, text }, changed: false })
    }
  }
  flush()
  return all
}
