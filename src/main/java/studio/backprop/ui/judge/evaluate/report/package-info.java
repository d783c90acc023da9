/**
 * Evaluation report: one self-contained page of XHTML with SVG plots, or the same as PDF. Nothing is computed here but the digest of the
 * data; {@link ReportFacts} gathers what the page shows.
 */
package studio.backprop.ui.judge.evaluate.report;
