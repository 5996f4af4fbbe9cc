// Keeps unsent words in this browser; see _drafts.py. Called again at every run of the page with new `data`.
const seen = (window.eventPlannerDrafts ??= { data: null, sessions: new Set(), sent: new Set(), back: null })

// inputs that hold no typed words, or words that are not to be kept
const UNTYPED = new Set(["password", "radio", "checkbox"])

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
    if (Object.keys(kept.typed).length) localStorage.setItem(box(), JSON.stringify({ ...kept, at: Date.now() }))
    else localStorage.removeItem(box())
  } catch {
    // full or blocked storage
  }
}

const keyOf = (field) => field.closest('[class*="st-key-"]')?.className.match(/st-key-([\w-]+)/)?.[1]

function noteTyping(event) {
  note(event.target)
}

function note(field) {
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
  if (!isText || UNTYPED.has(field.type) || field.getAttribute("role") === "combobox" || !seen.data) return
  const key = keyOf(field)
  if (!key || !seen.data.kept.some((start) => key.startsWith(start))) return
  const kept = load()
  if (field.value) kept.typed[key] = field.value
  else delete kept.typed[key]
  // a session just begun knows nothing yet: what the last one held stays
  save({ typed: kept.typed, state: seen.sessions.has(seen.data.session) ? seen.data.state : kept.state })
}

// What was typed before this script was there: whatever stands in a field and is not what the server put there.
function noteWhatStands() {
  for (const field of document.querySelectorAll("input, textarea")) {
    const key = keyOf(field)
    if (key && field.value && field.value !== seen.data.state[key]) note(field)
  }
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
  if (!seen.data) document.addEventListener("input", noteTyping, true)
  seen.data = data
  const isNew = !seen.sessions.has(data.session)
  if (isNew) noteWhatStands()
  const kept = load()
  if (isNew) {
    seen.sessions.add(data.session)
    for (const [id] of data.sent) seen.sent.add(id)
    if (Object.keys(kept.typed).length) {
      seen.back = kept.typed
      setStateValue("found", { ...kept.state, ...kept.typed })
    }
    return
  }
  sayWhenShown(10, () => setTriggerValue("shown", true))
  for (const [id, ...starts] of data.sent.filter(([id]) => !seen.sent.has(id))) {
    seen.sent.add(id)
    for (const key of Object.keys(kept.typed)) if (starts.some((s) => key.startsWith(s))) delete kept.typed[key]
  }
  save({ typed: kept.typed, state: data.state })
}
