package studio.backprop.ui.designer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.Problem.Severity;
import studio.backprop.network.block.Block;
import studio.backprop.network.repair.Repair;
import studio.backprop.train.Fault;
import studio.backprop.train.doctor.Finding;
import studio.backprop.train.explain.Subject;
import studio.backprop.ui.designer.edit.Box;
import studio.backprop.ui.designer.edit.Camera;
import studio.backprop.ui.designer.edit.CanvasDesk;
import studio.backprop.ui.designer.edit.CanvasPlaces;
import studio.backprop.ui.designer.edit.Changes;
import studio.backprop.ui.designer.edit.DesignerModel;
import studio.backprop.ui.designer.edit.Detail;
import studio.backprop.ui.designer.edit.DrawWire.Draft;
import studio.backprop.ui.designer.edit.Glide;
import studio.backprop.ui.designer.edit.Lens;
import studio.backprop.ui.designer.edit.PlaceLayer;
import studio.backprop.ui.designer.edit.PlaceLayer.Ghost;
import studio.backprop.ui.designer.edit.Wording;
import studio.backprop.ui.designer.map.Minimap;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Gesture;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.run.RunModel;

/** The canvas with its bars and cards. */
public final class DesignerView extends Region {
  /** The smallest letters of the network on the screen, in px. */
  public static final double LETTERS = Detail.READABLE;

  private static final double BAR = 56;
  private static final double LEGEND = 24;
  private static final double BANNER = 50;
  private static final double SIDE = 16;
  /** The line that says what is under the mouse. */
  private static final double READING = 28;
  private static final double READING_BELOW = 6;
  private static final double FORWARD = -1;
  /** In a lower view, the network needs the height of the legend while a person goes through a step. */
  private static final double LOW = 420;

  private final CanvasDesk desk;
  private final DesignerModel model;
  private final CanvasView canvas;
  private final Toolbar toolbar;
  private final LegendLine legend;
  private final HealthCard health;
  private final EmptyCanvas empty;
  private final NetworkPictures pictures;
  private final CanvasCommands commands;
  private final Label reading = new Label();
  private final ArrowKeys walk;
  private final Minimap map;
  private final ProblemCard card;
  private final FaultCard faultCard;
  private IntConsumer openNode = node -> {};
  private Consumer<String> openSample = name -> {};
  private Runnable chooseData = () -> {};
  private boolean fitWhenSized = true;
  /** Bars and cards step back, and the network has all the room. */
  private boolean presented;

  public DesignerView(DesignerModel model, RunModel run, Pulse pulse, Lang lang, ThemeModel theme, Motion motion) {
    this.model = model;
    Glide glide = new Glide(motion);
    desk = new CanvasDesk(model, run, lang, theme, motion, new Hints(lang), glide, new CanvasPlaces(model, glide), run.reach(),
        new Changes(run));
    Wording wording = new Wording(lang);
    canvas = new CanvasView(desk, wording);
    toolbar = new Toolbar(desk);
    card = new ProblemCard(desk);
    faultCard = new FaultCard(desk, pulse);
    getStyleClass().add("designer");
    accessibleTextProperty().bind(lang.bind("designer.name"));
    legend = new LegendLine(desk);
    health = new HealthCard(desk);
    map = new Minimap(desk);
    empty = new EmptyCanvas(desk, name -> openSample.accept(name), () -> chooseData.run());
    getChildren().addAll(canvas, toolbar, legend, health, empty, map, card, faultCard, new QuickMenu(desk, canvas), reading);
    reading.getStyleClass().addAll("reading", "may-be-cut");
    reading.setManaged(false);
    reading.setMouseTransparent(true);
    reading.textProperty().bind(model.readingProperty());
    reading.visibleProperty().bind(model.readingProperty().isNotEmpty());
    model.readingProperty().subscribe(this::requestLayout);
    // one of both is said in that line
    health.opacityProperty().bind(Bindings.when(model.readingProperty().isEmpty()).then(1).otherwise(0));
    new Live(desk, canvas, health, legend, pulse);
    new CursorMark(desk, canvas);
    walk = new ArrowKeys(model, canvas);
    pictures = new NetworkPictures(desk, canvas, pulse);
    commands = new CanvasCommands(model, walk, pictures, canvas, new DifferenceLens(desk, canvas).possible(), () -> model.document()
        .selectedNode().ifPresent(this::openNode));
    CanvasKeys keys = new CanvasKeys(desk, canvas, walk, commands);
    new Gestures(model, canvas, keys, pulse, this::openNode);
    new CanvasMenus(desk, canvas, commands);
    for (ObservableValue<?> cause : causesOfCards()) {
      cause.subscribe(this::showCard);
    }
    card.visibleProperty().subscribe(this::comeForward);
    model.document().openingsProperty().subscribe(this::fit);
    ReadOnlyBooleanProperty following = run.focus().followed().wantedProperty();
    for (ObservableValue<?> room : List.of(widthProperty(), heightProperty(), model.lensProperty(), following)) {
      room.subscribe(this::fitAgain);
    }
    health.visibleProperty().subscribe(this::fitAgain); // what is said covers no node
    following.subscribe((before, now) -> hush());
    model.lensProperty().subscribe(this::requestLayout);
    model.document().projectProperty().subscribe(this::requestLayout);
  }

