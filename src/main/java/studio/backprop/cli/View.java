package studio.backprop.cli;

import java.util.Locale;

/** View of the window that the benchmark opens while a project trains. Neighbouring panels are open as well. */
public enum View {
  STRUCTURE,
  ACTIVATIONS,
  /** NETWORK with the input tinted by the chosen attribution. */
  TINT,
  WEIGHTS,
  GRADIENTS,
  /** Change of each number since the previous step. */
  CHANGE,
  /** Of a selected layer, with ridges; the canvas shows gradients, as in all that follow. */
  NUMBERS,
  /** Inside view of the node with the most parameters, in place of the canvas. */
  INSIDE,
  DOCTOR,
  ANALYSER,
  /** All examples, in place of the canvas. */
  EXAMPLES,
  /** Examples of one cell of the confusion matrix. */
  CELL,
  /** Attributions of the selected example, in place of the canvas. */
  EXPLAIN,
  METRICS,
  CROSS_VALIDATION,
  /** Columns of a table, in place of the canvas. */
  FEATURES,
  /** Projection of a node's outputs, in place of the canvas. */
  EMBEDDING,
  /** Single plot, in place of canvas and plots. */
  LOSS,
  FLOW,
  OUTPUT,
  /** Continuous drawing on the pad; the canvas shows activations. */
  PAD,
  PRESENTED_NETWORK,
  PRESENTED_FLOW,
  PRESENTED_OUTPUT,
  /** Loss landscape of four variants, which train in place of the project; their steps count. */
  LANDSCAPE,
  /** Search of the learning rate, which trains in place of the project; its steps are epochs. */
  SEARCH;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
