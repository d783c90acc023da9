/**
 * Anatomy of a page (decision 90): {@link studio.backprop.ui.kit.page.Page} is shown, {@link studio.backprop.ui.kit.page.PageModel} is
 * its state, {@link studio.backprop.ui.kit.page.PageContent} its content or why there is none, and
 * {@link studio.backprop.ui.kit.page.PageWorker} computes for it in the background.
 */
package studio.backprop.ui.kit.page;
