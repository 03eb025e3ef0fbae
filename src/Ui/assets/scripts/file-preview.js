// Shows what was chosen before it is sent, and says at once when it is too large.
export function filePreview({ textChosen }) {
  for (const input of document.querySelectorAll('input[type=file][data-preview]')) {
    const place = document.getElementById(input.dataset.preview)
    if (place) input.addEventListener('change', () => show(input, place, textChosen))
  }
}

function show(input, place, textChosen) {
  const files = [...input.files]
  const most = Number(input.dataset.maxBytes) || Infinity
  const tooBig = files.some((file) => file.size > most) ? (input.dataset.tooBig ?? '') : ''
  input.setCustomValidity(tooBig)
  place.replaceChildren()
  if (tooBig) {
    place.append(element('p', tooBig, 'file-preview-error'))
    return
  }
  if (!files.length) return
  place.append(element('p', textChosen ?? ''))
  const list = document.createElement('ul')
  for (const file of files) {
    const item = element('li', `${file.name} (${(file.size / 1048576).toFixed(1)} MB)`)
    if (/^image\/(jpeg|png|webp)$/.test(file.type)) item.prepend(picture(file))
    list.append(item)
  }
  place.append(list)
}

function picture(file) {
  const image = new Image()
  const address = URL.createObjectURL(file)
  image.alt = ''
  image.onload = () => URL.revokeObjectURL(address)
  image.onerror = () => image.remove()
  image.src = address
  return image
}

function element(name, text, className = '') {
  const one = document.createElement(name)
  one.className = className
  one.textContent = text
  return one
}
