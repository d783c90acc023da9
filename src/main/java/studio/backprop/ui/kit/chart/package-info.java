/**
 * Static charts by JFreeChart: look, fonts, and loading in the background when the first is shown. Curves of a running training do not
 * come here; they are painted by {@code watch.plots} (decisions 17 and 18).
 */
package studio.backprop.ui.kit.chart;
