// A search form marked data-suggest="address" offers answers while one types: an ARIA combobox whose options are links.
// Without it, or when the server doesn't answer, the form is a form.
const pause = 180
const shortest = 2

export function suggest() {
  document.querySelectorAll('form[data-suggest]').forEach((form, number) => offer(form, number))
}

function offer(form, number) {
  const input = form.querySelector('input[type=search]')
  if (!input) return
  const list = document.createElement('ul')
  list.className = 'suggestions'
  list.id = `suggestions-${number}`
  list.setAttribute('role', 'listbox')
  list.hidden = true
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  form.append(list, status)
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
  })) input.setAttribute(name, value)

  let timer
  let asked
  let at = -1

  const close = () => {
    list.hidden = true
    list.replaceChildren()
    at = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  const choose = (next) => {
    const options = [...list.children]
    if (!options.length) return
    at = next < -1 ? options.length - 1 : next >= options.length ? -1 : next
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)))
    if (at < 0) input.removeAttribute('aria-activedescendant')
    else {
      input.setAttribute('aria-activedescendant', options[at].id)
      options[at].scrollIntoView({ block: 'nearest' })
    }
  }

  const ask = async () => {
    const typed = input.value.trim()
    if (typed.length < shortest) return close()
    asked?.abort()
    asked = new AbortController()
    try {
      const address = new URL(form.dataset.suggest, location.href)
      address.searchParams.set('q', typed)
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: 'application/json' } })
      if (!answer.ok) return close()
      show(await answer.json())
    } catch {
      // A newer question, or no network: the form still works.
    }
  }

  const show = ({ label, status: told, items }) => {
    close()
    if (document.activeElement !== input) return
    list.setAttribute('aria-label', label)
    status.textContent = told
    if (!items.length) return
    list.replaceChildren(...items.map((item, i) => {
      const option = document.createElement('li')
      option.id = `${list.id}-${i}`
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', 'false')
      option.dataset.href = item.href
      const name = document.createElement('span')
      name.textContent = item.name
      if (item.lang) name.lang = item.lang
      const note = document.createElement('span')
      note.className = 'suggestion-note'
      note.textContent = item.note
      option.append(name, note)
      return option
    }))
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, pause)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return
    if (event.key === 'ArrowDown') choose(at + 1)
    else if (event.key === 'ArrowUp') choose(at - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && at >= 0) location.assign(list.children[at].dataset.href)
    else return
    event.preventDefault()
  })
  // Pressing must not take the focus away before the click arrives.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]')
    if (option) location.assign(option.dataset.href)
  })
  input.addEventListener('blur', close)
}
