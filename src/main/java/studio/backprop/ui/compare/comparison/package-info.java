/**
 * Comparison page: two to four variants that train side by side, with a check that they differ in one setting only, and the table of the
 * run history. {@link ComparisonModel} sends orders to {@code compare.ComparisonRunner} and takes its snapshots once a frame; {@link
 * RunsModel} is the table, {@link ComparisonTab} the seam for the other tabs.
 */
package studio.backprop.ui.compare.comparison;
