package studio.backprop.ui.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.data.Part;
import studio.backprop.network.Node;
import studio.backprop.plan.Parameter;
import studio.backprop.train.Cursor;
import studio.backprop.train.Example;
import studio.backprop.train.Run;
import studio.backprop.train.Snapshot;
import studio.backprop.train.explain.CentralDifference;
import studio.backprop.train.explain.Explanation;
import studio.backprop.train.explain.Factor;
import studio.backprop.train.explain.Subject;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.run.RunModel;

/**
 * Follows one number of the selected node through the step under way, or else the next one. Nothing is computed while nobody watches, or
 * while steps go by faster than a reader can follow.
 */
public final class DebuggerModel implements AutoCloseable {
  /** Steps a second that a reader can follow. */
  private static final double READABLE = 5;

  private static final long SECOND = 1_000_000_000;

  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer", Answer.NONE);
  private final ReadOnlyObjectWrapper<Optional<Cursor>> cursor = new ReadOnlyObjectWrapper<>(this, "cursor", Optional.empty());
  private final ReadOnlyObjectWrapper<List<Subject>> choices = new ReadOnlyObjectWrapper<>(this, "choices", List.of());
  private final ReadOnlyObjectWrapper<Optional<CentralDifference>> check = new ReadOnlyObjectWrapper<>(this, "check", Optional.empty());
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated");
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(this, "subject");
  private final ObjectProperty<Optional<Factor>> pointed = new SimpleObjectProperty<>(this, "pointed", Optional.empty());
  private final BooleanProperty whole = new SimpleBooleanProperty(this, "whole");
  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
  private final BooleanProperty auto = new SimpleBooleanProperty(this, "auto");
  private final ObjectProperty<Double> opsPerSecond = new SimpleObjectProperty<>(this, "opsPerSecond", 1.0);

  private final DocumentModel document;
  private final RunModel run;
  private final Inquiry inquiry;
  private final Subscription subscriptions;
  private Question asked;
  private long nextOpAt;

  public DebuggerModel(DocumentModel document, RunModel run, Pulse pulse) {
    this.document = document;
    this.run = run;
    inquiry = new Inquiry(run, pulse);
    subscriptions =
        Subscription.combine(
            pulse.subscribe(this::look),
            document.selectionProperty().subscribe(selection -> offer()),
            document.projectProperty().subscribe(project -> offer()),
            run.runProperty().subscribe(now -> offer()),
            auto.subscribe(on -> nextOpAt = System.nanoTime()));
  }

  // --- what there is to see

  ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Where in the step the engine rests; empty between two steps. */
  public ReadOnlyObjectProperty<Optional<Cursor>> cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  /** The tensors of the selected node that have numbers to follow. */
  ReadOnlyObjectProperty<List<Subject>> choicesProperty() {
    return choices.getReadOnlyProperty();
  }

  /** The last central difference, as long as it belongs to the number that is shown. */
  ReadOnlyObjectProperty<Optional<CentralDifference>> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /** Whether the answer is one of an earlier step, because steps go by too fast. */
  ReadOnlyBooleanProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  /** Whether an answer is on its way. */
  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Whether what an op gives is known at this point of the step. @param ops that must have run */
  boolean knows(int ops) {
    return cursor.get().map(at -> at.number() >= ops).orElse(true);
  }

  /** The node's own name. */
  String name(int node) {
    return document.network().find(node).map(Node::name).orElse("");
  }

  // --- what can be chosen

  /** The number that is followed; null where there is none. */
  public ObjectProperty<Subject> subjectProperty() {
    return subject;
  }

  /** The loss of the whole batch instead of one example's. */
  BooleanProperty wholeProperty() {
    return whole;
  }

  /** The factor that a person points at. */
  public ObjectProperty<Optional<Factor>> pointedProperty() {
    return pointed;
  }

  /** Whether somebody looks. */
  public BooleanProperty watchedProperty() {
    return watched;
  }

  /** Follows a number of an explanation from now on. */
  void follow(int place) {
    subject.set(subject.get().at(place));
  }

  /** Follows the example at a place of the batch, here and on the canvas. */
  void followExample(int place) {
    int[] rows = answer.get().rows();
    if (place >= 0 && place < rows.length) {
      whole.set(false);
      run.chooseExample(new Example(Part.TRAIN, rows[place]));
    }
  }

