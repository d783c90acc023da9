package studio.backprop.ui.embedding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
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
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.embed.EmbeddingLayout;
import studio.backprop.evaluate.embed.EmbeddingSample;
import studio.backprop.evaluate.embed.NodeOutputs;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
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
    COMPUTING,
    READY
  }

  /** Seconds between two looks at the network while training runs: fewer at first, when most changes. */
  private static final double REST = 2;
  private static final double FIRST_REST = 0.5;
  private static final int FIRST = 4;

  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live", true);
  private final ObjectProperty<EmbeddingChoice> choice = new SimpleObjectProperty<>(this, "choice", new EmbeddingChoice(
      OptionalInt.empty(), EmbeddingChoice.Method.TSNE, 2, EmbeddingLayout.PERPLEXITY, Optional.of(Part.VALIDATION)));
  private final ObjectProperty<PointColour> colour = new SimpleObjectProperty<>(this, "colour", PointColour.LABEL);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOT_READY);
  private final ReadOnlyObjectWrapper<EmbeddedPoints> points = new ReadOnlyObjectWrapper<>(this, "points");
  private final ReadOnlyObjectWrapper<List<EmbeddedPoints>> kept = new ReadOnlyObjectWrapper<>(this, "kept", List.of());
  private final ReadOnlyObjectWrapper<List<Node>> nodes = new ReadOnlyObjectWrapper<>(this, "nodes", List.of());
  private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper(this, "computing");
  private final ReadOnlyBooleanWrapper cancelled = new ReadOnlyBooleanWrapper(this, "cancelled");

  private final RunModel run;
  private final Questions questions;
  private final EmbeddingWorker worker;
  private final KeptLayouts layouts = new KeptLayouts();
  private final Subscription subscriptions;
  /** Read by the thread that lays out. */
  private volatile boolean training;
  private AtomicBoolean stop = new AtomicBoolean();
  /** What a person does not want to wait for. */
  private EmbeddingChoice unwanted;
  private long unwantedStep;
  /** Whether a person wants a layout that owes nothing to those before. */
  private boolean anew;
  /** A kept layout whose step cannot be gone to is shown until something else happens. */
  private long shownInstead = -1;
  /** The step whose outputs were asked for last. */
  private long askedStep = -1;
  private long askedAt;

  public EmbeddingModel(RunModel run, Pulse pulse) {
    this.run = run;
    this.questions = new Questions(run, pulse, "embedding", FIRST_REST);
    this.worker = new EmbeddingWorker(pulse, () -> training);
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        choice.subscribe((before, now) -> begin()),
        run.projectProperty().subscribe((before, now) -> nodes.set(find())),
        run.runProperty().subscribe((before, now) -> begin(before, now)));
  }

  // --- what there is to see

  /** Whether somebody looks. */
  public BooleanProperty openProperty() {
    return open;
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

  ReadOnlyObjectProperty<Example> exampleProperty() {
    return run.observation().exampleProperty();
  }

  Optional<PreparedData> data() {
    return Optional.ofNullable(run.runProperty().get()).map(Run::data);
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

  /** How many examples the parts have. */
  int rows(EmbeddingChoice of) {
    return data().map(data -> of.parts().stream().mapToInt(data::rows).sum()).orElse(0);
  }

  /** How many of them are laid out. */
  int sampled(EmbeddingChoice of) {
    return Math.min(rows(of), EmbeddingSample.most(width(of)));
  }

  private long width(EmbeddingChoice of) {
    long input = data().map(data -> (long) data.dataset().width()).orElse(1L);
    return of.node().isPresent() ? analysis().shape(of.node().getAsInt()).map(shape -> shape.count()).orElse(input) : input;
  }

  /** Whether what is shown is complete, of this step, and laid out as was asked for. */
  public boolean isUpToDate() {
    EmbeddedPoints now = points.get();
    return now != null && !computing.get() && now.isComplete() && now.choice().equals(choice.get()) && now.step() == step();
  }

  // --- what can be done

  public void toggle() {
    open.set(!open.get());
  }

  /** Makes the example of a point the chosen one everywhere. */
  void choose(int point) {
    run.observation().chooseExample(points.get().example(point));
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
    nodes.set(find());
    if (now == null) {
      return;
    }
    EmbeddingChoice next = choice.get();
    boolean gone = next.node().isPresent() && nodes.get().stream().noneMatch(node -> node.id() == next.node().getAsInt());
    if (otherData || gone) {
      colour.set(PointColour.LABEL);
      choice.set(usual(now.data(), otherData ? new EmbeddingChoice(
          OptionalInt.empty(), next.method(), next.dimensions(), EmbeddingLayout.PERPLEXITY, Optional.empty()) : next));
    }
  }

  /** The last layer before the prediction, and the validation part if it has enough examples. */
  private EmbeddingChoice usual(PreparedData data, EmbeddingChoice like) {
    List<Node> learned = nodes.get().stream().filter(node -> !analysis().parameters(node).isEmpty()).toList();
    OptionalInt last = learned.size() < 2 ? OptionalInt.empty() : OptionalInt.of(learned.get(learned.size() - 2).id());
    Optional<Part> part = data.validationRows() >= EmbeddingLayout.FEWEST ? Optional.of(Part.VALIDATION)
        : data.trainRows() >= EmbeddingLayout.FEWEST ? Optional.of(Part.TRAIN) : Optional.empty();
    EmbeddingChoice next = like.withNode(last).withPart(part);
    return next.withPerplexity(Math.max(1.5, Math.min(next.perplexity(), Math.floor(EmbeddingLayout.largestPerplexity(sampled(next))))));
  }

  /** All nodes that lead to the loss, without the inputs and the loss itself. */
  private List<Node> find() {
    Network network = run.projectProperty().get().network();
    Analysis analysis = network.analyse();
    List<Node> outputs = network.outputs();
    List<Node> found = new ArrayList<>();
    for (Node node : analysis.listed(network)) {
      boolean between = !network.sources(node.id()).isEmpty() && !outputs.contains(node);
      if (between && analysis.shape(node.id()).isPresent() && outputs.stream().anyMatch(end -> network.leads(node.id(), end.id()))) {
        found.add(node);
      }
    }
    return List.copyOf(found);
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
    computing.set(false);
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
    } else if (questions.free() && isTime() && (worker.isFree() || !run.playing() && askedStep != step)) {
      ask(step);
    }
  }

  private State find(Run now) {
    if (now == null) {
      return State.NOT_READY;
    }
    if (!(run.projectProperty().get().assignment() instanceof Supervised)) {
      return State.NOT_SUPERVISED;
    }
    return rows(choice.get()) < EmbeddingLayout.FEWEST ? State.TOO_FEW : points.get() == null ? State.COMPUTING : State.READY;
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
    stopAll();
    askedStep = step;
    askedAt = System.nanoTime();
    AtomicBoolean mine = new AtomicBoolean();
    stop = mine;
    EmbeddingChoice asked = choice.get();
    long width = width(asked);
    int available = rows(asked);
    EmbeddedPoints last = anew ? null : points.get();
    anew = false;
    computing.set(true);
    questions.ask(replica -> {
      GivingWay way = new GivingWay(mine::get, () -> training);
      try {
        return Optional.of(NodeOutputs.of(
            replica, asked.node(), EmbeddingSample.of(replica.data(), asked.parts(), width), way::rest));
      } catch (CancellationException e) {
        return Optional.<NodeOutputs>empty(); // somebody asks for something else
      }
    }, outputs -> {
      if (!mine.get()) {
        outputs.ifPresent(found -> layOut(asked, found, available, last));
      }
    });
  }

  private void layOut(EmbeddingChoice asked, NodeOutputs outputs, int available, EmbeddedPoints last) {
    boolean goesOn = last != null && last.choice().equals(asked) && last.outputs().examples().equals(outputs.examples());
    boolean refine = goesOn && (last.isComplete() || last.goesOn());
    worker.layOut(new EmbeddingWorker.Task(
        run.runProperty().get().data(), asked, outputs, available, seed(), goesOn ? last : null, refine, isEarly()),
        this::take, this::end);
  }

  private void take(EmbeddedPoints now) {
    points.set(now);
    state.set(State.READY);
  }

  private void end(EmbeddedPoints now) {
    take(now);
    computing.set(false);
    layouts.add(now);
    kept.set(layouts.all());
    if (now.choice().showsTest()) {
      run.files().viewTest(run.runProperty().get(), now.step());
    }
  }

  /** Shows some of the examples in another page. */
  void show(Collection<Integer> some, BiConsumer<PreparedData, List<Example>> page) {
    EmbeddedPoints now = points.get();
    if (now != null && !some.isEmpty()) {
      page.accept(now.data(), some.stream().map(now::example).toList());
    }
  }
}
