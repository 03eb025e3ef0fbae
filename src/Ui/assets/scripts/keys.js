// One letter presses a button; j and k walk along a list. Never while typing, never with Ctrl, Alt or the like.
// Who doesn't want that turns it off below the page; the choice stays on this computer.
const place = 'ui-keys-off'

export function keys({ textKeysOn, textKeysOff }) {
  if (!document.querySelector('[data-key], [data-keys]')) return
  let off = read()
  if (textKeysOn) document.querySelector('main')?.append(toggle())

  document.addEventListener('keydown', (event) => {
    if (off || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    const button = [...document.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key && !one.disabled)
    if (button) {
      event.preventDefault()
      button.click()
      return
    }
    walk(event, key)
  })

  function toggle() {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'keys-toggle column'
    const show = () => (button.textContent = off ? textKeysOff : textKeysOn)
    button.addEventListener('click', () => {
      off = !off
      write(off)
      show()
    })
    show()
    return button
  }
}

function walk(event, key) {
  for (const list of document.querySelectorAll('[data-keys]')) {
    const [next, previous] = list.dataset.keys
    const step = key === next ? 1 : key === previous ? -1 : 0
    if (!step) continue
    const links = [...list.querySelectorAll('a[href]')]
    let at = links.indexOf(document.activeElement)
    if (at < 0) at = links.findIndex((link) => link.hasAttribute('aria-current'))
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
    event.preventDefault()
    return
  }
}

function isTyping(target) {
  return target.isContentEditable || target.matches?.('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), select, textarea')
}

// Storage may be refused; then the choice lasts as long as the page.
function read() {
  try {
    return localStorage.getItem(place) === '1'
  } catch {
    return false
  }
}

function write(off) {
  try {
    localStorage.setItem(place, off ? '1' : '0')
  } catch {
    // see read()
  }
}
