import type { ErrorCode, WireError as WireErrorShape } from './types'

const CODES: readonly ErrorCode[] = [
  'empty_file', 'binary_file', 'undecodable', 'file_too_large', 'too_complex', 'legacy_office', 'ofd_file', 'scanned_file',
  'archive_file', 'protected_file', 'damaged_file', 'no_table', 'no_pdf_engine', 'took_too_long', 'reading_stopped', 'file_unreadable', 'file_unwritable', 'library_newer',
  'library_damaged', 'library_busy', 'library_read_only', 'library_in_use', 'disk_full', 'span_mismatch', 'not_found', 'cancelled', 'internal',
]

/** An error of the core. The window words it by `code`; `message` is for logs and the details fold. */
export class WireError extends Error implements WireErrorShape {
  readonly code: ErrorCode
  readonly subject: string | null
  readonly causes: string[]

  constructor(shape: WireErrorShape) {
    super(shape.message)
    this.name = 'WireError'
    this.code = shape.code
    this.subject = shape.subject
    this.causes = shape.causes
  }

  /** Whatever a failed call rejects with, as a WireError; what is not one is a defect and says so. */
  static from(thrown: unknown): WireError {
    if (thrown instanceof WireError) return thrown
    if (isShape(thrown)) return new WireError(thrown)
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return new WireError({ code: 'internal', message, subject: null, causes: [] })
  }
}

function isShape(thrown: unknown): thrown is WireErrorShape {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return false
  return CODES.includes(thrown.code as ErrorCode) && 'causes' in thrown && Array.isArray(thrown.causes)
}
