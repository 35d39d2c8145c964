import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from '@/app/App.vue'
import { i18n } from '@/lib/i18n'
import '@/design/tokens.css'
import '@/design/base.css'
import '@/design/print.css'

createApp(App).use(createPinia()).use(i18n).mount('#app')