  private List<ObservableValue<?>> causesOfCards() {
    Camera camera = model.camera();
    return List.of(model.hand().draftProperty(), model.hand().refusalProperty(), model.hand().conversationProperty(),
        model.lookedAtProperty(),
        desk.run().statusProperty(), model.selectedWireProperty(),
        model.mending().askedProperty(), model.mending().closedProperty(), model.mending().questionProperty(), model.lensProperty(),
        model.document().selectionProperty(), model.document().projectProperty(), model.document().repairsFoundProperty(),
        desk.lang().textsProperty(), camera.zoomProperty(), camera.offsetXProperty(), camera.offsetYProperty());
  }

  /** The card may lie over the rooms below the canvas. */
  private void comeForward(boolean forward) {
    for (Parent at = getParent(); at != null && !(at instanceof BorderPane); at = at.getParent()) {
      at.setViewOrder(forward ? FORWARD : 0);
    }
  }

  private void hush() {
    health.quiet(presented || desk.focus().followed().wantedProperty().get());
  }

  /** Shows the whole network, now or as soon as the canvas has a size. */
  private void fit() {
    fitWhenSized = true;
    requestLayout();
  }

  /** What was all in sight stays so when there is more or less room for it. */
  private void fitAgain() {
    if (model.camera().untouched()) {
      fit();
    }
  }

  /** Begins to show the whole network in another place, without its bars; the runnable comes back to what is seen now. */
  public Runnable lend() {
    Runnable back = model.camera().keep();
    present(true);
    fit();
    return () -> {
      present(false);
      back.run();
      fitWhenSized = false;
      fitAgain();
    };
  }

  private void present(boolean wanted) {
    presented = wanted;
    hush();
    model.camera().present(wanted);
    toolbar.setVisible(!wanted);
  }

  /** The choice of a lens, for another place. */
  public Region lensSwitch() {
    return new LensSwitch(desk);
  }

  /** What zooms and moves with the network: what is drawn in its coordinates stays where it is on the network. */
  public javafx.scene.Node ground() {
    return canvas.ground();
  }

  /** Rings the node that somebody points at elsewhere, such as where a factor of a formula stands. */
  public void ring(Optional<Integer> node) {
    canvas.ring(node);
  }

  /** Where a number stands in the scene, if its node is seen. */
  public Optional<Bounds> whereIs(Subject number) {
    return canvas.whereIs(number);
  }

  /** Where the nodes that are seen stand in the scene. */
  public List<Bounds> whereNodesAre() {
    return model.network().nodes().stream().map(node -> canvas.view(node.id())).filter(view -> view != null && view.isVisible())
        .map(view -> view.localToScene(view.getLayoutBounds())).toList();
  }

  /** What can be done here, to be found from anywhere in the window. The keys are the canvas's own. */
  public List<Command> commands() {
    return commands.all();
  }

