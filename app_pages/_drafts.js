// Keeps unsent words in this browser; see _drafts.py. Called again at every run of the page with new `data`.
const seen = (window.eventPlannerDrafts ??= { data: null, sessions: new Set(), sent: new Set(), back: null, tried: {} })

// inputs that hold no typed words, or words that are not to be kept
const UNTYPED = new Set(["password", "radio", "checkbox"])
// while a cell is typed in, the table shows a field of its own outside of itself
const OPEN_CELL = "#portal .gdg-style"

const box = () => `event-planner drafts ${seen.data.owner}`

function load() {
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem(box())) ?? {}
  } catch {
    // blocked or damaged storage: nothing can be kept here
  }
  const fresh = Date.now() - (kept.at ?? 0) < seen.data.days * 86_400_000
  return fresh ? kept : { typed: {}, state: {} }
}

function save(kept) {
  try {
    const isUnsent = kept.unsent?.length || kept.cell || Object.keys(kept.typed).length
    if (isUnsent) localStorage.setItem(box(), JSON.stringify({ ...kept, at: Date.now() }))
    else localStorage.removeItem(box())
  } catch {
    // full or blocked storage
  }
}

const keyOf = (element) =>
  element.closest('[data-testid="stElementContainer"]')?.className.match(/st-key-([\w-]+)/)?.[1]

function noteTyping(event) {
  if (!seen.data) return
  if (event.target.closest?.(OPEN_CELL)) noteCell(event.target)
  else note(event.target)
}

function note(field) {
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
  if (!isText || UNTYPED.has(field.type) || field.getAttribute("role") === "combobox") return
  const key = keyOf(field)
  if (!key || !seen.data.kept.some((start) => key.startsWith(start))) return
  const kept = load()
  if (field.value || key in seen.data.state) kept.typed[key] = field.value
  else delete kept.typed[key]
  // a session just begun knows nothing yet: what the last one held stays
  save(seen.sessions.has(seen.data.session) ? { ...kept, state: seen.data.state, unsent: seen.data.unsent } : kept)
}

// The table under an open cell, the row it is in as the table tells it to those who cannot see, and what is typed.
function noteCell(field) {
  const open = field.closest(OPEN_CELL)
  const x = Number(open?.getAttribute("targetx"))
  const y = Number(open?.getAttribute("targety"))
  for (const table of document.querySelectorAll('[data-testid="stDataFrame"]')) {
    const { left, right, top, bottom } = table.getBoundingClientRect()
    const cell = table.querySelector('td[aria-selected="true"]')
    if (!cell || x < left || x > right || y < top || y > bottom) continue
    const heads = {}
    for (const head of table.querySelectorAll("th")) heads[head.getAttribute("aria-colindex")] = head.textContent
    const row = {}
    for (const each of cell.closest("tr").querySelectorAll("td")) row[heads[each.getAttribute("aria-colindex")]] = each.textContent
    const column = heads[cell.getAttribute("aria-colindex")]
    save({ ...load(), cell: { table: keyOf(table), row, column, text: field.value, page: seen.data.page } })
  }
}

function forgetCell(event) {
  if (event.key !== "Escape" || !seen.data || !event.target.closest?.(OPEN_CELL)) return
  const { cell, ...kept } = load()
  save(kept)
}

// What was typed, or emptied, before this script was there: whatever stands in a field and is not what the server put there.
function noteWhatStands() {
  for (const field of document.querySelectorAll("input, textarea")) {
    const key = keyOf(field)
    const stood = seen.data.state[key] ?? ""
    if (key && field.value !== stood && (field.value || typeof stood === "string")) note(field)
  }
}

// Words of fields that are on the screen again without them, each told once for as long as the page is shown.
function findLost(kept) {
  const lost = {}
  if (seen.tried.page !== seen.data.page) {
    seen.tried = { page: seen.data.page }
    for (const [key, words] of Object.entries(kept.typed)) if (seen.data.state[key] !== words) lost[key] = words // also behind panels
  }
  for (const field of document.querySelectorAll("input, textarea")) {
    const key = keyOf(field)
    const words = kept.typed[key]
    if (words === undefined || field === document.activeElement || field.value === words || seen.tried[key] === words) continue
    seen.tried[key] = lost[key] = words
  }
  return lost
}

// Say that words are back once a field shows them: those of a form that is gone, or of another page, are not to be seen here.
function sayWhenShown(tries, say) {
  if (!seen.back) return
  for (const field of document.querySelectorAll("input, textarea")) {
    if (seen.back[keyOf(field)] && field.value === seen.back[keyOf(field)]) {
      seen.back = null
      say()
      return
    }
  }
  if (tries) setTimeout(sayWhenShown, 200, tries - 1, say)
}

export default function ({ data, setStateValue, setTriggerValue }) {
  if (!seen.data) {
    document.addEventListener("input", noteTyping, true)
    document.addEventListener("keydown", forgetCell, true)
  }
  seen.data = data
  const isNew = !seen.sessions.has(data.session)
  if (isNew) noteWhatStands()
  const { cell, ...kept } = load()
  // a cell cut short is handed back; one that was closed on its page has been told to the server
  const isCut = cell && (isNew || cell.page !== data.page)
  const found = isCut ? { cell } : {}
  if (isNew) {
    seen.sessions.add(data.session)
    for (const [id] of data.sent) seen.sent.add(id)
    if (Object.keys(kept.typed).length || kept.unsent?.length) {
      seen.back = kept.typed
      Object.assign(found, kept.state, kept.typed, { unsent: kept.unsent ?? [] })
    }
  } else {
    sayWhenShown(10, () => setTriggerValue("shown", true))
    for (const [id, ...starts] of data.sent.filter(([id]) => !seen.sent.has(id))) {
      seen.sent.add(id)
      for (const key of Object.keys(kept.typed)) if (starts.some((s) => key.startsWith(s))) delete kept.typed[key]
    }
    Object.assign(found, findLost(kept))
    Object.assign(kept, { state: data.state, unsent: data.unsent })
  }
  save(cell && !isCut && document.querySelector(OPEN_CELL) ? { ...kept, cell } : kept)
  if (Object.keys(found).length) setStateValue("found", { ...found, at: Date.now() })
}
