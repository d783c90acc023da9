/**
 * Attributions of the chosen example, shared by canvas, inside views, inspector and Explain page. An {@link AttributionFeed} computes one
 * method on a worker thread, at most four times per second and only while it is shown. Decision 72.
 */
package studio.backprop.ui.workspace.attribution;
