package studio.backprop.ui.run;

import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Tape;
import studio.backprop.train.TrainingSettings;

/**
 * A run among those that grew from one.
 *
 * @param name what it does otherwise than the one it left
 * @param from the step where it begins
 * @param training its settings when it was left last
 * @param course what it has measured
 * @param tape by which its steps can be seen again
 * @param end where it stood when it was left last; null while it is the one that trains
 */
public record Branch(Message name, long from, TrainingSettings training, Course course, Tape tape, Checkpoint end) {
  Branch leftAt(Checkpoint stood, TrainingSettings settings) {
    return new Branch(name, from, settings, course, tape, stood);
  }

  Branch taken(Course measured) {
    return new Branch(name, from, training, measured, tape, null);
  }

  /** The run itself; in whatever state it is, it has one tape. */
  public boolean is(Branch other) {
    return other != null && tape == other.tape;
  }
}
