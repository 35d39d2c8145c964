/** Tests run on a Chinese system, whatever the machine they run on. */
Object.defineProperty(navigator, 'languages', { value: ['zh-CN', 'zh'], configurable: true })
