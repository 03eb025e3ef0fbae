// A form that is on its way isn't sent again. The server takes care of it as well; this saves the reader the worry.
const patience = 20_000

export function sendOnce({ textSending }) {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || form.method !== 'post' || 'many' in form.dataset) return
    if (form.dataset.sent) {
      event.preventDefault()
      return
    }
    form.dataset.sent = '1'
    const button = event.submitter
    button?.setAttribute('aria-disabled', 'true')
    say(form, textSending)
    setTimeout(() => release(form), patience)
  })

  // Back from the next page: the form may be sent again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(release)
  })
}

function release(form) {
  delete form.dataset.sent
  say(form, '')
  for (const button of form.querySelectorAll('[aria-disabled=true]')) button.removeAttribute('aria-disabled')
}

/** Says something quietly at the end of a form. */
export function say(form, text) {
  let line = form.querySelector(':scope > .save-status')
  if (!line) {
    line = document.createElement('p')
    line.className = 'save-status'
    line.setAttribute('role', 'status')
    form.append(line)
  }
  line.textContent = text ?? ''
}
