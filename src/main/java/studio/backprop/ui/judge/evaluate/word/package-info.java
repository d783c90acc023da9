/** Localized names of metrics, parts and slices, for page and report. */
package studio.backprop.ui.judge.evaluate.word;
