// Brings what has just opened into view, and puts the cursor into its first field of words, once for each time it opens.
const ABOVE = 160 // pixels: the page's head, and what was just done, stay in view above it
const seen = (window.eventPlannerLook ??= { what: "" })

function look(key, tries) {
  const place = document.querySelector(`.st-key-${CSS.escape(key)}`)
  const page = place?.closest('[data-testid="stMain"]')
  if (!page) {
    if (tries) setTimeout(look, 100, key, tries - 1)
    return
  }
  const { top, bottom } = place.getBoundingClientRect()
  const below = bottom + 16 - window.innerHeight
  if (top < ABOVE || below > 0) page.scrollBy({ top: Math.min(below > 0 ? below : top - ABOVE, top - ABOVE), behavior: "smooth" })
  const field = [...place.querySelectorAll("input, textarea")].find((f) => f.type === "text" || f.tagName === "TEXTAREA")
  if (field && field.getAttribute("role") !== "combobox") field.focus({ preventScroll: true })
}

export default function ({ data }) {
  if (data.what === seen.what) return
  seen.what = data.what
  if (data.what) setTimeout(look, 150, data.key, 20) // once the page has taken its new shape
}
