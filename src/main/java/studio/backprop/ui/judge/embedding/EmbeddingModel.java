package studio.backprop.ui.judge.embedding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.embed.EmbeddingProjection;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.page.PageModel;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/**
 * Model of the embedding page: outputs of a node for the examples of a part, laid out with the weights that all views show. Computed in the
 * background and updated after each step while the page is open; each layout is initialised with the one before. JavaFX thread only.
 */
public final class EmbeddingModel extends PageModel implements AutoCloseable {
  /** State of the page's content. */
  public enum State {
    NOT_READY,
    NOT_SUPERVISED,
    TOO_FEW,
    NOT_FINITE,
    COMPUTING,
    FAILED,
    READY
  }

  private final BooleanProperty live = new SimpleBooleanProperty(this, "live", true);
  private final ObjectProperty<EmbeddingChoice> choice = new SimpleObjectProperty<>(this, "choice", new EmbeddingChoice(
      OptionalInt.empty(), EmbeddingChoice.Method.TSNE, 2, EmbeddingProjection.PERPLEXITY, Optional.of(Part.VALIDATION)));
  private final ObjectProperty<PointColour> colour = new SimpleObjectProperty<>(this, "colour", PointColour.LABEL);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOT_READY);
  private final ReadOnlyObjectWrapper<List<Node>> nodes = new ReadOnlyObjectWrapper<>(this, "nodes", List.of());
  private final SetAside aside = new SetAside();
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");

  private final RunModel run;
  private final EmbeddingOffer offer;
  private final ChosenPoint chosen;
  private final ShownLayouts layouts;
  private final EmbeddingComputation work;
  private final Subscription subscriptions;
  /** Whether the user wants a layout that is not initialised with an earlier one. */
  private boolean anew;
  /** Weights for which a kept layout is shown whose step is not reachable; null for none. */
  private WeightsVersion shownInstead;

  public EmbeddingModel(RunModel run, Pulse pulse) {
    this.run = run;
    this.offer = new EmbeddingOffer(run);
    this.chosen = new ChosenPoint(run, offer);
    this.layouts = new ShownLayouts(run);
    this.work = new EmbeddingComputation(
        run, pulse, offer, layouts, this::count, aside::diverge,
        () -> aside.fail(choice.get(), run.shownWeights()));
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        choice.subscribe((before, now) -> forget()),
        chosen.follow(),
        run.projectProperty().subscribe((before, now) -> follow(before, now)),
        run.runProperty().subscribe((before, now) -> begin(before, now)));
  }

  /** Another network has other nodes; another threshold, other predictions. */
  private void follow(Project before, Project now) {
    nodes.set(offer.nodes());
    boolean other = !before.threshold().own().equals(now.threshold().own());
    anew |= other && !(choice.get().showsTest() && layouts.isBehind()); // the test part was not requested with these weights
  }

  // --- state

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

  /** The layout, possibly intermediate; null without one. */
  ReadOnlyObjectProperty<EmbeddedPoints> pointsProperty() {
    return layouts.pointsProperty();
  }

  /** Layouts of some steps of the run, in ascending order. */
  ReadOnlyObjectProperty<List<EmbeddedPoints>> keptProperty() {
    return layouts.keptProperty();
  }

  /** Nodes whose outputs can be laid out, in topological order, without the input. */
  ReadOnlyObjectProperty<List<Node>> nodesProperty() {
    return nodes.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty computingProperty() {
    return work.computingProperty();
  }

  /** Error of the last computation; empty without one. */
  ObservableValue<Optional<Message>> failureProperty() {
    return work.failureProperty();
  }

  /** Whether the layout of the test part is of other weights than all views show: it is not updated automatically. */
  ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty cancelledProperty() {
    return aside.cancelledProperty();
  }

  /** The selected example; for a single graph the selected node, as a row of {@link #data}. */
  ReadOnlyObjectProperty<Example> exampleProperty() {
    return chosen.exampleProperty();
  }

  /** Listens to the selected node of a graph. */
  public void onNode(IntConsumer listener) {
    chosen.onNode(listener);
  }

  /** Data that are laid out: those of the run, or the nodes of a single graph. */
  Optional<PreparedData> data() {
    return offer.data();
  }

  boolean playing() {
    return run.playing();
  }

  int epochOf(long step) {
    return run.runProperty().get() == null ? 0 : (int) (step / run.runProperty().get().batchesPerEpoch());
  }

  EmbeddingOffer offer() {
    return offer;
  }

  /** Whether the layout is complete, of this step, and with the chosen settings. */
  public boolean isUpToDate() {
    EmbeddedPoints now = layouts.points();
    return now != null && !anew && isThere() && !work.computingProperty().get() && now.isComplete()
        && now.choice().equals(choice.get()) && layouts.isOfShown();
  }

  // --- commands

  /** Selects the example of a point in all views; for a single graph its node, in the part in which its class is known. */
  void choose(int point) {
    chosen.choose(layouts.points(), point);
  }

  /** Cancels the layout; the intermediate one stays. */
  void cancel() {
    aside.cancel(choice.get(), run.shownWeights());
    work.stop();
  }

  /** Lays out anew, initialised with the principal components. */
  void again() {
    want();
    work.stop();
    anew = true;
  }

  /** Seeks the step of a kept layout; where that is not reachable, shows the layout alone. */
  void goTo(EmbeddedPoints layout) {
    work.stop();
    if (run.runProperty().get().checkpointLog().available()) {
      run.past().goTo(layout.step());
    } else {
      shownInstead = run.shownWeights();
    }
    layouts.show(layout, new WeightsVersion(layout.step(), run.shownWeights().handEdits()));
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    work.close();
  }

  // --- updates

  private void begin(Run before, Run now) {
    boolean otherData = before == null || now == null || before.data().dataset() != now.data().dataset();
    forget();
    nodes.set(offer.nodes());
    chosen.begin();
    if (now == null) {
      return;
    }
    EmbeddingChoice next = offer.next(choice.get(), otherData);
    if (otherData || !next.node().equals(choice.get().node())) {
      colour.set(PointColour.LABEL);
    }
    choice.set(next);
  }

  /** Layouts of other settings or of another run are no initialisation. */
  private void forget() {
    work.stop();
    want();
    anew = false;
    shownInstead = null;
    layouts.forget();
  }

  /** Allows again what was cancelled or has failed. */
  private void want() {
    aside.forget();
    work.forgive();
  }

  /** Whether the step that the user has sought is shown. */
  private boolean isThere() {
    return run.past().wished().filter(wished -> run.snapshot().filter(seen -> seen.step() == wished).isEmpty()).isEmpty();
  }

  /** Called in each frame: requests an update if needed. */
  private void look() {
    work.look();
    if (!isOpen()) {
      if (work.computingProperty().get()) {
        work.stop();
      }
      return;
    }
    state.set(find(run.runProperty().get()));
    stale.set(state.get() == State.READY && choice.get().showsTest() && layouts.isBehind());
    if (state.get() != State.COMPUTING && state.get() != State.READY && state.get() != State.FAILED) {
      work.stop();
      return;
    }
    if (!isThere()) {
      return;
    }
    WeightsVersion now = run.shownWeights();
    if (aside.isOver(choice.get(), now, run.playing())) {
      want();
    }
    shownInstead = now.equals(shownInstead) ? now : null;
    if (!aside.any() && shownInstead == null) {
      bringUpToDate();
    }
  }

  private void bringUpToDate() {
    Optional<EmbeddedPoints> known = anew || run.playing() || !isOld() && !layouts.isBehind() ? Optional.empty()
        : layouts.ofShown(choice.get());
    if (known.isPresent()) {
      work.stop();
      layouts.show(known.get(), run.shownWeights());
    } else if (isOld()) {
      boolean fresh = anew || work.isEdited();
      boolean another = fresh || run.past().present() || layouts.points() == null;
      if (work.mayAsk(another)) {
        anew = false;
        work.ask(choice.get(), another, fresh);
      }
    }
  }

  private State find(Run now) {
    if (now == null) {
      return State.NOT_READY;
    }
    if (!run.projectProperty().get().assignment().hasTargets()) {
      return State.NOT_SUPERVISED;
    }
    if (aside.isDiverged(choice.get(), run.shownWeights())) {
      return State.NOT_FINITE;
    }
    return offer.rows(choice.get()) < EmbeddingProjection.FEWEST ? State.TOO_FEW : layouts.points() != null ? State.READY
        : work.failureProperty().getValue().isPresent() ? State.FAILED : State.COMPUTING;
  }

  /** The test part is not updated from step to step: each view counts, so the user requests it. */
  private boolean isOld() {
    EmbeddedPoints now = layouts.points();
    if (now == null || anew) {
      return true;
    }
    boolean rest = work.isFree() && !now.isComplete();
    if (choice.get().showsTest()) {
      return rest && !layouts.isBehind();
    }
    return (!run.playing() || live.get()) && layouts.isBehind() || layouts.isEdited() || rest;
  }

  /** The first picture of the test part counts as a view of it. */
  private void count(EmbeddedPoints layout, WeightsVersion by) {
    if (layout.choice().showsTest()) {
      run.files().viewTest(run.runProperty().get(), by);
    }
    state.set(State.READY);
  }
}
