package studio.backprop.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import studio.backprop.data.DataProblem;
import studio.backprop.observe.HistogramLog;
import studio.backprop.project.Project;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.ManualWeight;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.train.Session;

/**
 * Undo and redo of manually set weights. Before the next step undo restores the number, later the run as of before the edit. Training
 * thread only.
 */
final class ManualWeightEdits {
  /** As many as the undo history of a document. */
  private static final int MAX_EDITS = 1000;

  private final TrainingLoop loop;
  private final Map<Long, Made> made = new LinkedHashMap<>();

  /** Edit. @param playing whether training was running */
  private record Made(List<ManualWeight> sets, boolean playing) {}

  ManualWeightEdits(TrainingLoop loop) {
    this.loop = loop;
  }

  /** Sets a number of a parameter; ignored if it does not exist. */
  void set(long edit, int node, String parameter, int index, float value) {
    Optional<LiveRun> live = loop.live().filter(it -> it.has(node, parameter, index));
    if (live.filter(it -> it.session().fault().isPresent()).isPresent()) {
      loop.forgive();
    }
    live.map(it -> it.set(edit, node, parameter, index, value)).ifPresent(set -> {
      List<ManualWeight> sets = made.computeIfAbsent(edit, id -> new Made(new ArrayList<>(), loop.playing())).sets();
      if (!sets.isEmpty() && sets.get(sets.size() - 1).goesOn(set)) {
        sets.set(sets.size() - 1, sets.get(sets.size() - 1).to(value));
      } else {
        sets.add(set);
      }
      if (made.size() > MAX_EDITS) {
        made.remove(made.keySet().iterator().next());
      }
    });
  }

  /** Redo with the final values of an edit. */
  void again(long edit) {
    Optional<Made> before = Optional.ofNullable(made.remove(edit));
    before.ifPresent(was -> was.sets().forEach(set -> set(edit, set.node(), set.parameter(), set.index(), set.value())));
  }

  /** Undo, if no step was taken since. @return whether it did */
  boolean takeBack(long edit) {
    Optional<CheckpointLog> log = loop.live().map(it -> it.run().checkpointLog());
    boolean last = log.filter(it -> it.takeBack(edit)).isPresent();
    if (last) {
      numbersBack(edit);
    }
    return last;
  }

  /** Restores the numbers of an edit at the current step. */
  void numbersBack(long edit) {
    List<ManualWeight> sets = Optional.ofNullable(made.get(edit)).map(Made::sets).orElse(List.of());
    for (int i = sets.size() - 1; i >= 0; i--) {
      ManualWeight set = sets.get(i);
      loop.live().filter(it -> it.has(set.node(), set.parameter(), set.index()))
          .ifPresent(it -> it.setBack(set.node(), set.parameter(), set.index(), set.before()));
    }
  }

  /** The run as of before an edit; empty without history or memory. */
  Optional<SuspendedRun> before(long edit) {
    Run run = loop.live().map(LiveRun::run).orElse(null);
    if (run == null || !run.checkpointLog().available() || run.checkpointLog().handSets(edit).isEmpty()) {
      return Optional.empty();
    }
    CheckpointLog earlier = run.checkpointLog().beforeEdit(edit);
    try {
      Session session = earlier.session();
      new SessionSeeker(session, earlier).goTo(earlier.newest(), () -> false);
      HistogramLog histograms = run.histogramLog().upTo(earlier.newest());
      return Optional.of(new SuspendedRun(earlier, histograms, session.checkpoint(), made.get(edit).playing()));
    } catch (DataProblem | OutOfMemoryError e) {
      return Optional.empty();
    }
  }

  /** Undo or redo of an edit by change of the document. */
  void turn(Project project, long edit, boolean again, UndoEffect turned, Optional<SuspendedRun> kept,
      BiConsumer<Session, CheckpointLog> travel) {
    boolean inPlace = kept.isEmpty() && (again || takeBack(edit));
    if (inPlace && again) {
      again(edit);
    }
    Optional<SuspendedRun> stood = inPlace ? Optional.empty() : loop.stand();
    Optional<SuspendedRun> back = stood.isEmpty() ? Optional.empty() : kept.or(() -> before(edit));
    if (back.isEmpty() && !inPlace) {
      numbersBack(edit);
    }
    turned.settle(back.isEmpty() ? Optional.empty() : stood, kept.isPresent() ? Optional.empty() : back);
    turned.came().complete(back.isPresent() && loop.comeBack(project, back, travel));
  }
}
