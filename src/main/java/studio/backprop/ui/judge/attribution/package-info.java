/**
 * Explain page: attributions of a score of the chosen example by several methods, for images, tables, texts and graphs. {@link
 * AttributionModel} decides, {@link AttributionWorker} computes on a copy of the network, at most twice per second and a fifth of a core
 * while training runs. Decisions 65 and 72.
 */
package studio.backprop.ui.judge.attribution;
