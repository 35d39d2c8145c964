/** Which library is open, which others there are, its backups, and whether it is whole. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Backup, CareReport, HandOver, LibraryState, RecentLibrary } from '@/ipc'
import {
  backupList, backupMake, backupRestore, libraryCare, libraryChoose, libraryCopy, libraryCreate, libraryForget, libraryRecent, librarySwitch, WireError,
} from '@/ipc'
import { useChanges, useIntake, useLibrary, useNotices, type During } from '@/state'

export const useCare = defineStore('care', () => {
  const library = useLibrary()
  const report = shallowRef<CareReport | null>(null)
  const checking = ref(false)
  const recent = shallowRef<RecentLibrary[]>([])
  const backups = shallowRef<Backup[] | null>(null)
  const working = ref(false)
  /** Where the file that a restore replaced lies now. */
  const kept_aside = ref<string | null>(null)

  const fail = (during: During, thrown: unknown) => useNotices().fail(during, WireError.from(thrown))

  /** One thing at a time: two dialogs or two restores at once would stand in each other's way. */
  async function alone<T>(during: During, work: () => Promise<T>): Promise<T | null> {
    if (working.value) return null
    working.value = true
    try {
      return await work()
    } catch (thrown) {
      fail(during, thrown)
      return null
    } finally {
      working.value = false
    }
  }

  /** The care after the start, asked for once the first picture stands. */
  async function check(): Promise<void> {
    if (checking.value) return
    checking.value = true
    try {
      report.value = await libraryCare()
      if (backups.value !== null) await loadBackups()
    } catch (thrown) {
      fail('library', thrown)
    } finally {
      checking.value = false
    }
  }

  async function loadRecent(): Promise<void> {
    try {
      recent.value = await libraryRecent()
    } catch (thrown) {
      fail('library', thrown)
    }
  }

  async function loadBackups(): Promise<void> {
    try {
      backups.value = await backupList()
    } catch (thrown) {
      backups.value = []
      fail('backup', thrown)
    }
  }

  /** Another library stands in the window now. */
  async function opened(state: LibraryState | null): Promise<boolean> {
    if (state === null) return false
    useIntake().clear()
    library.put(state)
    report.value = null
    await Promise.all([loadRecent(), loadBackups()])
    void check()
    return true
  }

  const choose = async () => opened(await alone('open', libraryChoose))
  const create = async () => opened(await alone('library', libraryCreate))
  const switchTo = async (path: string) => opened(await alone('open', () => librarySwitch(path)))

  async function forget(path: string): Promise<void> {
    await alone('library', () => libraryForget(path))
    await loadRecent()
  }

  /** Writes the library as one file. Whether it was written. */
  async function handOver(what: HandOver): Promise<boolean> {
    const path = await alone('library', () => libraryCopy(what))
    if (path !== null) useNotices().written(path)
    return path !== null
  }

  async function make(): Promise<void> {
    await alone('backup', backupMake)
    await loadBackups()
  }

  async function restore(name: string): Promise<boolean> {
    const answer = await alone('restore', () => backupRestore(name))
    if (answer === null) return false
    kept_aside.value = answer.kept_aside
    const done = await opened(answer.library)
    await useChanges().noticed()
    return done
  }

  return { report, checking, recent, backups, working, kept_aside, alone, check, loadRecent, loadBackups, choose, create, switchTo, forget, handOver, make, restore }
})
