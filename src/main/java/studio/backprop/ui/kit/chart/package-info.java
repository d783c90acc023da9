/**
 * Charts of numbers that stand still, drawn by JFreeChart: how they look, and when the library is loaded. Knows the tokens and no room;
 * what is drawn comes from whoever shows it. Curves of a running training do not come here, they have a pen of their own.
 */
package studio.backprop.ui.kit.chart;
