package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.data.Part;
import studio.backprop.derivation.Explanation;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RoundTexts;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Debugger state: follows one number of the selected node through the current step, or else the next one. JavaFX thread only. Computes
 * nothing while hidden or while steps go by faster than readable. One class, because answer, progress and outdated flag are decided
 * together, once a frame.
 */
public final class DebuggerModel implements AutoCloseable {
  /** Steps per second up to which answers are computed. */
  private static final double READABLE = 5;

  private final ReadOnlyObjectWrapper<Explained> answer = new ReadOnlyObjectWrapper<>(this, "answer", Explained.NONE);
  private final ReadOnlyObjectWrapper<Optional<Cursor>> cursor = new ReadOnlyObjectWrapper<>(this, "cursor", Optional.empty());
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated");
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyIntegerWrapper codeAsked = new ReadOnlyIntegerWrapper(this, "codeAsked");
  private final BooleanProperty whole = new SimpleBooleanProperty(this, "whole");
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");

  private final DocumentModel document;
  private final RunModel run;
  private final Pulse pulse;
  private final Inquiry inquiry;
  private final FollowedNumber followed;
  private final GradientCheck check;
  private final Subscription subscriptions;
  private final Stepping walk;
  private final StepCourse course;
  private final StepTurns turns;
  private final Pointing pointing;
  private Asked asked;

  /** Texts of the collection phase of an agent's step. */
  ActingTexts acting(Lang lang) {
    return new ActingTexts(run, lang);
  }

  public DebuggerModel(DocumentModel document, RunModel run, Pulse pulse) {
    this.document = document;
    this.run = run;
    this.pulse = pulse;
    inquiry = new Inquiry(run, pulse);
    followed = new FollowedNumber(document, run);
    check = new GradientCheck(document, inquiry, answerProperty());
    course = new StepCourse(run, pulse);
    walk = new Stepping(this, run);
    turns = new StepTurns(document, run);
    pointing = new Pointing(this, run);
    subscriptions =
        Subscription.combine(
            pulse.subscribe(this::look),
            document.selectionProperty().subscribe(selection -> followed.offer()),
            document.projectProperty().subscribe(project -> followed.offer()),
            run.runProperty().subscribe(now -> forget()),
            run.runProperty().subscribe(now -> followed.offer()),
            run.runProperty().subscribe(now -> {
              course.begin(now);
              walk.begin();
            }),
            shown.subscribe(run.focus().followed().wantedProperty()::set),
            run.focus().followed().chosenProperty().subscribe(chosen -> chosen.ifPresent(followed::follow)),
            pointing.follow());
  }

  ReadOnlyObjectProperty<Explained> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Op at which the engine is paused; empty between two steps. */
  public ReadOnlyObjectProperty<Optional<Cursor>> cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  /** Run of the shown step; replaced after each reset or change. */
  ReadOnlyObjectProperty<Run> runProperty() {
    return run.runProperty();
  }

  ObservableValue<Boolean> readyProperty() {
    return run.readyProperty();
  }

  /** Progress of the pending answer, 0 to 1; below 0 if unknown. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether the answer is one of an earlier step, because steps go by too fast. */
  ReadOnlyBooleanProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  /** Whether an answer is pending. */
  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Whether the result of an op is known at this point of the step. @param ops that must have run */
  boolean knows(int ops) {
    return cursor.get().map(at -> at.number() >= ops).orElse(true);
  }

  boolean knowsLoss() {
    return cursor.get().map(at -> at.phase() != Cursor.Phase.FORWARD).orElse(true);
  }

  /** Whether the run trains a GAN. */
  boolean generates() {
    return run.generator().runs();
  }

  String name(int node) {
    return document.network().find(node).map(Node::name).orElse("");
  }

  /** Learner of each op of a step. */
  StepTurns turns() {
    return turns;
  }

  /** All ops of the current step, or else of the next one. */
  ReadOnlyObjectProperty<List<Cursor>> courseProperty() {
    return course.opsProperty();
  }

  /** "Epoch 18, batch 5 of 24": position of the shown step. */
  Optional<Message> place() {
    String key = RoundTexts.key("debugger.plan.place", run.projectProperty().get());
    return run.snapshot().map(seen -> Message.of(key, seen.epoch() + 1, seen.batch() + 1, batches(), seen.step() + 1));
  }

