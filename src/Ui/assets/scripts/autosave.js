import { say } from './send-once.js'

// A form marked data-autosave="address" is posted a moment after typing, with its antiforgery token and without files.
const pause = 800
const again = 10_000

export function autosave(texts) {
  document.querySelectorAll('form[data-autosave]').forEach((form) => watch(form, texts))
}

function watch(form, { textSaving, textSaved, textNotSaved }) {
  const address = form.dataset.autosave || form.action
  let timer
  let changed = false
  let running = false

  const later = (wait) => {
    clearTimeout(timer)
    timer = setTimeout(() => save(), wait)
  }

  async function save(leaving) {
    clearTimeout(timer)
    timer = undefined
    if (!changed || form.dataset.sent || (running && !leaving)) return
    changed = false
    running = true
    say(form, textSaving)
    try {
      const answer = await fetch(address, {
        method: 'POST',
        body: body(form),
        headers: { 'X-Requested-With': 'fetch' },
        keepalive: leaving === true,
      })
      // A redirect leads to signing in again: nothing was saved.
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
      say(form, textSaved)
    } catch {
      changed = true
      say(form, textNotSaved)
      later(again)
    } finally {
      running = false
      if (changed && !timer) later(pause)
    }
  }

  form.addEventListener('input', (event) => {
    if (event.target.type === 'file') return
    changed = true
    later(pause)
  })
  form.addEventListener('submit', () => clearTimeout(timer))
  addEventListener('online', () => save())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save(true)
  })
}

function body(form) {
  const all = new FormData(form)
  for (const [name, value] of [...all]) if (value instanceof File) all.delete(name)
  return new URLSearchParams(all)
}
