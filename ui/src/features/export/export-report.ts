import { reportExport, WireError, type Chapter, type ChartChoice, type ReportFormat } from '@/ipc'
import { useNotices, useView } from '@/state'

/** The formats, the most wanted first. */
export const FORMATS: readonly ReportFormat[] = ['xlsx', 'docx', 'pdf', 'html', 'csv', 'json']

/** Every chapter of a report, in its order; one without data is left out when the report is made. */
export const CHAPTERS: readonly Chapter[] = [
  'title_page',
  'summary',
  'method',
  'plans',
  'indicators',
  'charts',
  'tasks',
  'instruments',
  'incentives',
  'safeguards',
  'not_comparable',
  'citations',
  'sources',
]

/** The chart that the analyst made; none as long as the page of charts stands as it was found. */
function chosenChart(chart: ChartChoice): ChartChoice | null {
  const counts = !['grouped_bar', 'dot_plot', 'small_multiples'].includes(chart.kind)
  return counts || chart.indicators.length > 0 ? chart : null
}

/** Writes what is on screen in a format; says where it went, or why it did not. */
export async function exportReport(format: ReportFormat): Promise<void> {
  const view = useView()
  const notices = useNotices()
  try {
    const outcome = await reportExport({
      format,
      language: view.effective_language,
      filter: view.query,
      choices: view.choices,
      units: view.unit_mode,
      chapters: [...CHAPTERS],
      template: 'modern',
      chart: chosenChart(view.chart),
    })
    if (outcome.path !== null) notices.written(outcome.path)
  } catch (thrown) {
    const error = WireError.from(thrown)
    if (error.code !== 'cancelled') notices.fail('export', error)
  }
}
