package studio.backprop.run;

import studio.backprop.observe.Example;

/** What every snapshot shows, of the run that is there and of those that will take its place. */
final class InspectionSettings {
  private Example example = Example.FIRST;
  private int lookedInto = -1;
  private boolean compares;

  /** The example whose way through the network is shown. */
  void choose(Example chosen) {
    example = chosen;
  }

  /** The node that is shown from inside, below 0 for none. */
  void lookInto(int node) {
    lookedInto = node;
  }

  /** Whether it is shown what the last step has changed. */
  void compare(boolean wanted) {
    compares = wanted;
  }

  /** Lets a run show this from now on, at once also while it rests. */
  void applyTo(Run run) {
    run.choose(example);
    run.lookInto(lookedInto);
    run.compare(compares);
    run.show();
  }
}
