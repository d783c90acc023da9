package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import studio.backprop.derivation.Subject;
import studio.backprop.doctor.Finding;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Changes;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.Glide;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.Wording;
import studio.backprop.ui.design.designer.map.Minimap;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Gesture;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.attribution.AttributionFeed;
import studio.backprop.ui.workspace.run.FirstLoss;
import studio.backprop.ui.workspace.run.RunModel;

/** Network editor: canvas, toolbar and cards. */
public final class DesignerView extends Region {
  /** Minimum font size of the network on screen, in px. */
  public static final double LETTERS = Detail.READABLE;

  private static final double BAR = 56;
  private static final double BANNER = 50;
  private static final double MARGIN = 16;
  private static final double FORWARD = -1;

  private final CanvasDesk desk;
  private final DesignerModel model;
  private final CanvasView canvas;
  private Optional<LensSwitch> lent = Optional.empty();
  private final Toolbar toolbar;
  private final LegendLine legend;
  private final HealthCard health;
  private final EmptyCanvas empty;
  private final NetworkPictures pictures;
  private final CanvasCommands commands;
  private final ReadingLine reading;
  private final ArrowKeys walk;
  private final Minimap map;
  private final CanvasCards cards;
  private final PaletteDrop drop;
  private IntConsumer openNode = node -> {};
  private Consumer<String> openSample = name -> {};
  private Runnable chooseData = () -> {};
  private boolean fitWhenSized = true;
  /** Presentation mode: without bars and cards. */
  private boolean presented;
  private double covered;

  public DesignerView(DesignerModel model, RunModel run, Pulse pulse, Lang lang, ThemeModel theme, Motion motion) {
    this.model = model;
    Glide glide = new Glide(motion);
    desk = new CanvasDesk(model, run, lang, theme, motion, new Hints(lang), glide, model.places().with(glide), run.reach(),
        new Changes(run), new FirstLoss(run, pulse), new AttributionFeed(run, pulse, "tint"));
    Wording wording = new Wording(lang);
    canvas = new CanvasView(desk, wording);
    toolbar = new Toolbar(desk);
    cards = new CanvasCards(desk, pulse);
    drop = new PaletteDrop(model, canvas);
    getStyleClass().add("designer");
    accessibleTextProperty().bind(lang.bind("designer.name"));
    legend = new LegendLine(desk);
    health = new HealthCard(desk);
    map = new Minimap(desk);
    reading = new ReadingLine(model.readingProperty());
    empty = new EmptyCanvas(desk, name -> openSample.accept(name), () -> chooseData.run());
    getChildren().addAll(canvas, toolbar, legend, health, empty, map, cards.problem(), cards.fault(), new QuickMenu(desk, canvas), reading);
    new Live(desk, canvas, health, legend, pulse);
    new CursorMark(desk, canvas.drawing().nodes());
    walk = new ArrowKeys(model, canvas);
    pictures = new NetworkPictures(desk, canvas, pulse);
    UnitSwitch units = new UnitSwitch(desk);
    commands = new CanvasCommands(model, walk, pictures, canvas, new DifferenceLens(desk, canvas.drawing().nodes()).possible(),
        () -> model.document().selectedNode().ifPresent(node -> openNode.accept(node)), units, desk.run().generator().bendsProperty());
    CanvasKeys keys = new CanvasKeys(desk, canvas, walk, commands);
    new Gestures(model, canvas, keys, pulse, node -> openNode.accept(node));
    new CanvasMenus(desk, canvas, commands, units);
    cards.bind();
    bind();
  }

  private void bind() {
    model.readingProperty().subscribe(this::requestLayout);
    desk.run().generator().askedProperty().subscribe((before, now) -> {
      if (now.isPresent()) {
        model.lensProperty().set(Lens.ACTIVATIONS); // discriminator nodes then show their activations for the example
      }
    });
    // the reading line has priority over the health card
    health.opacityProperty().bind(Bindings.when(model.readingProperty().isEmpty()).then(1).otherwise(0));
    cards.problem().visibleProperty().subscribe(this::comeForward);
    empty.visibleProperty().subscribe((before, now) -> {
      if (!now && empty.isFocusWithin()) {
        canvas.requestFocus(); // what was pressed there is gone
      }
    });
    model.document().openingsProperty().subscribe((before, now) -> {
      fit();
      canvas.takeKeys();
    });
    ReadOnlyBooleanProperty following = desk.focus().followed().wantedProperty();
    for (ObservableValue<?> room : List.of(widthProperty(), heightProperty(), model.lensProperty(), following)) {
      room.subscribe(this::fitAgain);
    }
    health.visibleProperty().subscribe(this::fitAgain); // text covers no node
    following.subscribe((before, now) -> hush());
    model.lensProperty().subscribe(this::requestLayout);
    model.document().projectProperty().subscribe(this::requestLayout);
  }

  /** Reserves a width at the right of the canvas that something covers. */
  public void leaveAtRight(double width) {
    if (width != covered) {
      covered = width;
      requestLayout();
      fitAgain();
    }
  }

  /** Lets the card extend over the panes below the canvas. */
  private void comeForward(boolean forward) {
    for (Parent at = getParent(); at != null && !(at instanceof BorderPane); at = at.getParent()) {
      at.setViewOrder(forward ? FORWARD : 0);
    }
  }

