package studio.backprop.ui.inside.debugger;

import studio.backprop.derivation.Subject;
import studio.backprop.observe.Example;
import studio.backprop.run.Run;

/** Request for the explanation of a number in a step of a run, for one example or the whole batch. */
record Asked(Run run, long step, Subject subject, Example example, boolean whole) {
  Asked about(Subject number) {
    return new Asked(run, step, number, example, whole);
  }
}