  /** What takes a repair while its card is open, wherever the keys are. */
  public List<Command> repairCommands() {
    BooleanBinding open = card.offeringProperty().and(visibleProperty());
    return List.of(
        Command.of("command.repair", Command.Group.NETWORK, Icon.SETTINGS, "Enter", () -> model.mending().mendOr(0, () -> {})).when(open),
        Command.of("command.repair.unwire", Command.Group.NETWORK, Icon.CLOSE, "Delete",
            () -> model.mending().first(Repair.Kind.UNWIRE).ifPresent(model::mend)).when(open.and(card.unwiresProperty())));
  }

  /** While this is so, the arrows to the left and right mean steps in time and not the way along the wires. */
  public void leaveArrowsWhile(ObservableBooleanValue stepping) {
    walk.rest(stepping);
  }

  /** Those of them whose keys work wherever the focus is. */
  public List<Command> commandsEverywhere() {
    return commands.everywhere();
  }

  /** What the mouse can do here. */
  public List<Gesture> gestures() {
    return Gestures.ALL;
  }

  /** Those that make a picture of the network. */
  public List<Command> pictureCommands() {
    return List.of(commands.get("picture.copy"), commands.get("picture.save"));
  }

  NetworkPictures pictures() {
    return pictures;
  }

  /** What Enter on a node and a double click do: the window looks inside. */
  public void onOpenNode(IntConsumer action) {
    openNode = action;
  }

  private void openNode(int node) {
    openNode.accept(node);
  }

  /** What a sample card of the empty canvas does, by the sample's name. */
  public void onOpenSample(Consumer<String> action) {
    openSample = action;
  }

  /** What the link to the data on the empty canvas does. */
  public void onChooseData(Runnable action) {
    chooseData = action;
  }

  // --- what is wrong

  /** Leads to a problem, where the keys of its card are heard. */
  public void show(Problem problem) {
    model.mending().ask(problem);
    canvas.requestFocus();
  }

  /** Leads to the next problem, or with −1 to the one before. */
  public void showProblem(int step) {
    model.mending().askNext(step);
    canvas.requestFocus();
  }

  // --- layers from the palette

  /** Shows where a layer would stand that the mouse holds at this place of the scene, and tells whether it is on the canvas. */
  public boolean previewAt(LayerType type, double sceneX, double sceneY) {
    return previewAt(() -> new PlaceLayer(model, type), ghost -> ghost.type() == type && ghost.block().isEmpty(), sceneX, sceneY);
  }

  /** The same for several layers at once. */
  public boolean previewAt(Block block, double sceneX, double sceneY) {
    return previewAt(() -> new PlaceLayer(model, block), ghost -> ghost.block().filter(block::equals).isPresent(), sceneX, sceneY);
  }

  private boolean previewAt(Supplier<PlaceLayer> begin, Predicate<Ghost> shown, double sceneX, double sceneY) {
    var place = canvas.sceneToLocal(sceneX, sceneY);
    if (!canvas.contains(place)) {
      model.hand().cancel();
      return false;
    }
    if (model.hand().ghost().filter(shown).isEmpty()) {
      model.hand().begin(begin.get());
    }
    model.hand().moveTo(model.camera().canvasX(place.getX()), model.camera().canvasY(place.getY()));
    return true;
  }

  /** Places the layer there; outside the canvas nothing happens. */
  public void dropAt(LayerType type, double sceneX, double sceneY) {
    previewAt(type, sceneX, sceneY);
    model.hand().commit();
  }

  public void dropAt(Block block, double sceneX, double sceneY) {
    previewAt(block, sceneX, sceneY);
    model.hand().commit();
  }

  /** From here on keys mean what is selected. */
  public void takeKeys() {
    canvas.focusSelected();
  }

  public void cancelPreview() {
    model.hand().cancel();
  }

  /** Why training stopped is said as the doctor says it. */
  public void hearDoctor(ObservableValue<List<Finding>> findings) {
    faultCard.hear(findings);
  }

