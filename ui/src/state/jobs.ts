/** Long work: what is running, and what finished work had to say. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { JobEvent, JobId, JobKind, JobPhase, JobSummary, NoteCode } from '@/ipc'
import { jobCancel, WireError } from '@/ipc'
import { useNotices } from './notices'

export interface JobNote {
  subject: string
  code: NoteCode
  detail: string | null
}

export interface Refusal {
  subject: string
  error: WireError
}

export interface Job {
  job: JobId
  kind: JobKind
  state: 'running' | 'cancelling' | 'finished' | 'failed' | 'cancelled'
  phase: JobPhase | null
  done: number
  total: number
  subject: string | null
  notes: JobNote[]
  refused: Refusal[]
  summary: JobSummary | null
  error: WireError | null
}

function begun(job: JobId, kind: JobKind, total: number): Job {
  return { job, kind, state: 'running', phase: null, done: 0, total, subject: null, notes: [], refused: [], summary: null, error: null }
}

/** The job after one more event. */
export function advanced(job: Job, event: JobEvent): Job {
  switch (event.kind) {
    case 'started':
      return begun(event.job, event.job_kind, event.total)
    case 'step':
      return { ...job, phase: event.phase, done: event.done, total: event.total, subject: event.subject }
    case 'note':
      return { ...job, notes: [...job.notes, { subject: event.subject, code: event.code, detail: event.detail }] }
    case 'refused':
      return { ...job, refused: [...job.refused, { subject: event.subject, error: WireError.from(event.error) }] }
    case 'finished':
      return { ...job, state: 'finished', done: job.total, summary: event.summary }
    case 'cancelled':
      return { ...job, state: 'cancelled', summary: event.summary }
    case 'failed':
      return { ...job, state: 'failed', error: WireError.from(event.error) }
  }
}

export const useJobs = defineStore('jobs', () => {
  const list = ref<Job[]>([])
  const running = computed(() => list.value.filter((job) => job.state === 'running' || job.state === 'cancelling'))
  const ended = computed(() => list.value.filter((job) => job.state !== 'running' && job.state !== 'cancelling'))

  /** Takes one event of any job, as it arrives. */
  function take(event: JobEvent): void {
    const known = list.value.find((job) => job.job === event.job)
    const next = advanced(known ?? begun(event.job, event.kind === 'started' ? event.job_kind : 'import', 0), event)
    list.value = known ? list.value.map((job) => (job === known ? next : job)) : [...list.value, next]
  }

  async function cancel(id: JobId): Promise<void> {
    const set = (state: Job['state']) => {
      list.value = list.value.map((job) => (job.job === id && (job.state === 'running' || job.state === 'cancelling') ? { ...job, state } : job))
    }
    set('cancelling')
    try {
      await jobCancel(id)
    } catch (thrown) {
      set('running')
      useNotices().fail('cancel', WireError.from(thrown))
    }
  }

  function dismiss(id: JobId): void {
    list.value = list.value.filter((job) => job.job !== id)
  }

  return { list, running, ended, take, cancel, dismiss }
})