  private void hush() {
    health.quiet(presented || desk.focus().followed().wantedProperty().get());
  }

  /** Fits the network into the view, at once or as soon as the canvas has a size. */
  public void fit() {
    fitWhenSized = true;
    requestLayout();
  }

  /** Fits again after a change of size if the whole network was visible. */
  private void fitAgain() {
    if (model.camera().untouched()) {
      fit();
    }
  }

  /** Attributions of the input; closed with the window. */
  public AttributionFeed tint() {
    return desk.tint();
  }

  /** Shows the whole network in another place, without its bars; the returned action restores the view. */
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

  /** Restricts the choice of lenses; empty hides it. */
  public void offerLenses(List<Lens> some) {
    toolbar.offerLenses(some);
    lent.ifPresent(choice -> {
      choice.offerOnly(some);
      choice.setVisible(!some.isEmpty());
      choice.setManaged(!some.isEmpty());
    });
  }

  /** Lens switch for another place. */
  public Region lensSwitch() {
    LensSwitch choice = new LensSwitch(desk);
    lent = Optional.of(choice);
    return choice;
  }

  /** Node that holds all that zooms and moves with the network. */
  public javafx.scene.Node ground() {
    return canvas.ground();
  }

  /** Highlights a node that is hovered elsewhere, such as in a formula. */
  public void ring(Optional<Integer> node) {
    canvas.drawing().nodes().ring(node);
  }

  /** Bounds of a number in the scene, if its node is visible. */
  public Optional<Bounds> whereIs(Subject number) {
    return canvas.drawing().whereIs(number);
  }

  /** Bounds of the visible nodes in the scene. */
  public List<Bounds> whereNodesAre() {
    return canvas.drawing().nodes().whereTheyAre();
  }

  /** Commands of the canvas, for the window's command list. Their keys are handled by the canvas. */
  public List<Command> commands() {
    return commands.all();
  }

  /** Commands that accept a repair while its card is open, with keys for the whole window. */
  public List<Command> repairCommands() {
    return cards.repairCommands(visibleProperty());
  }

  /** While the condition holds, Left and Right step in time and do not move along wires. */
  public void leaveArrowsWhile(ObservableBooleanValue stepping) {
    walk.rest(stepping);
  }

  /** Commands with keys for the whole window. */
  public List<Command> commandsEverywhere() {
    return commands.everywhere();
  }

  public List<Gesture> gestures() {
    return Gestures.ALL;
  }

  public List<Command> pictureCommands() {
    return List.of(commands.get("picture.copy"), commands.get("picture.save"));
  }

  NetworkPictures pictures() {
    return pictures;
  }

  /** Action of Enter or a double click on a node: opens its inside view. */
  public void onOpenNode(IntConsumer action) {
    openNode = action;
  }

  /** Hides the hints of the empty canvas. */
  public void withoutInvitation() {
    empty.stayAway();
  }

  public void onOpenSample(Consumer<String> action) {
    openSample = action;
  }

  /** Action of the data link of the empty canvas. */
  public void onChooseData(Runnable action) {
    chooseData = action;
  }

  /** Action of the button for drawing an example, while it is possible. */
  public void onDraw(KeyCombination key, ObservableValue<Boolean> possible, Runnable action) {
    toolbar.onDraw(key, possible, action);
  }

  /** Makes the cards show the findings of the training diagnosis. */
  public void hearDoctor(ObservableValue<List<Finding>> findings) {
    cards.hearDoctor(findings);
    health.hear(findings);
  }

  /** Selects a problem's node and focuses its card. */
  public void show(Problem problem) {
    model.mending().ask(problem);
    canvas.requestFocus();
  }

  /** Selects the next problem, or with −1 the previous one. */
  public void showProblem(int step) {
    model.mending().askNext(step);
    canvas.requestFocus();
  }

  /** Drop target for layers and blocks dragged from elsewhere in the window. */
  public PaletteDrop drop() {
    return drop;
  }

  /** Focuses the canvas. */
  public void takeKeys() {
    canvas.focusSelected();
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(0, 0, getWidth(), getHeight());
    toolbar.resizeRelocate(0, 0, getWidth(), BAR);
    double top = (presented ? 0 : placeLegend()) + canvas.drawing().roomOfWay();
    double banner = !presented && !desk.focus().followed().wantedProperty().get()
        && (model.lens() == Lens.GRADIENTS || model.units().any() || health.isVisible()) ? BANNER : 0;
    model.camera().setWindow(new Box(0, top, Math.max(1, getWidth() - covered), Math.max(1, getHeight() - top - banner)));
    health.placeAbove(getHeight());
    map.place(getWidth() - MARGIN, getHeight() - banner - MARGIN);
    reading.place(getWidth(), getHeight(), MARGIN);
    empty.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
    boolean free = fitWhenSized || model.camera().untouched();
    if (free && getWidth() > 0 && model.proportions().fit(model.camera().window(), canvas.drawing().nodes().needed())) {
      canvas.fitted();
      cards.show();
      fitWhenSized = true;
    }
    if (fitWhenSized && getWidth() > 0) {
      fitWhenSized = false;
      model.fit();
    }
  }

  /** @return y of the network's top */
  private double placeLegend() {
    toolbar.layout();
    return legend.place(toolbar.gap(), BAR, getWidth(), getHeight());
  }
}
