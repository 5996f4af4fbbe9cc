// Notes what a page was copied as: beside its text the browser hands over its markup. Called again at every run with new `data`.
export default function ({ data, setStateValue }) {
  const state = (window.eventPlannerPaste ??= { pieces: [] })
  state.selector = `.st-key-${CSS.escape(data.key)} textarea`
  state.most = data.most
  state.tell = (pieces) => setStateValue("pieces", pieces)
  if (state.listening) return
  state.listening = true
  document.addEventListener("paste", (event) => {
    const field = event.target
    if (!(field instanceof HTMLTextAreaElement) || !field.matches(state.selector) || !event.clipboardData) return
    const text = event.clipboardData.getData("text/plain")
    const page = event.clipboardData.getData("text/html")
    const replacesAll = field.selectionStart === 0 && field.selectionEnd === field.value.length
    const pieces = [...(replacesAll ? [] : state.pieces), { text, page }]
    if (pieces.reduce((sum, piece) => sum + piece.page.length, 0) > state.most) return
    state.pieces = pieces
    state.tell(pieces)
  }, true)
}
