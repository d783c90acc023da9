package studio.backprop.ui.inside.lens;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.ui.workspace.attribution.AttributionFeed;
import studio.backprop.ui.workspace.run.ColourRangeButton;

/** Full-size lens on one node, in place of the canvas. Escape returns, arrows go to the next node, comma and period to another example. */
public final class LensPage extends VBox {
  /** The digits have the same meaning as on the canvas, where the first is the structure. */
  static final int FIRST_DIGIT = 2;

  private final LensDesk desk;
  private final LensModel model;
  private final Lang lang;
  private final StackPane place = new StackPane();
  private final Node waiting;
  private final Node weightless;
  private final Node still;
  private final Label said = new Label();
  private final ColourRangeButton colours;
  private final PauseTransition patience = new PauseTransition(Motion.PATIENCE);
  private Optional<InsideView> inside = Optional.empty();
  private Optional<studio.backprop.network.Node> shown = Optional.empty();
  private final Runnable backToNode;
  private Optional<Node> focusedBefore = Optional.empty();

  /** @param backToNode focuses the selected node of the canvas */
  public LensPage(LensModel model, Lang lang, ThemeModel theme, Hints hints, Motion motion, Pulse pulse, Typesetter typesetter,
      Runnable backToNode) {
    this.backToNode = backToNode;
    this.model = model;
    this.lang = lang;
    this.desk = new LensDesk(model, lang, theme, hints, motion, pulse, typesetter,
        new AttributionFeed(model.run(), pulse, "cam"));
    waiting = new EmptyState(Icon.WAITS, lang.bind("lens.waiting"));
    weightless = new EmptyState(Icon.WEIGHTS, lang.bind("lens.no_weights"));
    still = new EmptyState(Icon.GRADIENTS, lang.bind("lens.no_gradients"));
    getStyleClass().add("lens");
    accessibleTextProperty().bind(lang.bind("lens.title"));
    setFocusTraversable(true);
    setMinSize(0, 0);
    place.setMinSize(0, 0);
    place.getStyleClass().add("inside");
    VBox.setVgrow(place, Priority.ALWAYS);
    colours = new ColourRangeButton(lang, hints, model.reach(), model::coloured, () -> model.nodeProperty().get()
        .map(studio.backprop.network.Node::id));
    getChildren().addAll(new LensHead(desk, widthProperty()), place, foot());
    bind(theme);
  }

