package studio.backprop.ui.learn.pad;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.Drawing;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.data.draw.EditedPicture;
import studio.backprop.data.draw.PictureForm;
import studio.backprop.observe.Activations;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * View model of the drawing pad. While drawing, the picture is preprocessed like the training images and becomes the inspected example, so
 * that all views show its activations; the next one is sent as soon as the output has arrived.
 */
public final class PadModel implements AutoCloseable {
  /**
   * Prediction for the drawing.
   *
   * @param step training step
   * @param prediction probabilities, not logits
   */
  public record Answer(long step, float[] prediction) {}

  /** Throttle in ns: more drawings per second are not perceptible, and slow down training. */
  private static final long NANOS_BETWEEN = 30_000_000L;
  /** Timeout of an output in ns. */
  private static final long LONGEST_NANOS = 250_000_000L;

  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper(this, "possible");
  private final BooleanProperty withheld = new SimpleBooleanProperty(this, "withheld");
  private final ReadOnlyObjectWrapper<Integer> label = new ReadOnlyObjectWrapper<>(this, "label", DrawnExample.UNKNOWN);
  private final ReadOnlyObjectWrapper<Optional<PictureForm>> form = new ReadOnlyObjectWrapper<>(this, "form", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<float[]>> picture = new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(this, "answer", Optional.empty());
  private final PaperModel paper = new PaperModel();
  private final PixelsModel pixels;
  private final RunModel run;
  private final Pulse pulse;
  private final Executor worker;
  private final LongSupplier nanos;
  private final Subscription subscriptions;
  private final KeepModel keeping;
  private PreparedData data;
  private boolean changed;
  private DrawnExample sent;
  private DrawnExample answered;
  private long sentAt;
  private long dueAt;
  private long shownAt;
  private long answers;

  public PadModel(DocumentModel document, RunModel run, Pulse pulse) {
    this(document, run, pulse, ForkJoinPool.commonPool(), System::nanoTime);
  }

  /** @param worker measures the training images @param nanos the clock */
  PadModel(DocumentModel document, RunModel run, Pulse pulse, Executor worker, LongSupplier nanos) {
    this.run = run;
    this.pulse = pulse;
    this.worker = worker;
    this.nanos = nanos;
    run.focus().strongestWayProperty().set(true);
    pixels = new PixelsModel(paper, run);
    subscriptions = Subscription.combine(
        run.runProperty().subscribe(this::follow),
        paper.drawingProperty().subscribe(this::strokeMoved), open.subscribe(this::measure), withheld.subscribe(this::withhold),
        pulse.subscribe(this::look));
    keeping = new KeepModel(this, document);
  }

  KeepModel keeping() {
    return keeping;
  }

  /** Whether the pad is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Whether the examples are labelled images, so that one can be drawn. */
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  /** While withheld, drawings are not sent to the network: the output is still to be predicted. */
  public BooleanProperty withheldProperty() {
    return withheld;
  }

  PaperModel paper() {
    return paper;
  }

  /** The true class, or {@link DrawnExample#UNKNOWN}. */
  ReadOnlyObjectProperty<Integer> labelProperty() {
    return label.getReadOnlyProperty();
  }

  /** Preprocessing of the training images, once measured. */
  ReadOnlyObjectProperty<Optional<PictureForm>> formProperty() {
    return form.getReadOnlyProperty();
  }

  /** Input of the network in the units of the dataset; empty without a drawing. */
  ReadOnlyObjectProperty<Optional<float[]>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** Output for that; empty while another example is inspected. */
  ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Whether the strongest path to the predicted class is highlighted. */
  BooleanProperty strongestWayProperty() {
    return run.focus().strongestWayProperty();
  }

  /** Training data; empty without a run. */
  Optional<PreparedData> data() {
    return Optional.ofNullable(data);
  }

  /** Number of outputs received. */
  public long answers() {
    return answers;
  }

  /** Line width as a fraction of the pad's side. */
  double lineOnPad(double width) {
    return form.get().map(f -> width * f.line() / Math.max(f.shape().size(1), f.shape().size(2))).orElse(0.05);
  }

  // --- commands

  /** Pen down at a point of the unit square. */
  public void press(double x, double y) {
    paper.press(x, y);
  }

  /** Moves the pressed pen. */
  public void move(double x, double y) {
    paper.move(x, y);
  }

  public void clear() {
    if (!paper.drawing().isEmpty()) {
      show(Drawing.EMPTY);
    }
  }

  /** Replaces the drawing, without a label. */
  public void show(Drawing wanted) {
    label.set(DrawnExample.UNKNOWN);
    paper.change(wanted);
  }

  /** Editor of a dataset example's pixels. */
  public PixelsModel pixels() {
    return pixels;
  }

  /** Sets the true class. */
  public void label(int wanted) {
    if (wanted != label.get()) {
      mean(wanted);
    }
  }

  /** Whether no drawing is waiting for an output. */
  public boolean sentAll() {
    return !changed || !open.get();
  }

  /** Selects the true class; the same class again clears it. */
  void mean(int wanted) {
    label.set(wanted == label.get() ? DrawnExample.UNKNOWN : wanted);
    changed = true;
  }

  /** Opens or closes the pad; the drawing is kept. */
  public void toggle() {
    open.set(!open.get() && possible.get());
  }

  /** Current input of the network; empty without a drawing. */
  Optional<float[]> drawn() {
    return form.get().filter(known -> !paper.drawing().isEmpty()).map(known -> known.picture(paper.drawing()));
  }

  /** Whether predictions are made with untrained weights. */
  boolean untrained() {
    Run now = run.runProperty().get();
    return now != null && answer.get().filter(given -> !now.isTrained(given.step())).isPresent();
  }

  @Override
  public void close() {
    keeping.close();
    subscriptions.unsubscribe();
  }

  // --- following the run

  private void follow(Run begun) {
    answer.set(Optional.empty()); // first: listeners of what follows must not see an output of a removed run
    PreparedData now = begun == null ? null : begun.data();
    boolean other = data == null || now == null || !now.dataset().name().equals(data.dataset().name());
    possible.set(now != null && now.dataset().isImages() && begun.project().assignment().hasTargets());
    boolean moved = now != data;
    if (moved) {
      data = now;
      form.set(Optional.empty());
    }
    // an example of another dataset or split is held out by another rule
    if (now != null && (other || moved && paper.drawing().pixels().isPresent())) {
      paper.begin();
      label.set(DrawnExample.UNKNOWN);
      picture.set(Optional.empty());
    }
    if (now != null && !possible.get()) {
      open.set(false);
    }
    changed = !paper.drawing().isEmpty();
    measure();
  }

  private void strokeMoved(Drawing before, Drawing now) {
    if (before != null && !now.beganAs(before)) { // also when undo leads back to it
      label.set(now.pixels().map(EditedPicture::label).orElse(DrawnExample.UNKNOWN));
    }
    changed = true;
    pulse.hurry();
  }

  private void withhold(boolean now) {
    if (now) {
      run.observation().chooseExample(run.observation().exampleProperty().get().undrawn());
      sent = null;
      answered = null;
    }
    changed = !paper.drawing().isEmpty();
  }

  private void measure() {
    if (open.get() && possible.get() && form.get().isEmpty()) {
      PreparedData measured = data;
      worker.execute(() -> {
        PictureForm found = PictureForm.of(measured);
        pulse.soon(() -> {
          if (measured == data) {
            form.set(Optional.of(found));
          }
        });
      });
    }
  }

  /**
   * Once a frame: takes a received output, and sends changes. During training the pad's updates are collected in some frames only, as any
   * change costs a layout pass and a copy of the window's pixels.
   */
  private void look() {
    long now = nanos.getAsLong();
    if (!open.get() || run.playing() && now < dueAt) {
      return;
    }
    boolean sends = false;
    if (withheld.get()) {
      answer.set(Optional.empty());
    } else if (form.get().isPresent()) {
      take();
      boolean waits = sent != null && sent != answered && now - sentAt < LONGEST_NANOS;
      sends = changed && !waits && now >= dueAt;
    }
    if (sends) {
      dueAt = Math.max(dueAt, now - NANOS_BETWEEN) + NANOS_BETWEEN; // as often on average, whichever frames there are
      send();
    }
    if (sends || !run.playing() || now - shownAt >= NANOS_BETWEEN) {
      shownAt = now;
      paper.show();
    }
  }

  private void take() {
    Optional<Activations> seen = run.snapshot().map(Snapshot::activations);
    Optional<DrawnExample> shown = seen.flatMap(now -> now.example().drawn()).filter(one -> one == sent || one == answered);
    long step = run.snapshot().map(Snapshot::step).orElse(0L);
    if (shown.isEmpty() || paper.drawing().isEmpty()) {
      answer.set(Optional.empty());
    } else if (shown.get() != answered || answer.get().isEmpty() || run.ticked() && answer.get().get().step() != step) {
      answers += shown.get() != answered ? 1 : 0;
      answered = shown.get();
      answer.set(Optional.of(new Answer(step, seen.get().prediction().clone())));
    }
  }

  private void send() {
    changed = false;
    if (paper.drawing().isEmpty()) {
      picture.set(Optional.empty());
      sent = null;
      answered = null; // the last output is of a removed drawing
      run.observation().chooseExample(run.observation().exampleProperty().get().undrawn());
      return;
    }
    float[] drawn = form.get().orElseThrow().picture(paper.drawing());
    picture.set(Optional.of(drawn));
    sent = pixels.edited().map(picture -> new DrawnExample(data, picture, label.get()))
        .orElseGet(() -> new DrawnExample(data, drawn, label.get()));
    sentAt = nanos.getAsLong();
    run.observation().chooseExample(run.observation().exampleProperty().get().drawn(sent));
  }
}
