package studio.backprop.cli;

import java.util.Locale;

/** What of the window a person can look at while a project trains. All that stands beside it is open as well. */
public enum View {
  STRUCTURE,
  ACTIVATIONS,
  /** The same, with the input tinted by the chosen attribution. */
  TINT,
  WEIGHTS,
  GRADIENTS,
  /** What each number has changed by since the step before. */
  CHANGE,
  /** Of a selected layer, with ridges; the canvas shows gradients, as in all that follow. */
  NUMBERS,
  /** The node with the most parameters from inside, in place of the canvas. */
  INSIDE,
  /** In place of the inspector. */
  DOCTOR,
  /** In place of the plots. */
  ANALYSER,
  /** All examples, in place of the canvas. */
  EXAMPLES,
  /** Those of one cell of the confusion matrix. */
  CELL,
  /** The chosen example explained, in place of the canvas. */
  EXPLAIN,
  /** The metrics of the validation part, in place of the canvas. */
  METRICS,
  /** Cross-validation, in place of the canvas. */
  CROSS_VALIDATION,
  /** The columns of a table, in place of the canvas. */
  FEATURES,
  /** The outputs of a node laid out, in place of the canvas. */
  EMBEDDING,
  /** A plot alone, in place of canvas and plots. */
  LOSS,
  FLOW,
  OUTPUT,
  /** A hand draws on the pad without a pause; the canvas shows activations. */
  PAD,
  /** In presenter mode. */
  PRESENTED_NETWORK,
  PRESENTED_FLOW,
  PRESENTED_OUTPUT,
  /** The map of the loss of four twin runs, which train in place of the project; its steps are theirs. */
  LANDSCAPE,
  /** A search of the learning rate, which trains in place of the project; its steps are epochs. */
  SEARCH;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
