/**
 * The words of the trade on a page to search. What they mean stands in the texts; where they are labels, {@code kit.Terms} explains them.
 */
package studio.backprop.ui.learn.glossary;
