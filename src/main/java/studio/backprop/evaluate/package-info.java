/**
 * Evaluation of trained models: metrics with 95 % confidence intervals, from predictions. {@link ModelEvaluation} is the result for a part
 * of the data: {@link MulticlassEvaluation}, {@link BinaryEvaluation} with a threshold, or {@link RegressionEvaluation}; {@link
 * MetricEstimate} is a value with its interval, {@link DataSlices} are groups of rows. Values, names and definitions are those of
 * scikit-learn, held by reference vectors. Immutable results, computed on the caller's thread. Decisions 63, 70, 76 and 78.
 */
package studio.backprop.evaluate;
