// Focus goes to what went wrong, or to what was just done; a link in the summary leads into the field.
export function errorSummary() {
  const first = document.querySelector('[data-error-summary]') ?? document.querySelector('[data-announce]')
  first?.focus()

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-error-summary] a[href^="#"]')
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!field) return
    const inputs = 'input:not([type=hidden]), select, textarea'
    const input = field.matches(inputs)
      ? field
      : (field.querySelector('[aria-invalid=true]') ?? field.querySelector(inputs))
    if (!input) return
    event.preventDefault()
    const group = field.closest('.govuk-form-group') ?? field
    group.scrollIntoView()
    input.focus({ preventScroll: true })
  })
}