  // --- what can be done

  /** Compares the shown gradient with a central difference. */
  void check() {
    answer.get().explanation().ifPresent(shown -> inquiry.check(shown, difference -> {
      if (answer.get().explanation().filter(shown::equals).isPresent()) {
        check.set(Optional.of(difference));
      }
    }));
  }

  /** Goes to where so many ops of the step have run, of the past step that is looked at or of the present one. */
  public void goTo(int op) {
    auto.set(false);
    long step = run.snapshot().map(Snapshot::step).orElse(0L);
    if (!run.past().present()) {
      run.goToOp(op);
    } else if (op >= answer.get().course().size()) {
      run.past().goTo(step + 1);
    } else {
      run.past().goToOp(step, op);
    }
  }

  /** One op on. */
  public void next() {
    if (run.past().present()) {
      goTo(at() + 1);
    } else {
      run.stepOp();
    }
  }

  /** One op back; before the first op of a step comes the last of the step before, which is run again from the run's tape. */
  public void previous() {
    long step = run.snapshot().map(Snapshot::step).orElse(0L);
    if (at() > 1) {
      goTo(at() - 1);
    } else if (canGoBack()) {
      auto.set(false);
      run.past().goToOp(step - 1, answer.get().course().size() - 1);
    }
  }

  /** Whether there is an op before. */
  boolean canGoBack() {
    Run now = run.runProperty().get();
    long step = run.snapshot().map(Snapshot::step).orElse(0L);
    return at() > 1 || now != null && now.tape().available() && step > now.tape().first() && !answer.get().course().isEmpty();
  }

  private int at() {
    return cursor.get().map(Cursor::number).orElse(0);
  }

  /** Goes on op by op, by itself. */
  BooleanProperty autoProperty() {
    return auto;
  }

  /** How fast it goes on by itself. */
  ObjectProperty<Double> opsPerSecondProperty() {
    return opsPerSecond;
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }

  // --- following the selection and the run

  /** The learned parameters of the node and its output; where none is selected, of the last but one that learns. */
  private void offer() {
    Run now = run.runProperty().get();
    List<Subject> found = new ArrayList<>();
    if (now != null) {
      List<Integer> learners = now.learned().stream().map(Parameter::node).distinct().toList();
      Optional<Integer> node = document.selectedNode()
          .or(() -> learners.isEmpty() ? Optional.empty() : Optional.of(learners.get(Math.max(0, learners.size() - 2))));
      node.flatMap(document.network()::find).ifPresent(chosen -> {
        now.learned().stream().filter(p -> p.node() == chosen.weights()).forEach(p -> found.add(new Subject(p.node(), p.name(), -1)));
        if (now.reached().contains(chosen.id())) {
          found.add(new Subject(chosen.id(), null, -1));
        }
      });
    }
    choices.set(List.copyOf(found));
    boolean same = subject.get() != null && found.contains(subject.get().at(-1));
    if (!same) {
      subject.set(found.isEmpty() ? null : found.get(0));
    }
  }

  private void look() {
    Optional<Snapshot> seen = run.snapshot();
    cursor.set(seen.flatMap(Snapshot::cursor));
    goOn();
    working.set(watched.get() && inquiry.busy());
    if (!watched.get() || seen.isEmpty() || inquiry.busy()) {
      return;
    }
    boolean fast = run.playing() && run.speedProperty().get() > READABLE;
    Question wanted = new Question(run.runProperty().get(), seen.get().step(), subject.get(), run.exampleProperty().get(), whole.get());
    outdated.set(fast && !wanted.equals(asked));
    if (!fast && !wanted.equals(asked)) {
      asked = wanted;
      if (wanted.subject() == null) {
        show(Answer.NONE);
      } else {
        inquiry.ask(wanted, this::show);
      }
    }
  }

  private void show(Answer found) {
    check.set(Optional.empty());
    pointed.set(Optional.empty());
    answer.set(found);
  }

  private void goOn() {
    long now = System.nanoTime();
    if (auto.get() && now >= nextOpAt) {
      nextOpAt = now + (long) (SECOND / opsPerSecond.get());
      next();
    }
  }
}
