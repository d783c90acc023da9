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
 * The weights that a person sets between two steps, edit by edit, so that each edit can be taken back and made again. Where no step was
 * taken since, the number alone goes back; otherwise the run as it stood before the edit is there again. On the thread that trains.
 */
final class ManualWeightEdits {
  /** As many as a document can undo. */
  private static final int MOST = 1000;

  private final TrainingLoop loop;
  private final Map<Long, Made> made = new LinkedHashMap<>();

  /** An edit. @param playing whether training went on meanwhile */
  private record Made(List<ManualWeight> sets, boolean playing) {}

  ManualWeightEdits(TrainingLoop loop) {
    this.loop = loop;
  }

  /** Sets a number of a parameter. Nothing happens where there is no run, or where it has no such number. */
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
      if (made.size() > MOST) {
        made.remove(made.keySet().iterator().next());
      }
    });
  }

  /** Makes an edit again, with the values that it ended with. */
  void again(long edit) {
    Optional<Made> before = Optional.ofNullable(made.remove(edit));
    before.ifPresent(was -> was.sets().forEach(set -> set(edit, set.node(), set.parameter(), set.index(), set.value())));
  }

  /** Takes an edit back where no step was taken since. @return whether it did */
  boolean takeBack(long edit) {
    Optional<CheckpointLog> log = loop.live().map(it -> it.run().checkpointLog());
    boolean last = log.filter(it -> it.takeBack(edit)).isPresent();
    if (last) {
      numbersBack(edit);
    }
    return last;
  }

  /** Gives the numbers of an edit back what they were, wherever the run has come to by now. */
  void numbersBack(long edit) {
    List<ManualWeight> sets = Optional.ofNullable(made.get(edit)).map(Made::sets).orElse(List.of());
    for (int i = sets.size() - 1; i >= 0; i--) {
      ManualWeight set = sets.get(i);
      loop.live().filter(it -> it.has(set.node(), set.parameter(), set.index()))
          .ifPresent(it -> it.setBack(set.node(), set.parameter(), set.index(), set.before()));
    }
  }

  /** The run as it stood before an edit; empty where it keeps no history of that, or where there is no memory for it. */
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

  /**
   * Undo or redo of an edit has come to another document.
   *
   * @param turned is told what became of the runs
   * @param kept the run of that document, where it was left
   * @param travel takes the last step of a checkpoint log anew
   */
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
