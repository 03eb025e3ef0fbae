// A part of the page that waits for something outside: asks now and then, and loads the page again once the answer differs.
const every = 4000
const patience = 20 * 60_000

export function watchState() {
  for (const part of document.querySelectorAll('[data-watch]')) {
    const { watch, state } = part.dataset
    const until = Date.now() + patience
    const ask = async () => {
      if (Date.now() > until) return
      if (!document.hidden) {
        try {
          const answer = await fetch(watch, { headers: { accept: 'text/plain' } })
          if (answer.ok && !answer.redirected && (await answer.text()) !== state) {
            location.replace(location.pathname)
            return
          }
        } catch {
          // Asked again.
        }
      }
      setTimeout(ask, every)
    }
    setTimeout(ask, every)
  }
}
