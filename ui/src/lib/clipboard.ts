/**
 * Copying through the system's clipboard interface; says whether the system allowed it. A text that has to be asked
 * for is promised to the clipboard at once: it takes texts only while a key press or a click is being answered.
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text)
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text.then((words) => new Blob([words], { type: 'text/plain' })) })])
    return true
  } catch {
    return false
  }
}
