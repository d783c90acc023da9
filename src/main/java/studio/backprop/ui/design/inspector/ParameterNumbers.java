package studio.backprop.ui.design.inspector;

import studio.backprop.observe.Snapshot;
import studio.backprop.plan.Parameter;
import studio.backprop.tensor.Shape;

/**
 * Statistics of one parameter after a step.
 *
 * @param name such as {@code weight}
 * @param shape such as 16×8×3×3
 * @param norm ‖w‖
 * @param gradientNorm ‖∂L/∂w‖, NaN where not trainable
 * @param updateRatio ‖Δw‖ ÷ ‖w‖ of the step
 * @param least minimum, NaN where values are not copied
 * @param mean NaN where values are not copied
 * @param most maximum, NaN where values are not copied
 */
record ParameterNumbers(
    String node, String name, String shape, double norm, double gradientNorm, double updateRatio, double least, double mean, double most) {

  static ParameterNumbers of(Snapshot snapshot, int index, String node) {
    Parameter parameter = snapshot.parameters().get(index);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    float[] values = snapshot.hasValues() ? snapshot.values(index) : new float[] {Float.NaN};
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value;
    }
    return new ParameterNumbers(
        node,
        parameter.name(),
        shape(parameter),
        snapshot.weightNorm(index),
        snapshot.gradNorm(index),
        snapshot.updateRatio(index),
        least,
        sum / values.length,
        most);
  }

  private static String shape(Parameter parameter) {
    Shape rest = parameter.spec().shape();
    return parameter.spec().rows() == 1 ? rest.toString() : parameter.spec().rows() + "×" + rest;
  }
}
