// Commits what is typed in a text area once the user pauses, as Ctrl+Enter would, without taking the focus or the words away.
export default function ({ data }) {
  const state = (window.noteLive ??= { timer: 0 });
  state.selector = `.st-key-${CSS.escape(data.key)} textarea`;
  if (state.listening) return;
  state.listening = true;
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !field.matches(state.selector)) return;
    clearTimeout(state.timer);
    state.timer = setTimeout(() => {
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, ctrlKey: true, bubbles: true }));
    }, 600);
  });
}
