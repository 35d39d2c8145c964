/** Writes the chart on screen as a file; says where it went, or why it did not. */
import { chartExport, WireError, type ChartChoice, type ChartFormat } from '@/ipc'
import { useNotices, useView } from '@/state'

/** The formats, the most wanted first. */
export const CHART_FORMATS: readonly ChartFormat[] = ['png', 'svg', 'csv']

/** Width of an exported picture in pixels of the page: what stands well on a page of A4. */
const WIDTH = 960

export async function exportChart(format: ChartFormat, choice: ChartChoice): Promise<void> {
  const view = useView()
  const notices = useNotices()
  try {
    const outcome = await chartExport({ format, filter: view.query, choices: view.choices, choice, language: view.effective_language, width: WIDTH })
    if (outcome.path !== null) notices.written(outcome.path)
  } catch (thrown) {
    notices.fail('export', WireError.from(thrown))
  }
}
