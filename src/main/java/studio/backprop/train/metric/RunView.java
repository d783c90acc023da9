package studio.backprop.train.metric;

/** Read-only view of a run's current metrics; NaN if unknown. */
public interface RunView {
  default double metric(Quantity.Over over, Metric metric) {
    return Double.NaN;
  }

  /** Scheduled learning rate of the last step. */
  default double rate() {
    return Double.NaN;
  }

  /** ‖∂L/∂w‖ of a parameter in the last step. */
  default double gradientNorm(String node, String parameter) {
    return Double.NaN;
  }

  /** ‖w‖ of a parameter. */
  default double weightNorm(String node, String parameter) {
    return Double.NaN;
  }
}
