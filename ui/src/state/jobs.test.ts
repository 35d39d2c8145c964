import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useHost, type JobEvent } from '@/ipc'
import { useJobs } from './jobs'
import { useNotices } from './notices'

const SUMMARY = { imported: 2, duplicates: 1, refused: 1, targets: 40 }

const EVENTS: JobEvent[] = [
  { kind: 'started', job: 7, job_kind: 'import', total: 3 },
  { kind: 'step', job: 7, phase: 'extracting', done: 1, total: 3, subject: 'b.txt' },
  { kind: 'note', job: 7, subject: 'a.txt', code: 'no_region', detail: null },
  { kind: 'refused', job: 7, subject: 'c.bin', error: { code: 'binary_file', message: 'no text', subject: 'c.bin', causes: [] } },
]

beforeEach(() => {
  setActivePinia(createPinia())
  return () => useHost(null)
})

describe('jobs', () => {
  it('show_how_far_they_are', () => {
    const jobs = useJobs()
    EVENTS.forEach(jobs.take)
    expect(jobs.running).toHaveLength(1)
    expect(jobs.running[0]).toMatchObject({ kind: 'import', phase: 'extracting', done: 1, total: 3, subject: 'b.txt' })
  })

  it('keep_notes_and_refusals_when_finished', () => {
    const jobs = useJobs()
    EVENTS.forEach(jobs.take)
    jobs.take({ kind: 'finished', job: 7, summary: SUMMARY })
    expect(jobs.running).toEqual([])
    expect(jobs.ended[0]).toMatchObject({ state: 'finished', done: 3, summary: SUMMARY, notes: [{ code: 'no_region' }], refused: [{ subject: 'c.bin' }] })
    expect(jobs.ended[0]?.refused[0]?.error.code).toBe('binary_file')
  })

  it('two_at_once_do_not_mix', () => {
    const jobs = useJobs()
    jobs.take({ kind: 'started', job: 1, job_kind: 'seed', total: 5 })
    jobs.take({ kind: 'started', job: 2, job_kind: 'import', total: 1 })
    jobs.take({ kind: 'cancelled', job: 1, summary: SUMMARY })
    expect(jobs.running.map((job) => job.job)).toEqual([2])
    expect(jobs.ended[0]?.state).toBe('cancelled')
  })

  it('a_cancel_that_fails_leaves_the_job_running_and_says_so', async () => {
    useHost({ call: () => Promise.reject(new Error('gone')), listener: (onEvent) => onEvent })
    const jobs = useJobs()
    jobs.take({ kind: 'started', job: 1, job_kind: 'seed', total: 5 })
    await jobs.cancel(1)
    expect(jobs.running[0]?.state).toBe('running')
    expect(useNotices().list[0]).toMatchObject({ kind: 'error', during: 'cancel' })
  })
})