  private void bind(ThemeModel theme) {
    visibleProperty().bind(model.nodeProperty().map(Optional::isPresent));
    managedProperty().bind(visibleProperty());
    model.nodeProperty().subscribe(this::turn);
    model.seenProperty().subscribe(this::refresh);
    model.quantityProperty().subscribe(() -> {
      model.say(""); // the hovered element is not in the next picture
      refresh();
    });
    model.reach().overProperty().subscribe(this::recolour);
    model.reach().stepsProperty().subscribe(this::recolour);
    lang.whenWrittenAnew(this::refresh);
    theme.paletteProperty().subscribe(this::refresh);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
      if (!isFocusWithin() || getScene().getFocusOwner() instanceof ScrollPane) {
        requestFocus(); // the keys are for the picture that was clicked, not for what scrolls it, nor for the text of a lesson
      }
    });
    patience.setOnFinished(event -> lookAway());
  }

  /** Cancels its background computations. */
  public void close() {
    desk.cam().close();
  }

  private Node foot() {
    said.textProperty().bind(Bindings.createStringBinding(
        () -> model.saidProperty().get().isEmpty() ? lang.say("lens.hover") : model.saidProperty().get(), model.saidProperty(),
        lang.textsProperty()));
    Label step = new Label();
    step.getStyleClass().addAll("note", "mut");
    step.setMinWidth(USE_PREF_SIZE);
    step.textProperty().bind(Bindings.createStringBinding(this::sayStep, model.seenProperty(), model.quantityProperty(),
        lang.textsProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(said, gap, step, colours);
    foot.getStyleClass().addAll("bar", "foot");
    return foot;
  }

  private String sayStep() {
    if (model.look().isEmpty()) {
      return "";
    }
    boolean change = model.quantityProperty().get() == Quantity.CHANGE && model.before().isPresent();
    return change ? lang.say("lens.between", model.step() - 1, model.step()) : lang.say("lens.step", model.step());
  }

  // --- keys

  /** Handles keys from all descendants of a node while the lens is open, after the focus owner. */
  public void keysFrom(Node root) {
    root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
      if (isVisible() && !(key.getTarget() instanceof TextInputControl)) {
        press(key);
      }
    });
  }

  private void press(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
      return;
    }
    if (inside.isPresent() && inside.get().press(key.getCode())) {
      key.consume();
      return;
    }
    Optional<Runnable> action = Optional.ofNullable(switch (key.getCode()) {
      case ESCAPE -> model::leave;
      case LEFT, PAGE_UP -> () -> model.turn(-1);
      case RIGHT, PAGE_DOWN -> () -> model.turn(1);
      case COMMA -> () -> model.chooseExample(-1);
      case PERIOD -> () -> model.chooseExample(1);
      default -> digit(key.getCode());
    });
    action.ifPresent(run -> {
      run.run();
      key.consume();
    });
  }

  private Runnable digit(KeyCode code) {
    int place = code.ordinal() - KeyCode.DIGIT0.ordinal() - FIRST_DIGIT;
    return place < 0 || place >= Quantity.values().length ? null : () -> model.quantityProperty().set(Quantity.values()[place]);
  }

  // --- content

  /** On closing, the previous focus owner gets the focus back, unless another node is left than was entered. */
  private void turn(Optional<studio.backprop.network.Node> before, Optional<studio.backprop.network.Node> now) {
    if (now.isEmpty()) {
      drop();
      focusedBefore.ifPresentOrElse(Node::requestFocus, backToNode);
      return;
    }
    if (before.isEmpty()) {
      focusedBefore = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    } else if (before.get().id() != now.get().id()) {
      focusedBefore = Optional.empty();
    }
    requestFocus();
    patience.playFromStart();
  }

  /** Hides the previous node's picture while the values of a large one are pending. */
  private void lookAway() {
    if (model.look().isEmpty() && model.nodeProperty().get().isPresent()) {
      instead(waiting);
    }
  }

  /** Shows the reason for a missing picture. */
  private void instead(Node reason) {
    drop();
    place.getChildren().setAll(reason);
    colours.setVisible(false);
    said.setVisible(false); // there is no cell to point at
  }

  private void drop() {
    inside.ifPresent(InsideView::leave);
    inside = Optional.empty();
    shown = Optional.empty();
    place.getChildren().clear();
    model.say("");
  }

  private void recolour() {
    model.run().snapshot().ifPresent(model.reach()::refresh);
    refresh();
  }

  private static boolean still(NodeTrace look) {
    Stream<Tensors> passed = look.example().stream().flatMap(op -> Stream.concat(op.inputs().stream(), Stream.of(op.output())));
    Stream<Tensors> learned = look.example().stream().flatMap(op -> op.parameters().stream());
    return Stream.of(Stream.ofNullable(look.output()), passed, learned).flatMap(all -> all).allMatch(numbers -> numbers.grads() == null);
  }

  private void refresh() {
    Optional<studio.backprop.network.Node> node = model.nodeProperty().get();
    Optional<NodeTrace> look = model.look();
    if (node.isEmpty()) {
      return;
    }
    if (look.isEmpty()) {
      if (shown.map(studio.backprop.network.Node::id).filter(id -> id == node.get().id()).isEmpty()) {
        instead(waiting);
      }
      return;
    }
    if (model.quantityProperty().get() == Quantity.WEIGHTS && look.get().example().stream().allMatch(op -> op.parameters().isEmpty())) {
      instead(weightless);
      return;
    }
    if (model.quantityProperty().get() == Quantity.GRADIENTS && still(look.get())) {
      instead(still);
      return;
    }
    if (inside.isEmpty() || !shown.equals(node)) {
      drop();
      inside = Optional.of(Insides.of(desk, node.get(), look.get()));
      shown = node;
      place.getChildren().setAll(inside.get().region());
      place.applyCss();
      place.layout(); // or the picture would be without a size, and empty, for a moment
    }
    inside.get().show(node.get(), look.get());
    said.setVisible(true);
    colours.setVisible(inside.get().takesReach());
    colours.refresh();
  }
}
