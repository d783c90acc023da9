package studio.backprop.ui.learn.author;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.teaching.author.CommandTape;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.ManualWeights;
import studio.backprop.ui.workspace.run.RunModel;

/** Records the author's actions in the window as lesson commands, without those of the lesson itself. */
public final class RecordModel implements AutoCloseable {
  private static final String RESET = "edit.reset";

  private final BooleanProperty recording = new SimpleBooleanProperty(this, "recording");
  private final ObservableList<CommandTape.Line> lines = FXCollections.observableArrayList();
  private final CommandTape tape = new CommandTape();
  private final DocumentModel document;
  private final RunModel run;
  private final BooleanSupplier acting;
  private final Subscription subscriptions;
  private Run followed;
  /** Last recorded or skipped step. */
  private long written;
  /** Whether the next run is a resumed one. */
  private boolean returns;
  private int openings;

  /** @param acting whether the lesson itself is executing commands */
  public RecordModel(DocumentModel document, RunModel run, Pulse pulse, BooleanSupplier acting) {
    this.document = document;
    this.run = run;
    this.acting = acting;
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        document.projectProperty().subscribe((before, now) -> edited(before, now)),
        document.marksProperty().subscribe((before, now) -> marked()),
        run.weights().placedProperty().subscribe((before, now) -> now.ifPresent(this::placed)),
        run.observation().exampleProperty().subscribe((before, now) -> chosen(now)),
        run.past().stepProperty().subscribe((before, now) -> now.ifPresent(this::wentTo)),
        recording.subscribe((before, now) -> begin(now)));
  }

  public BooleanProperty recordingProperty() {
    return recording;
  }

  /** Recorded commands. */
  public ObservableList<CommandTape.Line> lines() {
    return lines;
  }

  public void clear() {
    tape.clear();
    lines.clear();
  }

  private void begin(boolean now) {
    if (now) {
      settle();
    }
  }

  /** Skips what has happened so far. */
  private void settle() {
    followed = run.runProperty().get();
    written = last();
    openings = document.openingsProperty().get();
    returns = false;
  }

  private long last() {
    return (long) run.history().lastStep();
  }

  private boolean writes() {
    return recording.get() && !acting.getAsBoolean() && openings == document.openingsProperty().get();
  }

  private void look() {
    if (!recording.get()) {
      return;
    }
    if (!writes()) {
      settle();
      return;
    }
    Run now = run.runProperty().get();
    if (now != followed) {
      followed = now;
      written = returns ? last() : (long) run.history().recalled();
      returns = false;
    }
    if (!run.playing()) {
      train();
    }
  }

  /** Records training steps since the last call. */
  private void train() {
    long last = last();
    if (last > written && run.runProperty().get() == followed && followed != null) {
      boolean epochEnds = last % followed.batchesPerEpoch() == 0;
      tape.train((int) (last - written), epochEnds ? (int) (last / followed.batchesPerEpoch()) : 0);
      written = last;
      show();
    }
  }

  private void edited(Project before, Project now) {
    if (writes()) {
      train();
      returns = tape.edit(before, now);
      show();
    }
  }

  /** A reset is a mark in the history of the document, which undo removes. */
  private void marked() {
    if (writes()) {
      if (is(document.undoNameProperty().get())) {
        train();
        tape.reset();
      } else if (is(document.redoNameProperty().get())) {
        returns = tape.undoReset();
        if (!returns) {
          tape.unknown();
        }
      } else if (byHand(document.redoNameProperty().get()) && !tape.undoSet()) {
        tape.unknown();
      }
      show();
    }
  }

  private static boolean is(Optional<Message> name) {
    return name.filter(one -> one.key().equals(RESET)).isPresent();
  }

  private static boolean byHand(Optional<Message> name) {
    return name.filter(one -> one.key().startsWith("edit.hand.")).isPresent();
  }

  private void placed(ManualWeights.Placed placed) {
    if (writes()) {
      train();
      Optional<Node> node = document.network().find(placed.node());
      Optional<ParameterSpec> spec = node.flatMap(one -> document.analysis().parameters(one).stream()
          .filter(parameter -> parameter.name().equals(placed.parameter())).findFirst());
      spec.ifPresentOrElse(found -> tape.set(node.get().name(), found, placed.index(), placed.value()), tape::unknown);
      show();
    }
  }

  private void chosen(Example example) {
    boolean pointedAt = example.drawn().flatMap(DrawnExample::noise).isPresent(); // passes with the mouse
    if (writes() && run.runProperty().get() == followed && !pointedAt) {
      train();
      if (example.drawn().isPresent()) {
        tape.drawn();
      } else {
        tape.look(new LessonCommand.ChooseExample(example.part(), example.row()));
      }
      show();
    }
  }

  private void wentTo(long step) {
    if (writes()) {
      train();
      tape.look(new LessonCommand.GoToStep(step));
      show();
    }
  }

  private void show() {
    lines.setAll(tape.lines());
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
