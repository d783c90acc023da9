package studio.backprop.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;
import studio.backprop.network.Edit;
import studio.backprop.plan.Parameters;
import studio.backprop.text.Message;
import studio.backprop.train.EpochRecord;
import studio.backprop.train.Example;
import studio.backprop.train.Project;
import studio.backprop.train.Run;
import studio.backprop.train.Session;
import studio.backprop.train.Snapshot;
import studio.backprop.train.Status;
import studio.backprop.train.Trainer;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Pulse;

/**
 * The training of the open project. Once a frame it looks at what the trainer has left in the mailbox and the history. Views redraw when
 * {@link #frameProperty} ticks, which is in every third frame at most: an eye follows twenty pictures a second, and frames in between, in
 * which nothing is redrawn, cost the training nothing. What moves smoothly follows the pulse itself.
 */
public final class RunModel implements AutoCloseable {
  private static final double SMOOTHING = 0.94;
  private static final int FRAMES_BETWEEN_TICKS = 3;

  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(this, "status");
  private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>(this, "run");
  private final ReadOnlyLongWrapper frame = new ReadOnlyLongWrapper(this, "frame");
  private final ReadOnlyObjectWrapper<Example> example = new ReadOnlyObjectWrapper<>(this, "example", Example.FIRST);
  private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", Double.POSITIVE_INFINITY);
  private final Curve loss = new Curve(SMOOTHING);
  private final Curve measure = new Curve(SMOOTHING);
  private final List<EpochRecord> epochs = new ArrayList<>();
  private final List<Curve> gradientNorms = new ArrayList<>();
  private final List<Latest> latestGradientNorms = new ArrayList<>();
  private final Rate samples = new Rate();

  private final DocumentModel document;
  private final Trainer trainer;
  private final Subscription subscriptions;
  private Project trained;
  private boolean opening;
  private boolean news;
  private int framesSinceTick;
  private Snapshot snapshot;

  public RunModel(DocumentModel document, Trainer trainer, Pulse pulse) {
    this.document = document;
    this.trainer = trainer;
    status.set(trainer.status());
    subscriptions =
        Subscription.combine(
            pulse.subscribe(this::look),
            document.projectProperty().subscribe((before, now) -> follow(now)),
            speed.subscribe((before, now) -> trainer.setSpeed(now.doubleValue())));
  }

  // --- what there is to see

