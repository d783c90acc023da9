package studio.backprop.lesson.play;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.backprop.doctor.Doctor;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.HealthMonitor;
import studio.backprop.doctor.HealthStats;
import studio.backprop.doctor.Remedy;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.text.Message;
import studio.backprop.train.Session;

/** Doctor of a training in headless execution: examines on request, and only after new steps. */
final class PlayedDoctor {
  private final Session session;
  private final HealthMonitor monitor;
  private Doctor doctor;
  private Optional<HealthStats> judged = Optional.empty();
  private List<Finding> found = List.of();
  private Set<String> findings = Set.of();

  PlayedDoctor(Session session) {
    this.session = session;
    monitor = new HealthMonitor(session);
  }

  HealthMonitor monitor() {
    return monitor;
  }

  void examine() {
    Optional<HealthStats> newest = monitor.newest();
    if (newest.isPresent() && !same(newest.get())) {
      doctor = doctor == null ? new Doctor(session.project(), session.data()) : doctor;
      judged = newest;
      found = doctor.examine(newest.get());
      findings = found.stream().map(one -> one.kind().id()).collect(Collectors.toSet());
    }
  }

  private boolean same(HealthStats newest) {
    return judged.isPresent() && judged.get() == newest;
  }

  boolean hasExamined() {
    return judged.isPresent();
  }

  Set<String> findings() {
    return findings;
  }

  /** Experiment proposed by a finding. @throws LineFault if there is no such finding or experiment */
  Remedy experiment(LessonCommand.TryExperiment attempt) throws LineFault {
    examine();
    Finding finding = found.stream().filter(one -> one.kind().id().equals(attempt.finding())).findFirst()
        .orElseThrow(() -> new LineFault(1, Message.of("lesson.play.no_finding", attempt.finding(), String.join(", ", findings))));
    if (finding.experiments().size() < attempt.number()) {
      throw new LineFault(1, Message.of("lesson.play.no_experiment", attempt.finding(), finding.experiments().size()));
    }
    return finding.experiments().get(attempt.number() - 1);
  }
}
