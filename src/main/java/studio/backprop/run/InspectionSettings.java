package studio.backprop.run;

import studio.backprop.observe.Example;

/** Inspection settings of snapshots (example, node, comparison with the previous step) that carry over to later runs. */
final class InspectionSettings {
  private Example example = Example.FIRST;
  private int lookedInto = -1;
  private boolean compares;

  /** Sets the inspected example. */
  void choose(Example chosen) {
    example = chosen;
  }

  /** Sets the traced node; negative for none. */
  void lookInto(int node) {
    lookedInto = node;
  }

  /** Sets whether snapshots have values of the previous step. */
  void compare(boolean wanted) {
    compares = wanted;
  }

  /** Applies the settings to a run, also while it is paused. */
  void applyTo(Run run) {
    run.choose(example);
    run.lookInto(lookedInto);
    run.compare(compares);
    run.show();
  }
}