  int batchesLeft() {
    return batches() - run.snapshot().map(Snapshot::batch).orElse(0);
  }

  private int batches() {
    return run.runProperty().get().batchesPerEpoch();
  }

  public FollowedNumber followed() {
    return followed;
  }

  /** Comparison of the shown gradient with a central difference. */
  GradientCheck check() {
    return check;
  }

  /** Loss of the whole batch instead of one example's. */
  BooleanProperty wholeProperty() {
    return whole;
  }

  /** Counter of requests for the Java source of the pointed factor. */
  ReadOnlyIntegerProperty codeAskedProperty() {
    return codeAsked.getReadOnlyProperty();
  }

  /** Shows the Java source of the pointed factor. */
  public void askForCode() {
    codeAsked.set(codeAsked.get() + 1);
  }

  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Whether any view displays the model. */
  public BooleanProperty watchedProperty() {
    return watched;
  }

  /** Follows the example at an index of the batch, here and on the canvas. */
  void followExample(int place) {
    int[] rows = answer.get().rows();
    if (place >= 0 && place < rows.length) {
      whole.set(false);
      if (rows[place] < 0) {
        return; // an agent's example is no row of the data
      }
      run.observation().chooseExample(new Example(Part.TRAIN, rows[place]));
    }
  }

  void cancel() {
    inquiry.cancel();
  }

  /** Pointed factor of the formulas, for the canvas to highlight. */
  public Pointing pointing() {
    return pointing;
  }

  public Stepping walk() {
    return walk;
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }

  // --- following the selection and the run

  /** Discards answers about another network. */
  private void forget() {
    if (asked != null && !asks(asked)) {
      asked = null;
      show(Explained.NONE);
    }
  }

  /** Whether the loss applies class weights. */
  boolean weighs() {
    return run.snapshot().filter(Snapshot::weighs).isPresent();
  }

  /** Whether a request is about the current network. */
  private boolean asks(Asked question) {
    Run now = run.runProperty().get();
    return now != null && now.project().network().equals(question.run().project().network());
  }

  private void look() {
    Optional<Snapshot> seen = run.snapshot();
    cursor.set(seen.flatMap(Snapshot::cursor));
    course.look();
    walk.goOn(inquiry.busy());
    working.set(watched.get() && inquiry.busy());
    progress.set(inquiry.share());
    if (!watched.get() || seen.isEmpty() || inquiry.busy()) {
      return;
    }
    boolean fast = run.playing() && run.control().speedProperty().get() > READABLE;
    Example example = run.observation().exampleProperty().get();
    Asked wanted = new Asked(run.runProperty().get(), seen.get().step(), followed.get(), example, whole.get());
    outdated.set(fast && !wanted.equals(asked));
    if (!fast && !wanted.equals(asked)) {
      asked = wanted;
      if (wanted.subject() == null) {
        show(Explained.NONE);
      } else {
        inquiry.ask(wanted, found -> show(asks(wanted) ? found : Explained.NONE));
      }
    }
  }

  private void show(Explained found) {
    check.forget();
    pointing.factorProperty().set(Optional.empty());
    Explained before = answer.get();
    found.explanation().map(Explanation::subject).ifPresent(this::stay);
    answer.set(found);
    pointing.begin();
    walk.arrived(before, found);
    showExample(found);
  }

  /** Once found, the number with the largest gradient is followed from step to step until another is chosen. */
  private void stay(Subject number) {
    if (asked.subject().equals(followed.get()) && number.at(-1).equals(followed.get())) {
      asked = asked.about(number);
      followed.subjectProperty().set(number);
    }
  }

  /** The canvas shows the followed example, so that all numbers on screen are of one example. */
  private void showExample(Explained found) {
    boolean drawn = found.drawn() || run.observation().exampleProperty().get().drawn().isPresent();
    if (shown.get() && !drawn && found.row() >= 0 && found.row() < found.rows().length && found.rows()[found.row()] >= 0) {
      Example followed = new Example(Part.TRAIN, found.rows()[found.row()]);
      if (!followed.equals(run.observation().exampleProperty().get())) {
        run.observation().chooseExample(followed);
      }
    }
  }
}
