/** For every error code: what happened, what is safe, what to do. */
export const errorsZh = {
  error: {
    empty_file: { what: '文件里没有文字', safe: '资料库没有变化。', act: '请确认文件不是空的，或另选一份。' },
    binary_file: { what: '这不是文本文件', safe: '资料库没有变化。', act: '请另存为纯文本（.txt）后再导入。' },
    undecodable: { what: '无法判断文件的文字编码', safe: '资料库没有变化，文件未被改动。', act: '请用记事本另存为 UTF-8 后再导入。' },
    file_too_large: { what: '文件超过大小上限', safe: '资料库没有变化。', act: '请拆分文件，或只保留方案正文。' },
    file_unreadable: { what: '文件打不开', safe: '资料库没有变化。', act: '请检查文件是否还在原处、是否被其他程序占用、是否有读取权限。' },
    file_unwritable: { what: '文件写不进去', safe: '资料库和屏幕上的比较都没有变化。', act: '请关闭正在使用该文件的程序（如 Excel、Word），或另选文件夹。' },
    library_newer: { what: '资料库由更新版本的程序建立', safe: '资料库未被改动。', act: '请安装新版程序后再打开。' },
    library_damaged: { what: '资料库文件已损坏', safe: '程序没有改写它，原文件保留在原处。', act: '请先复制一份保存，再用备份替换后重试。' },
    library_busy: { what: '资料库正被另一个程序使用', safe: '资料库未被改动。', act: '请关闭另一个窗口或命令行程序后重试。' },
    span_mismatch: { what: '保存的引文与原文对不上', safe: '出错的内容没有显示，也没有导出。', act: '请运行 planlens check 检查资料库，或重新导入该方案。' },
    not_found: { what: '要找的内容已不存在', safe: '其他内容没有变化。', act: '请刷新后再选一次。' },
    cancelled: { what: '已取消', safe: '取消前完成的文件都已保留。', act: '需要时可重新开始。' },
    internal: { what: '程序内部出错', safe: '资料库中的方案没有变化。', act: '请重试；若再次出现，请把技术细节发给维护者。' },
  },
  error_subject: '对象：{subject}',
  error_during: { open: '打开资料库', compare: '比较方案', overview: '生成总览', evidence: '读取证据', export: '导出', import: '导入方案', reveal: '打开文件夹', save_view: '保存视图', cancel: '取消任务' },
  error_label: '{during}：{what}',
}

export const errorsEn: typeof errorsZh = {
  error: {
    empty_file: { what: 'The file holds no text', safe: 'The library is unchanged.', act: 'Check that the file is not empty, or choose another one.' },
    binary_file: { what: 'This is not a text file', safe: 'The library is unchanged.', act: 'Save it as plain text (.txt) and import that.' },
    undecodable: { what: 'The text encoding could not be recognised', safe: 'The library and the file are unchanged.', act: 'Save the file as UTF-8 and import it again.' },
    file_too_large: { what: 'The file is larger than the limit', safe: 'The library is unchanged.', act: 'Split the file, or keep only the text of the plan.' },
    file_unreadable: { what: 'The file could not be opened', safe: 'The library is unchanged.', act: 'Check that the file is still there, is not in use by another program, and may be read.' },
    file_unwritable: { what: 'The file could not be written', safe: 'The library and the comparison on screen are unchanged.', act: 'Close the program that uses the file (Excel, Word), or choose another folder.' },
    library_newer: { what: 'The library was made by a newer version of the program', safe: 'The library is unchanged.', act: 'Install the newer version and open it again.' },
    library_damaged: { what: 'The library file is damaged', safe: 'The program has not written to it; the file is where it was.', act: 'Keep a copy of it, put a backup in its place, and try again.' },
    library_busy: { what: 'Another program is using the library', safe: 'The library is unchanged.', act: 'Close the other window or command line program and try again.' },
    span_mismatch: { what: 'A stored quotation does not match its text', safe: 'What is wrong was neither shown nor exported.', act: 'Run “planlens check” on the library, or import the plan again.' },
    not_found: { what: 'What was asked for no longer exists', safe: 'Everything else is unchanged.', act: 'Refresh and choose again.' },
    cancelled: { what: 'Cancelled', safe: 'Documents finished before that are kept.', act: 'Start again whenever you like.' },
    internal: { what: 'The program made a mistake', safe: 'The plans in the library are unchanged.', act: 'Try again; if it returns, send the technical details to the maintainers.' },
  },
  error_subject: 'Concerns: {subject}',
  error_during: { open: 'Opening the library', compare: 'Comparing the plans', overview: 'Building the overview', evidence: 'Reading the evidence', export: 'Export', import: 'Importing plans', reveal: 'Opening the folder', save_view: 'Saving the view', cancel: 'Cancelling the job' },
  error_label: '{during}: {what}',
}
