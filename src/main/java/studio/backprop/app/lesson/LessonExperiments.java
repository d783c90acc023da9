package studio.backprop.app.lesson;

import java.util.Optional;
import java.util.stream.Collectors;
import studio.backprop.doctor.Finding;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.text.Message;
import studio.backprop.ui.watch.doctor.DoctorModel;

/** The doctor's experiments as lesson commands. */
final class LessonExperiments {
  /** Maximum wait for the doctor's findings, in ns. */
  private static final long PATIENCE = 8_000_000_000L;

  private final DoctorModel doctor;

  LessonExperiments(DoctorModel doctor) {
    this.doctor = doctor;
  }

  /** Runs an experiment once its finding appears. */
  LessonActs.UnderWay attempt(LessonCommand.TryExperiment wanted) {
    long begun = System.nanoTime();
    boolean[] made = new boolean[1];
    return () -> {
      if (made[0]) {
        return doctor.attemptProperty().get().map(running -> running.done()).orElse(true);
      }
      Optional<Finding> found = doctor.findingsProperty().get().stream().filter(one -> one.kind().id().equals(wanted.finding()))
          .findFirst();
      if (found.isPresent()) {
        made[0] = true;
        make(found.get(), wanted.number());
      } else if (System.nanoTime() - begun > PATIENCE) {
        throw new LineFault(1, Message.of("lesson.play.no_finding", wanted.finding(),
            doctor.findingsProperty().get().stream().map(one -> one.kind().id()).collect(Collectors.joining(", "))));
      }
      return false;
    };
  }

  private void make(Finding found, int number) throws LineFault {
    if (found.experiments().size() < number) {
      throw new LineFault(1, Message.of("lesson.play.no_experiment", found.kind().id(), found.experiments().size()));
    }
    doctor.attempt(found, found.experiments().get(number - 1));
  }

  /**
   * Keeps the tested change, without a training step.
   *
   * @throws LineFault if nothing was tested
   */
  void keep() throws LineFault {
    if (!doctor.keep(false)) {
      throw new LineFault(1, Message.of("lesson.play.nothing_tried"));
    }
  }
}
