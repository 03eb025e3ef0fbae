// Everything here makes a page that already works nicer. Each part looks for its own data attributes.
import { autosave } from './scripts/autosave.js'
import { errorSummary } from './scripts/error-summary.js'
import { filePreview } from './scripts/file-preview.js'
import { idleLock } from './scripts/idle-lock.js'
import { keys } from './scripts/keys.js'
import { sendOnce } from './scripts/send-once.js'
import { suggest } from './scripts/suggest.js'
import { watchState } from './scripts/watch-state.js'

for (const start of [errorSummary, keys, sendOnce, autosave, filePreview, idleLock, suggest, watchState]) {
  start(document.body.dataset)
}
