/**
 * Metrics as pure functions of arrays in double precision, by the names and definitions of scikit-learn: ROC and precision–recall curves,
 * class and regression reports, calibration, bootstrap resamples. {@link Ranking} sorts scores once, so that a threshold is found in O(log
 * n).
 */
package studio.backprop.evaluate.metric;
