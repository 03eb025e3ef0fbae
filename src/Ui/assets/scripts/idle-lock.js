// On a shared computer: after some idle minutes the screen goes to the lock page. Work in another tab of the same
// browser counts. A minute before, it says so. The server ends the session by its own clock.
const place = 'ui-last-active'
const minute = 60_000

export function idleLock({ idleMinutes, lockUrl, textIdle }) {
  const limit = Number(idleMinutes) * minute
  if (!(limit > 0) || !lockUrl) return
  let last = Date.now()
  let noted = 0
  let warning

  const active = () => {
    last = Date.now()
    warning?.remove()
    warning = undefined
    if (last - noted < 5000) return
    noted = last
    share(last)
  }
  active()
  for (const kind of ['pointerdown', 'keydown', 'scroll', 'touchstart']) {
    addEventListener(kind, active, { passive: true, capture: true })
  }

  setInterval(() => {
    const idle = Date.now() - Math.max(last, shared())
    if (idle >= limit) {
      const address = new URL(lockUrl, location.href)
      address.searchParams.set('returnUrl', location.pathname + location.search)
      location.replace(address)
    } else if (idle >= limit - minute && limit > minute && !warning) {
      warning = document.createElement('p')
      warning.className = 'idle-warning'
      warning.setAttribute('role', 'alert')
      warning.textContent = textIdle ?? ''
      document.body.append(warning)
    } else if (idle < limit - minute) {
      warning?.remove()
      warning = undefined
    }
  }, 5000)
}

function share(time) {
  try {
    localStorage.setItem(place, String(time))
  } catch {
    // storage refused: each tab counts for itself
  }
}

function shared() {
  try {
    return Number(localStorage.getItem(place)) || 0
  } catch {
    return 0
  }
}
