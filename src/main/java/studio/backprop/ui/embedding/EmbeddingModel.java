package studio.backprop.ui.embedding;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.data.NodeRows;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.embed.EmbeddingLayout;
import studio.backprop.evaluate.embed.EmbeddingSample;
import studio.backprop.evaluate.embed.GraphOutputs;
import studio.backprop.evaluate.embed.NodeOutputs;
import studio.backprop.network.Analysis;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.project.Supervised;
import studio.backprop.train.observe.Example;
import studio.backprop.train.run.Run;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.run.Questions;
import studio.backprop.ui.run.RunModel;

/**
 * What the page of embeddings shows: outputs of a node for the examples of a part, laid out by the weights that all views show. The network
 * is asked beside the screen, and again after a step while somebody looks; a layout goes on from the one before it.
 */
public final class EmbeddingModel implements AutoCloseable {
  /** What stands in the page. */
  public enum State {
    NOT_READY,
    NOT_SUPERVISED,
    TOO_FEW,
    NOT_FINITE,
    COMPUTING,
    READY
  }

  /** Seconds between two looks at the network while training runs: fewer at first, when most changes. */
  private static final double REST = 2;
  private static final double FIRST_REST = 0.5;
  private static final int FIRST = 4;
  /** Outputs of so many steps wait to be laid out: a training may be over before the first of them is. */
  private static final int MOST_WAITING = 4;

  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final BooleanProperty fixed = new SimpleBooleanProperty(this, "fixed");
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live", true);
  private final ObjectProperty<EmbeddingChoice> choice = new SimpleObjectProperty<>(this, "choice", new EmbeddingChoice(
      OptionalInt.empty(), EmbeddingChoice.Method.TSNE, 2, EmbeddingLayout.PERPLEXITY, Optional.of(Part.VALIDATION)));
  private final ObjectProperty<PointColour> colour = new SimpleObjectProperty<>(this, "colour", PointColour.LABEL);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOT_READY);
  private final ReadOnlyObjectWrapper<EmbeddedPoints> points = new ReadOnlyObjectWrapper<>(this, "points");
  private final ReadOnlyObjectWrapper<List<EmbeddedPoints>> kept = new ReadOnlyObjectWrapper<>(this, "kept", List.of());
  private final ReadOnlyObjectWrapper<List<Node>> nodes = new ReadOnlyObjectWrapper<>(this, "nodes", List.of());
  private final ReadOnlyObjectWrapper<Example> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", Example.FIRST);
  private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper(this, "computing");
  private final ReadOnlyBooleanWrapper cancelled = new ReadOnlyBooleanWrapper(this, "cancelled");

  private IntConsumer nodeListener = node -> {};
  private final RunModel run;
  private final EmbeddingOffer offer;
  private final Questions questions;
  private final EmbeddingWorker worker;
  private final KeptLayouts layouts = new KeptLayouts();
  private final Subscription subscriptions;
  /** Read by the thread that lays out. */
  private volatile boolean training;
  private AtomicBoolean stop = new AtomicBoolean(true);
  private final Deque<NodeOutputs> waiting = new ArrayDeque<>();
  /** What a person does not want to wait for. */
  private EmbeddingChoice unwanted;
  private long unwantedStep;
  /** Whether a person wants a layout that owes nothing to those before. */
  private boolean anew;
  /** Where an output was no number, or infinite; null for none. */
  private Diverged diverged;
  /** A kept layout whose step cannot be gone to is shown until something else happens. */
  private long shownInstead = -1;
  /** The step whose outputs were asked for last. */
  private long askedStep = -1;
  private long askedAt;

  public EmbeddingModel(RunModel run, Pulse pulse) {
    this.run = run;
    this.offer = new EmbeddingOffer(run);
    this.questions = new Questions(run, pulse, "embedding", FIRST_REST);
    this.worker = new EmbeddingWorker(pulse, () -> training);
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        choice.subscribe((before, now) -> begin()),
        run.observation().exampleProperty().subscribe(now -> {
          if (!offer.isOfNodes()) {
            chosen.set(now);
          }
        }),
        run.projectProperty().subscribe((before, now) -> follow(before, now)),
        run.weights().countProperty().subscribe((before, now) -> {
          anew = true;
          diverged = null;
        }),
        run.runProperty().subscribe((before, now) -> begin(before, now)));
  }

  /** Another network has other nodes; another threshold predicts other classes. */
  private void follow(Project before, Project now) {
    nodes.set(offer.nodes());
    anew |= !before.threshold().own().equals(now.threshold().own());
  }

  /** @param choice whose outputs cannot be laid out @param step by whose weights */
  private record Diverged(EmbeddingChoice choice, long step) {
  }

  // --- what there is to see

  /** Whether somebody looks. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Whether it stays open: a step of a lesson is about it. */
  public BooleanProperty fixedProperty() {
    return fixed;
  }

  /** Whether the layout follows the training. */
  BooleanProperty liveProperty() {
    return live;
  }

  ObjectProperty<EmbeddingChoice> choiceProperty() {
    return choice;
  }

  ObjectProperty<PointColour> colourProperty() {
    return colour;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The layout, also on its way; null while there is none. */
  ReadOnlyObjectProperty<EmbeddedPoints> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** Layouts of some steps of the run, in their order. */
  ReadOnlyObjectProperty<List<EmbeddedPoints>> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** The nodes whose outputs can be laid out, in the order of the computation; the input comes before them. */
  ReadOnlyObjectProperty<List<Node>> nodesProperty() {
    return nodes.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty computingProperty() {
    return computing.getReadOnlyProperty();
  }

  /** Whether a person has stopped it. */
  ReadOnlyBooleanProperty cancelledProperty() {
    return cancelled.getReadOnlyProperty();
  }

  /** The chosen example; of one graph the chosen node, as a row of {@link #data}. */
  ReadOnlyObjectProperty<Example> exampleProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Hears of the node of a graph that is chosen. */
  public void onNode(IntConsumer listener) {
    nodeListener = listener;
  }

  /** What is laid out: the data of the run, or of one graph its nodes. */
  Optional<PreparedData> data() {
    return offer.data();
  }

  Analysis analysis() {
    return run.projectProperty().get().network().analyse();
  }

  long seed() {
    return run.projectProperty().get().training().seed();
  }

  boolean playing() {
    return run.playing();
  }

  int epochOf(long step) {
    return run.runProperty().get() == null ? 0 : (int) (step / run.runProperty().get().batchesPerEpoch());
  }

  /** What can be laid out. */
  EmbeddingOffer offer() {
    return offer;
  }

  /** Whether what is shown is complete, of this step, and laid out as was asked for. */
  public boolean isUpToDate() {
    EmbeddedPoints now = points.get();
    return now != null && !anew && isThere() && !computing.get() && now.isComplete()
        && now.choice().equals(choice.get()) && now.step() == step();
  }

  // --- what can be done

  public void toggle() {
    open.set(!open.get());
  }

  /** Makes the example of a point the chosen one everywhere; of one graph its node, in the part in which its class is known. */
  void choose(int point) {
    Example example = points.get().example(point);
    if (!NodeRows.are(points.get().data())) {
      run.observation().chooseExample(example);
      return;
    }
    chosen.set(example);
    run.observation().chooseExample(new Example(example.part(), 0));
    nodeListener.accept(points.get().row(point));
  }

  /** Stops what is laid out; what is there by then stays. */
  void cancel() {
    unwanted = choice.get();
    unwantedStep = step();
    stopAll();
    cancelled.set(true);
  }

  /** Lays out anew, from the principal components on. */
  void again() {
    unwanted = null;
    cancelled.set(false);
    stopAll();
    anew = true;
  }

  /** Goes to the step of a kept layout with the time machine; where that cannot, shows the layout alone. */
  void goTo(EmbeddedPoints layout) {
    stopAll();
    if (run.runProperty().get().checkpointLog().available()) {
      run.past().goTo(layout.step());
    } else {
      shownInstead = step();
    }
    points.set(layout);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    stop.set(true);
    questions.close();
    worker.close();
  }

  // --- keeping up

  private void begin(Run before, Run now) {
    boolean otherData = before == null || now == null || before.data().dataset() != now.data().dataset();
    forget();
    nodes.set(offer.nodes());
    chosen.set(offer.isOfNodes() ? Example.FIRST : run.observation().exampleProperty().get());
    if (now == null) {
      return;
    }
    EmbeddingChoice next = choice.get();
    boolean gone = next.node().isPresent() && nodes.get().stream().noneMatch(node -> node.id() == next.node().getAsInt());
    if (otherData || gone) {
      colour.set(PointColour.LABEL);
      choice.set(offer.usual(otherData ? new EmbeddingChoice(
          OptionalInt.empty(), next.method(), next.dimensions(), EmbeddingLayout.PERPLEXITY, Optional.empty()) : next));
    }
  }

  /** Another choice: what was laid out in another way is no beginning for it. */
  private void begin() {
    forget();
  }

  private void forget() {
    stopAll();
    unwanted = null;
    cancelled.set(false);
    anew = false;
    shownInstead = -1;
    points.set(null);
    layouts.clear();
    kept.set(List.of());
  }

  private void stopAll() {
    stop.set(true);
    worker.stop();
    waiting.clear();
    computing.set(false);
  }

  /** Whether the step is shown that a person has gone to. */
  private boolean isThere() {
    return run.past().wished().filter(wished -> wished != step()).isEmpty();
  }

  private long step() {
    return run.snapshot().map(snapshot -> snapshot.step()).orElse(0L);
  }

  /** In each frame: whether the network should be asked anew. */
  private void look() {
    training = run.playing();
    if (!open.get()) {
      if (computing.get()) {
        stopAll();
      }
      return;
    }
    state.set(find(run.runProperty().get()));
    if (state.get() != State.COMPUTING && state.get() != State.READY) {
      stopAll();
      return;
    }
    if (!isThere()) {
      return;
    }
    long step = step();
    if (unwanted != null && (!unwanted.equals(choice.get()) || unwantedStep != step && !run.playing())) {
      unwanted = null;
      cancelled.set(false);
    }
    shownInstead = shownInstead == step ? step : -1;
    if (unwanted != null || shownInstead >= 0 || !isOld(step)) {
      return;
    }
    Optional<EmbeddedPoints> known = anew ? Optional.empty() : layouts.of(step, choice.get());
    if (known.isPresent() && !run.playing()) {
      stopAll();
      points.set(known.get());
    } else if (questions.free() && isTime() && mayAsk(step)) {
      ask(step);
    }
  }

  /** What goes on from the layout that is being made waits for it; anything else stops it. */
  private boolean mayAsk(long step) {
    boolean idle = worker.isFree() && waiting.isEmpty();
    return idle || askedStep != step && (isAnother() || waiting.size() < MOST_WAITING);
  }

  private boolean isAnother() {
    return run.past().present() || points.get() == null || anew;
  }

  private State find(Run now) {
    if (now == null) {
      return State.NOT_READY;
    }
    if (!(run.projectProperty().get().assignment() instanceof Supervised)) {
      return State.NOT_SUPERVISED;
    }
    if (new Diverged(choice.get(), step()).equals(diverged)) {
      return State.NOT_FINITE;
    }
    return offer.rows(choice.get()) < EmbeddingLayout.FEWEST ? State.TOO_FEW : points.get() == null ? State.COMPUTING : State.READY;
  }

  /** The test part is not followed through a training: each look at it counts. */
  private boolean isOld(long step) {
    EmbeddedPoints now = points.get();
    if (now == null || anew) {
      return true;
    }
    boolean follows = !run.playing() || live.get() && !choice.get().showsTest();
    boolean another = run.playing() ? now.step() < step : now.step() != step;
    return follows && another || worker.isFree() && !now.isComplete();
  }

  /** A training that has gone on for a while is followed more rarely. */
  private boolean isTime() {
    return !run.playing() || points.get() == null || isEarly() || System.nanoTime() - askedAt >= REST * 1e9;
  }

  private boolean isEarly() {
    return kept.get().size() < FIRST;
  }

  private void ask(long step) {
    if (isAnother() || stop.get()) {
      stopAll();
      stop = new AtomicBoolean();
    }
    AtomicBoolean mine = stop;
    askedStep = step;
    askedAt = System.nanoTime();
    EmbeddingChoice asked = choice.get();
    long width = offer.width(asked);
    OptionalDouble threshold = run.projectProperty().get().threshold().own();
    boolean fresh = anew;
    anew = false;
    computing.set(true);
    questions.ask(replica -> {
      if (asked.node().isPresent() && replica.network().find(asked.node().getAsInt()).isEmpty()) {
        return Optional.<NodeOutputs>empty(); // the trainer has not heard of an edit yet
      }
      GivingWay way = new GivingWay(mine::get, () -> training);
      try {
        Optional<PreparedData> graph = NodeRows.of(replica.data());
        List<Example> examples = EmbeddingSample.of(graph.orElse(replica.data()), asked.parts(), width);
        return Optional.of(graph.map(data -> GraphOutputs.of(replica, asked.node(), data, examples, threshold))
            .orElseGet(() -> NodeOutputs.of(replica, asked.node(), examples, threshold, way::rest)));
      } catch (CancellationException e) {
        return Optional.<NodeOutputs>empty(); // somebody asks for something else
      }
    }, outputs -> {
      if (!mine.get() && outputs.isPresent() && !outputs.get().isFinite()) {
        diverged = new Diverged(asked, outputs.get().step());
        stopAll();
      } else if (!mine.get() && outputs.isPresent()) {
        waiting.add(outputs.get());
        layOutNext(fresh);
      } else if (!mine.get()) {
        stopAll();
      }
    });
  }

  private void layOutNext(boolean fresh) {
    if (!worker.isFree() || waiting.isEmpty()) {
      return;
    }
    NodeOutputs outputs = waiting.poll();
    EmbeddingChoice asked = choice.get();
    EmbeddedPoints last = fresh ? null : points.get();
    boolean goesOn = last != null && last.choice().equals(asked) && last.outputs().examples().equals(outputs.examples());
    boolean refine = goesOn && (last.isComplete() || last.goesOn());
    worker.layOut(new EmbeddingWorker.Task(offer.data().orElseThrow(), asked, outputs, offer.rows(asked), seed(),
        goesOn ? last : null, refine, isEarly()), this::take, this::end);
  }

  /** Whoever has seen the first picture of the test part has looked at it. */
  private void take(EmbeddedPoints now) {
    points.set(now);
    if (now.choice().showsTest()) {
      run.files().viewTest(run.runProperty().get(), now.step());
    }
    state.set(State.READY);
  }

  private void end(EmbeddedPoints now) {
    take(now);
    layouts.add(now);
    kept.set(layouts.all());
    layOutNext(false);
    computing.set(!worker.isFree());
  }

  /** Shows some of the examples in another page. */
  void show(Collection<Integer> some, BiConsumer<PreparedData, List<Example>> page) {
    EmbeddedPoints now = points.get();
    if (now != null && !some.isEmpty() && !now.ofNodes()) { // nodes are no examples to be listed
      page.accept(now.data(), some.stream().map(now::example).toList());
    }
  }
}
