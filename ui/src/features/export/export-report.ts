import { reportExport, WireError, type ReportFormat } from '@/ipc'
import { useNotices, useView } from '@/state'

/** The formats, the most wanted first. */
export const FORMATS: readonly ReportFormat[] = ['xlsx', 'docx', 'html', 'csv', 'json']

/** Writes what is on screen in a format; says where it went, or why it did not. */
export async function exportReport(format: ReportFormat): Promise<void> {
  const view = useView()
  const notices = useNotices()
  try {
    const outcome = await reportExport({ format, language: view.effective_language, filter: view.query, choices: view.choices, units: view.unit_mode })
    if (outcome.path !== null) notices.written(outcome.path)
  } catch (thrown) {
    const error = WireError.from(thrown)
    if (error.code !== 'cancelled') notices.fail('export', error)
  }
}
