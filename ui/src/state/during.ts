/** Message keys of what was being done. */
import type { MessageKey } from '@/lib'

export const messages = {
  open: 'error_during.open',
  compare: 'error_during.compare',
  overview: 'error_during.overview',
  evidence: 'error_during.evidence',
  export: 'error_during.export',
  import: 'error_during.import',
  reveal: 'error_during.reveal',
  save_view: 'error_during.save_view',
  views: 'error_during.views',
  cancel: 'error_during.cancel',
  review: 'error_during.review',
  undo: 'error_during.undo',
  history: 'error_during.history',
  synonyms: 'error_during.synonyms',
  library: 'error_during.library',
  backup: 'error_during.backup',
  restore: 'error_during.restore',
  merge: 'error_during.merge',
} as const satisfies Record<string, MessageKey>
