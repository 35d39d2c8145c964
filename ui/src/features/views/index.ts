/** Views with a name: the menu in the frame, and the dialog that orders them. */
export { default as ViewsDialog } from './ViewsDialog.vue'
export { default as ViewsMenu } from './ViewsMenu.vue'
