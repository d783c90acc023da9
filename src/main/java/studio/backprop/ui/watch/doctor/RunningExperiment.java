package studio.backprop.ui.watch.doctor;

import java.util.Optional;
import studio.backprop.doctor.Experiment;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.Remedy;

/**
 * An experiment that is under way or done.
 *
 * @param finding what it is to help against
 * @param remedy what is tried
 * @param share how far it is, 0 to 1
 * @param twin what both have come to, as soon as there is something to see
 * @param done whether it is at its end
 */
public record RunningExperiment(Finding finding, Remedy remedy, double share, Optional<Experiment> twin, boolean done) {
  static RunningExperiment begun(Finding finding, Remedy remedy) {
    return new RunningExperiment(finding, remedy, 0, Optional.empty(), false);
  }

  RunningExperiment at(double now) {
    return new RunningExperiment(finding, remedy, now, twin, false);
  }

  RunningExperiment showing(Experiment seen) {
    return new RunningExperiment(finding, remedy, (double) seen.steps() / seen.wanted(), Optional.of(seen), false);
  }

  RunningExperiment ended(Experiment made) {
    return new RunningExperiment(finding, remedy, 1, Optional.of(made), true);
  }

  boolean isFor(Remedy other) {
    return remedy == other;
  }

  /** Whether both show the same, so that nothing need be drawn anew. */
  static boolean showTheSame(Optional<RunningExperiment> one, Optional<RunningExperiment> other) {
    return one.isPresent() == other.isPresent() && one.flatMap(RunningExperiment::twin)
        .orElse(null) == other.flatMap(RunningExperiment::twin).orElse(null);
  }

  boolean running() {
    return !done;
  }
}