  /** What stopped the training is said unless another card is open. */
  private void showFault() {
    Optional<Fault> fault = desk.run().statusProperty().get().fault().filter(f -> model.network().find(f.node()).isPresent());
    boolean quiet = model.hand().conversationProperty().get().isEmpty() && model.mending().offered().isEmpty();
    if (quiet && faultCard.wanted(fault)) {
      faultCard.show(fault.get());
    } else {
      faultCard.hide();
    }
  }

  /** One card at most: what the mouse is about to do wrong, what it was refused, what is wrong with what is selected or looked at. */
  private void showCard() {
    showFault();
    Optional<Draft> draft = model.hand().draft().filter(d -> d.objection().isPresent());
    Optional<Problem> offered = model.mending().offered().filter(problem -> model.mending().place(problem).isPresent());
    Optional<Problem> looked = model.lookedAtProperty().get()
        .flatMap(id -> model.findings(id).stream().findFirst())
        .filter(problem -> !model.mending().isClosed(problem));
    Optional<Fault> fault = desk.run().statusProperty().get().fault().filter(f -> model.network().find(f.node()).isPresent());
    if (draft.isPresent()) {
      Problem objection = draft.get().objection().get();
      Node target = model.network().node(draft.get().target().orElse(objection.node()));
      card.say(target, objection.sentence(), draft.get().refused() ? "draft.refused" : "draft.keep");
    } else if (model.hand().refusalProperty().get().isPresent()) {
      Problem refusal = model.hand().refusalProperty().get().get();
      card.say(model.network().node(refusal.node()), refusal.sentence(), "refusal.advice");
    } else if (model.hand().conversationProperty().get().isPresent()) {
      card.hide();
    } else if (offered.isPresent()) {
      card.offer(model.mending().place(offered.get()).get(), offered.get(), model.mending().repairs());
    } else if (faultCard.wanted(fault)) {
      card.hide();
    } else if (looked.isPresent()) {
      String advice = looked.get().severity() == Severity.HINT ? "hint.advice" : "problem.advice";
      card.say(model.network().node(looked.get().node()), looked.get().sentence(), advice);
    } else {
      card.hide();
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(0, 0, getWidth(), getHeight());
    toolbar.resizeRelocate(0, 0, getWidth(), BAR);
    double top = (presented ? 0 : placeLegend()) + canvas.roomOfWay();
    double banner = !presented && !desk.focus().followed().wantedProperty().get()
        && (model.lens() == Lens.GRADIENTS || model.units().any() || health.isVisible()) ? BANNER : 0;
    model.camera().setWindow(new Box(0, top, getWidth(), Math.max(1, getHeight() - top - banner)));
    health.placeAbove(getHeight());
    map.relocate(getWidth() - Minimap.WIDTH - SIDE, getHeight() - banner - Minimap.HEIGHT - SIDE);
    double wide = Math.min(getWidth() - 2 * SIDE, Math.ceil(reading.prefWidth(-1)));
    reading.resizeRelocate(SIDE, getHeight() - READING - READING_BELOW, wide, READING);
    empty.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
    boolean free = fitWhenSized || model.camera().untouched();
    if (free && getWidth() > 0 && model.proportions().fit(model.camera().window(), canvas.needed())) {
      canvas.fitted();
      showCard();
      fitWhenSized = true;
    }
    if (fitWhenSized && getWidth() > 0) {
      fitWhenSized = false;
      model.fit();
    }
  }

  /** The legend stands between the lenses and the tools where there is room, else in a line of its own. @return where the network begins */
  private double placeLegend() {
    toolbar.layout();
    Box gap = toolbar.gap();
    boolean sentence = model.lens() == Lens.STRUCTURE || model.lens() == Lens.DIFFERENCE; // which says more than the lens's name
    boolean beside = !sentence && gap.width() >= legend.least();
    legend.shorten(beside);
    boolean dropped = !beside && desk.focus().followed().wantedProperty().get() && getHeight() < LOW;
    legend.setVisible(!dropped);
    if (dropped) {
      return BAR;
    }
    if (beside) {
      legend.resizeRelocate(gap.x(), (BAR - LEGEND) / 2, gap.width(), LEGEND);
      return BAR;
    }
    legend.resizeRelocate(0, BAR, getWidth(), LEGEND);
    return BAR + LEGEND;
  }
}
