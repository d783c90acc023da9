package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.lesson.play.SessionFacts;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.network.Edit;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.compare.Comparison;
import studio.backprop.train.compare.ComparisonRunner;
import studio.backprop.train.doctor.Finding;
import studio.backprop.train.observe.Example;
import studio.backprop.train.run.Run;
import studio.backprop.train.run.Status;
import studio.backprop.ui.compare.ComparisonModel;
import studio.backprop.ui.doctor.DoctorModel;
import studio.backprop.ui.pad.PadModel;

/**
 * The commands of lessons, each carried out as a person would: through the models of the rooms. A command answers when it has come to its
 * end, or nothing where it has already.
 */
final class LessonActs {
  private static final Optional<BooleanSupplier> AT_ONCE = Optional.empty();
  /** So long is waited for the doctor to look. */
  private static final long PATIENCE = 8_000_000_000L;

  private final RoomContext at;
  private LessonFolder folder;
  private final ComparisonModel comparison;
  private final DoctorModel doctor;
  private final SidePanel beside;
  private final PadModel pad;
  private final Runnable opened;
  private final TreeMap<Character, List<Change>> lanes = new TreeMap<>();
  private double goal = Double.NaN;
  private double from;
  private ComparisonRunner.Status lanesSeen;

  /** @param opened hears when another project is open */
  LessonActs(RoomContext at, LessonFolder folder, ComparisonModel comparison, DoctorModel doctor, SidePanel beside, PadModel pad,
      Runnable opened) {
    this.at = at;
    this.folder = folder;
    this.comparison = comparison;
    this.doctor = doctor;
    this.beside = beside;
    this.pad = pad;
    this.opened = opened;
  }

  /** Its projects are those of this state of the folder from now on. */
  void renew(LessonFolder read) {
    folder = read;
  }

  DoctorModel doctor() {
    return doctor;
  }

  /** How far the command is that is being carried out, from 0 to 1. */
  double share() {
    if (!lanes.isEmpty() && !Double.isNaN(goal) && goal < 0) {
      return comparison.share();
    }
    double done = at.run().history().isEmpty() ? 0 : at.run().history().lastStep();
    return Double.isNaN(goal) || goal <= from ? 0 : Math.max(0, Math.min(1, (done - from) / (goal - from)));
  }

  void pause() {
    comparison.pause();
    doctor.drop();
  }

  /** Reads something of the lanes; empty where there are none. */
  <T> CompletableFuture<Optional<T>> lanes(Function<Comparison, T> question) {
    return comparison.ask(question);
  }

  /** Whether the lanes of a comparison have come to another rest since this was asked last. */
  boolean lanesMoved() {
    ComparisonRunner.Status now = comparison.rest().orElse(null);
    boolean moved = now != null && now != lanesSeen;
    lanesSeen = now;
    return moved;
  }

  /** @throws LineFault if it cannot be carried out here */
  Optional<BooleanSupplier> carryOut(LessonCommand command) throws LineFault {
    goal = Double.NaN;
    if (command instanceof LessonCommand.Open open) {
      return open(open.file());
    } else if (command instanceof LessonCommand.OpenSample sample) {
      return open("sample " + sample.id());
    } else if (command instanceof Change change && change.lane().isPresent()) {
      lanes.computeIfAbsent(change.lane().get(), lane -> new ArrayList<>()).add(change);
      setUpLanes();
      return AT_ONCE;
    } else if (ProjectEdits.isEdit(command)) {
      return edit(command);
    } else if (command instanceof LessonCommand.TryExperiment attempt) {
      return tryExperiment(attempt);
    } else if (command instanceof LessonCommand.KeepExperiment) {
      doctor.keep();
      at.run().control().pause();
      return settled();
    } else if (command instanceof LessonCommand.KeepLane kept) {
      comparison.keep(kept.lane() - 'A', String.valueOf(kept.lane()));
      return settled();
    }
    return train(command);
  }

  private Optional<BooleanSupplier> train(LessonCommand command) throws LineFault {
    if (command instanceof LessonCommand.Reset) {
      at.run().restarts().reset();
      return settled();
    } else if (command instanceof LessonCommand.Steps steps) {
      return steps(steps);
    } else if (command instanceof LessonCommand.RunToEpoch run) {
      return runTo(run.epoch());
    } else if (command instanceof LessonCommand.SetNumber set) {
      return set(set);
    } else if (command instanceof LessonCommand.RunLanes) {
      goal = -1;
      comparison.runToEnd();
      return Optional.of(() -> comparison.ended() || comparison.refused().isPresent());
    } else if (command instanceof LessonCommand.OpenView view) {
      beside.showDoctor(view.view() == LessonView.DOCTOR);
    } else if (command instanceof LessonCommand.SelectNode select) {
      at.document().select(ids(select.node()));
    } else if (command instanceof LessonCommand.ChooseExample chosen) {
      at.run().observation().chooseExample(new Example(chosen.part(), chosen.row()));
    } else if (command instanceof LessonCommand.Draw draw) {
      return drawn(() -> {
        pad.openProperty().set(true);
        pad.show(draw.drawing());
      });
    } else if (command instanceof LessonCommand.LabelDrawing label) {
      return drawn(() -> pad.label(label.label()));
    } else if (command instanceof LessonCommand.GoToStep go) {
      at.run().past().goTo(go.step());
    }
    return AT_ONCE;
  }

