package studio.backprop.ui.judge.embedding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import studio.backprop.data.NodeRows;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.embed.EmbeddingSample;
import studio.backprop.evaluate.embed.GraphOutputs;
import studio.backprop.evaluate.embed.NodeOutputs;
import studio.backprop.observe.Example;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.GivingWay;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/**
 * Computes the outputs of a node with a replica of the network, and their layout, in the background. Outputs during training are queued
 * until the layout before them is done. JavaFX thread only, listeners included.
 */
final class EmbeddingComputation implements AutoCloseable {
  /** Seconds between two samplings while training runs; fewer at first, when most changes. */
  private static final double REST = 2;
  private static final double FIRST_REST = 0.5;
  private static final int FIRST = 4;
  /** Queue length: a training may be over before the first layout is done. */
  private static final int MOST_WAITING = 4;

  private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper(this, "computing");
  private final ReadOnlyObjectWrapper<Optional<Message>> layoutFailure =
      new ReadOnlyObjectWrapper<>(this, "layoutFailure", Optional.empty());
  private final ObservableValue<Optional<Message>> failure;
  private final RunModel run;
  private final EmbeddingOffer offer;
  private final ShownLayouts layouts;
  private final BiConsumer<EmbeddedPoints, WeightsVersion> shown;
  private final BiConsumer<EmbeddingChoice, WeightsVersion> diverged;
  private final Runnable failed;
  private final PredictionRequests questions;
  private final EmbeddingWorker worker;
  private final Deque<Said> waiting = new ArrayDeque<>();
  /** Read by the layout thread. */
  private volatile boolean training;
  private AtomicBoolean stop = new AtomicBoolean(true);
  /** Weights of the last request. */
  private WeightsVersion askedBy;
  private long askedAt;

  /** Outputs of a node with these weights. */
  private record Said(EmbeddingChoice choice, NodeOutputs outputs, WeightsVersion by) {
  }

  /**
   * @param shown listens to intermediate and complete layouts
   * @param diverged notified of NaN or infinite outputs
   * @param failed notified of failed layouts
   */
  EmbeddingComputation(RunModel run, Pulse pulse, EmbeddingOffer offer, ShownLayouts layouts,
      BiConsumer<EmbeddedPoints, WeightsVersion> shown, BiConsumer<EmbeddingChoice, WeightsVersion> diverged, Runnable failed) {
    this.run = run;
    this.offer = offer;
    this.layouts = layouts;
    this.shown = shown;
    this.diverged = diverged;
    this.failed = failed;
    this.questions = new PredictionRequests(run, pulse, "embedding", FIRST_REST);
    this.worker = new EmbeddingWorker(pulse, () -> training);
    this.failure = Faults.first(questions.failureProperty(), layoutFailure);
  }

  ReadOnlyBooleanProperty computingProperty() {
    return computing.getReadOnlyProperty();
  }

  /** Error of the last computation; empty without one. */
  ObservableValue<Optional<Message>> failureProperty() {
    return failure;
  }

  /** Called in each frame: reduces the load while training runs. */
  void look() {
    training = run.playing();
    if (questions.hasFailed()) {
      stop();
    }
  }

  /** Whether nothing is running or queued. */
  boolean isFree() {
    return worker.isFree();
  }

  /** Allows a retry after a failure. */
  void forgive() {
    layoutFailure.set(Optional.empty());
    questions.forgive();
  }

  /** Stops everything; the current layout stays. */
  void stop() {
    stop.set(true);
    worker.stop();
    waiting.clear();
    computing.set(false);
  }

  /** Whether a weight was set manually since the last request: that may move everything. */
  boolean isEdited() {
    return askedBy != null && askedBy.handEdits() != run.shownWeights().handEdits();
  }

  /**
   * Whether a request is possible now. A continuation of the current layout waits for it; anything else stops it.
   *
   * @param another whether the next layout is not a continuation of the last one
   */
  boolean mayAsk(boolean another) {
    boolean idle = worker.isFree() && waiting.isEmpty();
    boolean waits = idle || !run.shownWeights().equals(askedBy) && (another || waiting.size() < MOST_WAITING);
    return questions.free() && isTime() && waits;
  }

  /** The sampling interval grows with the length of the training. */
  private boolean isTime() {
    return !run.playing() || layouts.points() == null || isEarly() || System.nanoTime() - askedAt >= REST * 1e9;
  }

  private boolean isEarly() {
    return layouts.keptProperty().get().size() < FIRST;
  }

  /**
   * Requests the outputs and lays them out.
   *
   * @param another whether the current layout is stopped
   * @param fresh whether the layout is not initialised with an earlier one
   */
  void ask(EmbeddingChoice asked, boolean another, boolean fresh) {
    if (another || stop.get()) {
      stop();
      stop = new AtomicBoolean();
    }
    AtomicBoolean mine = stop;
    askedBy = run.shownWeights();
    askedAt = System.nanoTime();
    long width = offer.width(asked);
    OptionalDouble threshold = run.projectProperty().get().threshold().own();
    computing.set(true);
    questions.ask(replica -> {
      if (asked.node().isPresent() && replica.network().find(asked.node().getAsInt()).isEmpty()) {
        return Optional.<NodeOutputs>empty(); // the trainer has not applied an edit yet
      }
      GivingWay way = new GivingWay(mine::get, () -> training);
      try {
        Optional<PreparedData> graph = NodeRows.of(replica.data());
        List<Example> examples = EmbeddingSample.of(graph.orElse(replica.data()), asked.parts(), width);
        return Optional.of(graph.map(data -> GraphOutputs.of(replica, asked.node(), data, examples, threshold))
            .orElseGet(() -> NodeOutputs.of(replica, asked.node(), examples, threshold, way::rest)));
      } catch (CancellationException e) {
        return Optional.<NodeOutputs>empty(); // superseded by another request
      }
    }, (outputs, by) -> {
      if (mine.get()) {
        return;
      }
      if (outputs.isEmpty() || !outputs.get().isFinite()) {
        stop();
        outputs.ifPresent(infinite -> diverged.accept(asked, by));
      } else {
        waiting.add(new Said(asked, outputs.get(), by));
        layOutNext(fresh);
      }
    });
  }

  private void layOutNext(boolean fresh) {
    if (!worker.isFree() || waiting.isEmpty()) {
      return;
    }
    Said said = waiting.poll();
    NodeOutputs outputs = said.outputs;
    EmbeddedPoints last = fresh ? null : layouts.points();
    boolean goesOn = last != null && last.choice().equals(said.choice) && last.outputs().examples().equals(outputs.examples());
    boolean refine = goesOn && (last.isComplete() || last.goesOn());
    EmbeddingWorker.Task task = new EmbeddingWorker.Task(offer.data().orElseThrow(), said.choice, outputs, offer.rows(said.choice),
        offer.seed(), goesOn ? last : null, refine, isEarly());
    worker.layOut(task, layout -> take(layout, said.by), layout -> end(layout, said.by), this::fail);
  }

  private void take(EmbeddedPoints now, WeightsVersion by) {
    layouts.show(now, by);
    shown.accept(now, by);
  }

  private void end(EmbeddedPoints now, WeightsVersion by) {
    take(now, by);
    layouts.keep(now);
    layOutNext(false);
    computing.set(!worker.isFree());
  }

  private void fail(Message why) {
    stop();
    layoutFailure.set(Optional.of(why));
    failed.run();
  }

  @Override
  public void close() {
    stop.set(true);
    questions.close();
    worker.close();
  }
}
