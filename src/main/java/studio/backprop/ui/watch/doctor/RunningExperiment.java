package studio.backprop.ui.watch.doctor;

import java.util.Optional;
import studio.backprop.doctor.Experiment;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.Remedy;

/**
 * Running or finished experiment.
 *
 * @param finding to be remedied
 * @param remedy that is tested
 * @param share progress, 0 to 1
 * @param twin state of both trainings, once available
 * @param done whether it is finished
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

  /** Whether both look the same, so that no redraw is needed. */
  static boolean showTheSame(Optional<RunningExperiment> one, Optional<RunningExperiment> other) {
    return one.isPresent() == other.isPresent() && one.flatMap(RunningExperiment::twin)
        .orElse(null) == other.flatMap(RunningExperiment::twin).orElse(null);
  }

  boolean running() {
    return !done;
  }
}
