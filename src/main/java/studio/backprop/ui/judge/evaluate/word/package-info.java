/** How metrics, parts and slices are written, on the page and in a report. */
package studio.backprop.ui.judge.evaluate.word;
