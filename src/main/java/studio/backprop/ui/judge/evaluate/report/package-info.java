/** An evaluation on paper: one page of HTML with everything in it, or the same as PDF. What it says is handed in; nothing is computed. */
package studio.backprop.ui.judge.evaluate.report;
