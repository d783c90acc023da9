package studio.backprop.app.lesson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.text.Message;
import studio.backprop.ui.learn.lesson.Workbench;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Queue of a lesson's commands, executed one after the other. */
public final class CommandQueue {
  private final DocumentModel document;
  private final LessonActs acts;
  private final Deque<LessonCommand> waiting = new ArrayDeque<>();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
  private Consumer<Optional<Message>> ended = refused -> {};
  private Optional<LessonActs.UnderWay> under = Optional.empty();
  private int count;
  private boolean acting;
  private boolean stopped;
  private boolean changed;
  private long turn;

  public CommandQueue(DocumentModel document, LessonActs acts) {
    this.document = document;
    this.acts = acts;
  }

  /**
   * Starts these commands in place of the current ones.
   *
   * @param before awaited first
   * @param then receives why they failed; empty on success
   */
  public void begin(List<LessonCommand> list, CompletableFuture<?> before, Consumer<Optional<Message>> then) {
    drop();
    under = before.isDone() ? Optional.empty() : Optional.of(before::isDone);
    waiting.addAll(list);
    count = list.size();
    ended = then;
    stopped = false;
    changed = false;
    turn++;
    acting = true;
    goOn();
  }

  /** Stops once everything rests, with {@link Workbench#STOPPED}. */
  public void stop() {
    if (acting) {
      waiting.clear();
      under = Optional.of(acts.stop());
      stopped = true;
    }
  }

  /** Drops all commands without a callback. */
  public void drop() {
    waiting.clear();
    under = Optional.empty();
    ended = nothing -> {};
    acting = false;
  }

  public boolean acting() {
    return acting;
  }

  /** Progress in [0, 1]; below 0 while nothing takes long. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Once a frame. */
  public void look() {
    try {
      if (under.isPresent() && under.get().hasEnded()) {
        under = Optional.empty();
        goOn();
      }
    } catch (LineFault fault) {
      finish(Optional.of(fault.sentence()));
    }
    double far = under.isEmpty() ? -1 : (count - waiting.size() - 1 + acts.share()) / Math.max(1, count);
    if (progress.get() != far) {
      progress.set(far);
    }
  }

  /** Executes the next command; immediate ones take no frame. */
  private void goOn() {
    long mine = turn;
    while (turn == mine && under.isEmpty()) {
      LessonCommand next = waiting.poll();
      if (next == null) {
        finish(stopped ? Optional.of(Workbench.STOPPED) : unready());
        return;
      }
      try {
        under = carryOut(next);
      } catch (LineFault fault) {
        finish(Optional.of(fault.sentence()));
        return;
      }
    }
  }

  /** Edits may pass through an invalid network; other commands need a trainable one. */
  private Optional<LessonActs.UnderWay> carryOut(LessonCommand next) throws LineFault {
    boolean opens = next instanceof LessonCommand.Opening;
    boolean edits = ProjectEdits.isEdit(next);
    Optional<Message> reason = opens || edits ? Optional.empty() : unready();
    if (reason.isPresent()) {
      throw new LineFault(1, reason.get());
    }
    changed |= opens || edits;
    return acts.carryOut(next);
  }

  /** Why the resulting network cannot be trained. */
  private Optional<Message> unready() {
    return document.problemsProperty().get().stream().filter(problem -> changed).findFirst()
        .map(problem -> Message.of("lesson.play.not_ready", problem.sentence()));
  }

  private void finish(Optional<Message> refused) {
    Consumer<Optional<Message>> then = ended;
    drop();
    then.accept(refused);
  }
}
