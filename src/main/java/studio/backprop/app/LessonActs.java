package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
  /** A command that takes its time. */
  interface UnderWay {
    /** Whether it has come to its end. @throws LineFault if it cannot come to one */
    boolean hasEnded() throws LineFault;
  }

  private static final Optional<UnderWay> AT_ONCE = Optional.empty();
  /** So long is waited for the doctor to look. */
  private static final long PATIENCE = 8_000_000_000L;

  private final RoomContext at;
  private LessonFolder folder;
  private final ComparisonModel comparison;
  private final DoctorModel doctor;
  private final Consumer<Boolean> showDoctor;
  private final PadModel pad;
  private final Runnable opened;
  private final TreeMap<Character, List<Change>> lanes = new TreeMap<>();
  /** Those that the step began with. */
  private Map<Character, List<Change>> lanesOfStep = Map.of();
  private double goal = Double.NaN;
  private double from;

  /** @param opened hears when another project is open */
  LessonActs(RoomContext at, LessonFolder folder, ComparisonModel comparison, DoctorModel doctor, Consumer<Boolean> showDoctor,
      PadModel pad, Runnable opened) {
    this.at = at;
    this.folder = folder;
    this.comparison = comparison;
    this.doctor = doctor;
    this.showDoctor = showDoctor;
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

  /** Ends what is under way. @return whether all rests */
  UnderWay stop() {
    at.run().control().cancelLoading();
    at.run().control().pause();
    comparison.pause();
    doctor.drop();
    return settled().orElseThrow();
  }

  /** Reads something of the lanes; empty where there are none. */
  <T> CompletableFuture<Optional<T>> lanes(Function<Comparison, T> question) {
    return comparison.ask(question);
  }

  /** @throws LineFault if it cannot be carried out here */
  Optional<UnderWay> carryOut(LessonCommand command) throws LineFault {
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
      if (!doctor.keep(false)) {
        throw new LineFault(1, Message.of("lesson.play.nothing_tried"));
      }
      return settled();
    } else if (command instanceof LessonCommand.KeepLane kept) {
      return keep(String.valueOf(kept.lane()), comparison.keep(kept.lane() - 'A', String.valueOf(kept.lane())));
    }
    return train(command);
  }

  private Optional<UnderWay> train(LessonCommand command) throws LineFault {
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
      showDoctor.accept(view.view() == LessonView.DOCTOR);
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
  private Optional<UnderWay> drawn(Runnable action) throws LineFault {
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

  private Optional<UnderWay> open(String name) throws LineFault {
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

  /** The step begins with the lanes that are set up now. */
  void beginStep() {
    Map<Character, List<Change>> all = new TreeMap<>();
    lanes.forEach((lane, changes) -> all.put(lane, List.copyOf(changes)));
    lanesOfStep = all;
  }

  /** Back to the start of a step. @param saved what it began with */
  void putBack(Saved saved) throws LineFault {
    open(saved, at.document().nameProperty().get());
    lanesOfStep.forEach((lane, changes) -> lanes.put(lane, new ArrayList<>(changes)));
    if (!lanes.isEmpty()) {
      setUpLanes();
    }
  }

  /** Once the trainer has carried out all orders so far, rests, and the window knows all that was measured. */
  private Optional<UnderWay> settled() {
    CompletableFuture<?> reached = at.run().trainer().ask(session -> true);
    return Optional.of(() -> reached.isDone() && rests());
  }

  /** What was measured is taken over in the frame in which the rest is seen. */
  private boolean rests() {
    Status now = at.run().trainer().status();
    return now.state() != Status.State.PLAYING && now.state() != Status.State.LOADING && at.run().statusProperty().get() == now
        && at.run().runProperty().get() == at.run().trainer().run();
  }

  /** A lane is kept once the run that goes on with it is there. */
  private Optional<UnderWay> keep(String lane, CompletableFuture<Boolean> kept) {
    UnderWay[] settling = new UnderWay[1];
    return Optional.of(() -> {
      if (kept.isDone() && !kept.join()) {
        throw new LineFault(1, Message.of("lesson.play.no_lane", lane));
      } else if (kept.isDone() && settling[0] == null) {
        settling[0] = settled().orElseThrow();
      }
      return settling[0] != null && settling[0].hasEnded();
    });
  }

  private Optional<UnderWay> edit(LessonCommand command) throws LineFault {
    Project changed = ProjectEdits.apply(command, at.document().project());
    at.document().applyAnyway(new Edit<>(ProjectEdits.name(command), project -> changed));
    opened.run();
    return settled();
  }

  private Optional<UnderWay> steps(LessonCommand.Steps steps) {
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

  private Optional<UnderWay> runTo(int epoch) {
    Run run = at.run().runProperty().get();
    begin(run == null ? 0 : (double) epoch * run.batchesPerEpoch());
    at.run().control().playTo(epoch);
    return settled();
  }

  private Optional<UnderWay> set(LessonCommand.SetNumber set) throws LineFault {
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

  private Optional<UnderWay> tryExperiment(LessonCommand.TryExperiment attempt) {
    long begun = System.nanoTime();
    boolean[] made = new boolean[1];
    return Optional.of(() -> {
      if (made[0]) {
        return doctor.attemptProperty().get().map(running -> running.done()).orElse(true);
      }
      Optional<Finding> found = doctor.findingsProperty().get().stream().filter(one -> id(one).equals(attempt.finding())).findFirst();
      if (found.isPresent()) {
        made[0] = true;
        make(found.get(), attempt.number());
      } else if (System.nanoTime() - begun > PATIENCE) {
        throw new LineFault(1, Message.of("lesson.play.no_finding", attempt.finding(),
            doctor.findingsProperty().get().stream().map(LessonActs::id).collect(Collectors.joining(", "))));
      }
      return false;
    });
  }

  private void make(Finding found, int number) throws LineFault {
    if (found.experiments().size() < number) {
      throw new LineFault(1, Message.of("lesson.play.no_experiment", id(found), found.experiments().size()));
    }
    doctor.attempt(found, found.experiments().get(number - 1));
  }

  private static String id(Finding finding) {
    return finding.kind().name().toLowerCase(Locale.ROOT);
  }
}