  /** Something is done on the pad; it has come to its end once the network looks at that. @throws LineFault if there is no pad */
  private Optional<BooleanSupplier> drawn(Runnable action) throws LineFault {
    if (!pad.possibleProperty().get()) {
      throw new LineFault(1, Message.of("lesson.play.no_pictures", at.document().project().data().dataset()));
    }
    action.run();
    return Optional.of(pad::sentAll);
  }

  /** While it is hidden, the pad sends no drawing to the network: its answer would be seen before it is predicted. */
  void hidePad(boolean hidden) {
    pad.withheldProperty().set(hidden);
  }

  private List<Integer> ids(String name) throws LineFault {
    return ProjectEdits.found(name, at.document().network()).stream().map(Node::id).toList();
  }

  private Optional<BooleanSupplier> open(String name) throws LineFault {
    open(folder.project(name).saved(), name.replaceFirst("^sample ", "").replaceFirst("\\.backprop$", ""));
    return settled();
  }

  /** Opens a project in the place of the one before: a lesson's projects are nobody's work. */
  void open(Saved saved, String name) {
    lanes.clear();
    at.run().files().open(() -> at.document().open(saved.project(), name, Optional.empty()), saved);
    at.run().control().speedProperty().set(Double.POSITIVE_INFINITY);
    at.run().observation().chooseExample(Example.FIRST);
    opened.run();
  }

  /** Once the trainer has carried out all orders so far, rests, and the window shows its run. */
  private Optional<BooleanSupplier> settled() {
    CompletableFuture<?> reached = at.run().trainer().ask(session -> true);
    return Optional.of(() -> reached.isDone() && at.run().trainer().status().state() != Status.State.PLAYING
        && at.run().trainer().status().state() != Status.State.LOADING && at.run().runProperty().get() == at.run().trainer().run());
  }

  private Optional<BooleanSupplier> edit(LessonCommand command) throws LineFault {
    Project changed = ProjectEdits.apply(command, at.document().project());
    at.document().applyAnyway(new Edit<>(ProjectEdits.name(command), project -> changed));
    opened.run();
    return settled();
  }

  private Optional<BooleanSupplier> steps(LessonCommand.Steps steps) {
    if (steps.grain() == Grain.EPOCH) {
      return runTo(at.run().history().epochs().size() + steps.count());
    } else if (steps.grain() == Grain.OP) {
      for (int i = 0; i < steps.count(); i++) {
        at.run().control().stepOp();
      }
    } else {
      begin(at.run().history().lastStep() + steps.count());
      at.run().control().steps(steps.count());
    }
    return settled();
  }

  private void begin(double wanted) {
    from = at.run().history().isEmpty() ? 0 : at.run().history().lastStep();
    goal = wanted;
    at.run().control().speedProperty().set(Double.POSITIVE_INFINITY);
  }

  private Optional<BooleanSupplier> runTo(int epoch) {
    Run run = at.run().runProperty().get();
    begin(run == null ? 0 : (double) epoch * run.batchesPerEpoch());
    at.run().control().playTo(epoch);
    return settled();
  }

  private Optional<BooleanSupplier> set(LessonCommand.SetNumber set) throws LineFault {
    for (int id : ids(set.node())) {
      Node node = at.document().network().node(id);
      ParameterSpec spec = at.document().analysis().parameters(node).stream().filter(one -> one.name().equals(set.parameter())).findFirst()
          .orElseThrow(() -> new LineFault(1, Message.of("lesson.play.no_parameter", set.node(), set.parameter())));
      int place = SessionFacts.place(spec, set.indices());
      if (place < 0) {
        throw new LineFault(1, Message.of("lesson.play.no_place", set.node(), set.parameter(),
            set.indices().stream().map(String::valueOf).collect(Collectors.joining(","))));
      }
      at.run().weights().set(id, set.parameter(), place, (float) set.value(), false);
    }
    return settled();
  }

  private void setUpLanes() throws LineFault {
    List<Project> projects = new ArrayList<>();
    Project base = at.document().project();
    for (char lane = 'A'; lane <= lanes.lastKey(); lane++) {
      Project variant = base;
      for (Change change : lanes.getOrDefault(lane, List.of())) {
        variant = ProjectEdits.apply(change, variant);
      }
      base = lane == 'A' ? variant : base;
      projects.add(variant);
    }
    if (projects.size() > 1) {
      comparison.compare(projects);
    }
  }

  private Optional<BooleanSupplier> tryExperiment(LessonCommand.TryExperiment attempt) {
    long begun = System.nanoTime();
    boolean[] made = new boolean[1];
    return Optional.of(() -> {
      if (made[0]) {
        return doctor.attemptProperty().get().map(running -> running.done()).orElse(true);
      }
      Optional<Finding> found = doctor.findingsProperty().get().stream()
          .filter(one -> one.kind().name().toLowerCase(Locale.ROOT).equals(attempt.finding())).findFirst();
      if (found.isPresent() && found.get().experiments().size() >= attempt.number()) {
        made[0] = true;
        doctor.attempt(found.get(), found.get().experiments().get(attempt.number() - 1));
        return false;
      }
      return System.nanoTime() - begun > PATIENCE;
    });
  }
}
