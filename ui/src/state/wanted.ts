/** What one page asked another to show: a target in the review, a plan in the library. Taken once, not saved. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { PlanId, TargetId } from '@/ipc'
import { useView } from './view'

export const useWanted = defineStore('wanted', () => {
  const view = useView()
  const target = ref<TargetId | null>(null)
  const plan = ref<PlanId | null>(null)

  /** Opens the review at this target, whatever the filter shows. */
  function showTarget(id: TargetId): void {
    target.value = id
    view.goTo('intake', 'review')
  }

  /** Opens the library at this plan. */
  function showPlan(id: PlanId): void {
    plan.value = id
    view.goTo('intake', 'library')
  }

  function take<T>(held: { value: T | null }): T | null {
    const { value } = held
    held.value = null
    return value
  }

  return { target, plan, showTarget, showPlan, takeTarget: () => take(target), takePlan: () => take(plan) }
})
