package studio.backprop.ui.doctor;

import java.util.Optional;
import studio.backprop.train.doctor.Experiment;
import studio.backprop.train.doctor.Finding;
import studio.backprop.train.doctor.Remedy;

/**
 * An experiment that is under way or done.
 *
 * @param finding what it is to help against
 * @param remedy what is tried
 * @param share how far it is, 0 to 1
 * @param twin what both have come to, as soon as there is something to see
 * @param done whether it is at its end
 */
public record Attempt(Finding finding, Remedy remedy, double share, Optional<Experiment> twin, boolean done) {
  static Attempt begun(Finding finding, Remedy remedy) {
    return new Attempt(finding, remedy, 0, Optional.empty(), false);
  }

  Attempt at(double now) {
    return new Attempt(finding, remedy, now, twin, false);
  }

  Attempt showing(Experiment seen) {
    return new Attempt(finding, remedy, (double) seen.steps() / seen.wanted(), Optional.of(seen), false);
  }

  Attempt ended(Experiment made) {
    return new Attempt(finding, remedy, 1, Optional.of(made), true);
  }

  boolean isFor(Remedy other) {
    return remedy == other;
  }

  /** Whether both show the same, so that nothing need be drawn anew. */
  static boolean showTheSame(Optional<Attempt> one, Optional<Attempt> other) {
    return one.isPresent() == other.isPresent() && one.flatMap(Attempt::twin).orElse(null) == other.flatMap(Attempt::twin).orElse(null);
  }

  boolean running() {
    return !done;
  }
}
