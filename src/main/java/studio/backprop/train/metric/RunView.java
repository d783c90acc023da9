package studio.backprop.train.metric;

/** What can be read of a run at one moment. A figure that is not known there is NaN. Nodes and parameters are named as in the network. */
public interface RunView {
  /** A metric over some of the examples. */
  default double metric(Quantity.Over over, Metric metric) {
    return Double.NaN;
  }

  /** The learning rate of the last step, with its schedule. */
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