  /** Ticks when there is something new to see, in every third frame at most. */
  public ReadOnlyLongProperty frameProperty() {
    return frame.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  public boolean playing() {
    return status.get().state() == Status.State.PLAYING;
  }

  /** Whether {@link #frameProperty} has ticked in this frame. */
  public boolean ticked() {
    return framesSinceTick == 0;
  }

  /** The run that is shown; another one after each reset or change, null while there is none. */
  public ReadOnlyObjectProperty<Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The newest state of the network, to be read during a frame only. Empty before there is one. */
  public Optional<Snapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  /** The example whose way through the network is shown. */
  public ReadOnlyObjectProperty<Example> exampleProperty() {
    return example.getReadOnlyProperty();
  }

  /** The loss of each step's batch. */
  public Curve loss() {
    return loss;
  }

  /** The accuracy of each step's batch, or its mean absolute error for a regression. */
  public Curve measure() {
    return measure;
  }

  /** Completed epochs, with the validation scores. */
  public List<EpochRecord> epochs() {
    return epochs;
  }

  /** ‖∂L/∂w‖ of each learned parameter, in the order of {@link Run#learned}. */
  public Curve gradientNorm(int learned) {
    return gradientNorms.get(learned);
  }

  /** The same for the last steps only, one value a step. */
  public Latest latestGradientNorms(int learned) {
    return latestGradientNorms.get(learned);
  }

  /** Training examples a second, over about the last second; 0 while nothing runs. */
  public double samplesPerSecond() {
    return playing() ? samples.perSecond() : 0;
  }

  /** Steps a second while playing; infinity for as fast as it goes. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  // --- what can be done

  public void togglePlay() {
    if (playing()) {
      trainer.pause();
    } else {
      if (status.get().state() == Status.State.FINISHED) {
        trainOn();
      }
      trainer.play();
    }
  }

  /** A finished run that is played on gets as many epochs again. */
  private void trainOn() {
    int more = document.project().training().epochs() + epochs.size();
    document.apply(
        new Edit<>(Message.of("edit.epochs", more), p -> p.withTraining(t -> t.withEpochs(more))));
  }

  public void pause() {
    trainer.pause();
  }

  public void stepBatch() {
    trainer.playSteps(1);
  }

  public void stepEpoch() {
    trainer.playEpoch();
  }

  /** Back to the weights that this run started from. */
  public void reset() {
    if (document.ready()) {
      trained = document.project();
      trainer.start(trained);
    }
  }

  /** Other weights to start from: the next seed, which can be undone. */
  public void newWeights() {
    long seed = document.project().training().seed() + 1;
    document.apply(
        new Edit<>(Message.of("edit.seed", seed), p -> p.withTraining(t -> t.withSeed(seed))));
  }

  /** Shows the way of this example through the network from now on, or of the nearest one that the data have. */
  public void chooseExample(Example wanted) {
    example.set(run.get() == null ? wanted : wanted.within(run.get().data()));
    trainer.chooseExample(example.get());
  }

  /** Shows the one so many places further in the same part. */
  public void chooseExample(int further) {
    if (run.get() != null) {
      chooseExample(example.get().further(further, run.get().data()));
    }
  }

  public void cancelLoading() {
    trainer.cancelLoading();
  }

  /**
   * Opens another project: with saved weights it goes on where it was, otherwise it starts.
   *
   * @param change makes the document open it
   */
  public void open(Runnable change, Optional<Parameters> weights, Optional<Session.Progressed> progressed) {
    trained = null;
    opening = true;
    change.run();
    opening = false;
    trainer.forget();
    if (document.ready()) {
      trained = document.project();
      weights.ifPresentOrElse(w -> trainer.resume(trained, w, progressed), () -> trainer.start(trained));
    }
  }

  /** The trainer itself, for questions between two steps. */
  public Trainer trainer() {
    return trainer;
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    trainer.close();
  }

  // --- following the document and the trainer

  private void follow(Project now) {
    if (opening) {
      return;
    }
    if (!document.ready()) {
      trainer.suspend();
      trained = null;
    } else if (trained == null) {
      trained = now;
      trainer.change(now);
    } else if (!now.equals(trained)) {
      Change.between(trained, now).carryOut(trainer, now);
      trained = now;
    }
  }

  private void look() {
    boolean turn = status.get() != trainer.status() || run.get() != trainer.run();
    status.set(trainer.status());
    if (run.get() != trainer.run()) {
      begin(trainer.run());
    }
    boolean seen = run.get() != null && lookAtRun();
    news |= turn || seen;
    framesSinceTick++;
    if (news && (turn || framesSinceTick >= FRAMES_BETWEEN_TICKS)) {
      news = false;
      framesSinceTick = 0;
      frame.set(frame.get() + 1);
    }
  }

  private void begin(Run begun) {
    snapshot = null;
    loss.clear();
    measure.clear();
    epochs.clear();
    gradientNorms.clear();
    latestGradientNorms.clear();
    if (begun != null) {
      begun.learned().forEach(parameter -> gradientNorms.add(new Curve(SMOOTHING)));
      example.set(example.get().within(begun.data()));
      begun.learned().forEach(parameter -> latestGradientNorms.add(new Latest()));
    }
    samples.clear();
    run.set(begun);
  }

  private boolean lookAtRun() {
    Run current = run.get();
    current.history().drain(this::addStep);
    for (EpochRecord epoch = current.nextEpoch(); epoch != null; epoch = current.nextEpoch()) {
      epochs.add(epoch);
    }
    Snapshot next = current.mailbox().take();
    if (next == null) {
      return false;
    }
    if (snapshot != null) {
      current.mailbox().giveBack(snapshot);
    }
    snapshot = next;
    samples.at(System.nanoTime(), next.step() * (double) current.rows() / current.batchesPerEpoch());
    return true;
  }

  private void addStep(double[] rows, int at) {
    double step = rows[at + Run.STEP];
    loss.add(step, rows[at + Run.LOSS]);
    measure.add(step, rows[at + Run.MEASURE]);
    for (int p = 0; p < gradientNorms.size(); p++) {
      gradientNorms.get(p).add(step, rows[at + Run.NORMS + p]);
      latestGradientNorms.get(p).add(rows[at + Run.NORMS + p]);
    }
  }
}
