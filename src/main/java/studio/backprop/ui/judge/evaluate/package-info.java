/**
 * Metrics page: figures of a part of the data with intervals, curves, confusion matrix, calibration, decision threshold and slices. {@link
 * MetricsModel} reads a copy of the network; {@link ThresholdModel} moves the figures within a frame, bootstrap intervals follow from
 * {@link EvaluationWorker} in the background. Numbers: {@code evaluate}. Decision 63.
 */
package studio.backprop.ui.judge.evaluate;
