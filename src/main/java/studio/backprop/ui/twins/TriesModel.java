package studio.backprop.ui.twins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;
import studio.backprop.train.Status;
import studio.backprop.train.Status.State;
import studio.backprop.train.twins.LaneSight;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.run.Branch;
import studio.backprop.ui.run.Course;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.twins.Try.Ending;

/** Keeps a row for every run of the session: of the window, its branches, and the twins. Looks a few times a second. */
public final class TriesModel implements AutoCloseable {
  /** As many runs as have a colour of their own. */
  static final int MOST_PICKED = 6;
  /** Older ones than these are let go: each keeps two curves. */
  private static final int MOST = 150;
  static final long NANOS_BETWEEN = 400_000_000;

  private final ObservableList<Try> tries = FXCollections.observableArrayList();
  private final ObservableList<Integer> picked = FXCollections.observableArrayList();
  private final DoubleProperty pointed = new SimpleDoubleProperty(this, "pointed", Double.NaN);
  /** By the course of a run of the window or of a lane, the number of its row. A course that is forgotten elsewhere is not kept for that. */
  private final Map<Object, Integer> numbers = new WeakHashMap<>();
  private final Map<Course, Double> seconds = new WeakHashMap<>();
  private final DocumentModel document;
  private final RunModel run;
  private final TwinsModel twins;
  private final Subscription subscription;
  private int count;
  private Course followed;
  private String projectName = "";
  /** What was seen of the followed run last. */
  private Status stood;
  private Message name;
  private int planned;
  /** The step after which the lanes rest. */
  private long last;
  private List<LaneCourse> lanes = List.of();
  private long lookedAt;
  private long pulsedAt = System.nanoTime();

  public TriesModel(DocumentModel document, RunModel run, TwinsModel twins, Pulse pulse) {
    this.document = document;
    this.run = run;
    this.twins = twins;
    this.subscription = pulse.subscribe(this::look);
  }

  // --- what there is to see

  /** A row for each run, in the order of their beginnings. */
  ObservableList<Try> tries() {
    return tries;
  }

  /** The numbers of the runs that are compared, in the order in which they were picked. */
  ObservableList<Integer> picked() {
    return picked;
  }

  /** The step that is read off all curves; NaN for none. */
  DoubleProperty pointedProperty() {
    return pointed;
  }

  /** The run that the others are compared with: the first that was picked, or else the first of the same project. */
  Optional<Try> reference(Try other) {
    return picked.isEmpty()
        ? tries.stream().filter(one -> one.projectName().equals(other.projectName())).findFirst()
        : find(picked.get(0));
  }

  Optional<Try> find(int number) {
    return tries.stream().filter(one -> one.number() == number).findFirst();
  }

  // --- what can be done

  /** Picks a run to be compared, or puts it back; a seventh is not picked. */
  void pick(int number) {
    if (!picked.remove((Integer) number) && picked.size() < MOST_PICKED) {
      picked.add(number);
    }
  }

  // --- looking at the runs

  private void look() {
    long now = System.nanoTime();
    Course course = run.course();
    if (course != followed || twins.lanes() != lanes) {
      leave(course);
    }
    if (run.playing()) {
      seconds.merge(course, (now - pulsedAt) / 1e9, Double::sum);
    }
    pulsedAt = now;
    stood = run.statusProperty().get();
    name = name();
    planned = document.project().training().epochs();
    last = twins.statusProperty().get().number() == twins.start() ? twins.statusProperty().get().last() : Long.MAX_VALUE;
    if (now - lookedAt >= NANOS_BETWEEN) {
      lookedAt = now;
      write(followed, stood.state() == State.PLAYING);
      write(twins.playing());
    }
  }

  /** Another run has begun, or other twins: those before stand as they were seen last. */
  private void leave(Course course) {
    if (course != followed) {
      if (followed != null) {
        write(followed, false);
      }
      followed = course;
      projectName = document.nameProperty().get();
    }
    if (twins.lanes() != lanes) {
      write(false);
      lanes = twins.lanes();
    }
  }

  private void write(Course course, boolean running) {
    if (course.isEmpty() || course.repeats()) {
      return;
    }
    Ending ending = switch (stood.state()) {
      case FAULT -> Ending.BROKEN;
      case FINISHED -> course.epochs().size() < planned ? Ending.STOPPED_EARLY : Ending.FINISHED;
      default -> running ? Ending.RUNNING : Ending.PAUSED;
    };
    put(new Try(number(course), name, projectName, course.project(), (long) course.lastStep(), course.loss(), course.measure(), course.epochs(),
        course.recalled() > 0 ? Double.NaN : seconds.getOrDefault(course, 0.0), ending, stood.fault().map(Fault::sentence)));
  }

  private Message name() {
    Branch branch = run.branches().currentProperty().get();
    boolean branched = branch != null && branch.from() > 0 && run.branches().all().size() > 1;
    return branched ? Message.of("tries.branch", branch.from()) : Message.of("tries.run");
  }

  private void write(boolean running) {
    for (int lane = 0; lane < lanes.size(); lane++) {
      LaneCourse course = lanes.get(lane);
      Message title = Message.of("tries.twin", Words.letter(lane));
      course.sight().filter(sight -> sight.step() > 0 || sight.fault().isPresent()).ifPresent(sight -> put(new Try(
          number(course), title, projectName, course.project(), sight.step(), course.loss(), course.measure(), sight.epochs(), sight.nanos() / 1e9,
          ending(sight, running), sight.fault().map(Fault::sentence))));
    }
  }

  private Ending ending(LaneSight sight, boolean running) {
    if (sight.fault().isPresent()) {
      return Ending.BROKEN;
    }
    if (sight.stoppedEarly()) {
      return Ending.STOPPED_EARLY;
    }
    return sight.step() >= last ? Ending.FINISHED : running ? Ending.RUNNING : Ending.PAUSED;
  }

  private int number(Object course) {
    return numbers.computeIfAbsent(course, fresh -> ++count);
  }

  private void put(Try row) {
    for (int i = tries.size() - 1; i >= 0; i--) {
      if (tries.get(i).number() == row.number()) {
        if (!tries.get(i).sameAs(row)) {
          tries.set(i, row);
        }
        return;
      }
    }
    tries.add(row);
    if (tries.size() > MOST) {
      int oldest = tries.remove(0).number();
      picked.remove((Integer) oldest);
      numbers.values().remove(oldest);
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
