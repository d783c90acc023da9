package studio.backprop.ui.inside.lens.sheet;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.CellTip;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Painting;

/** Frame of a painted inside view: choices above, the scrollable picture, and explanations at its right. */
public final class PaintedSheet extends HBox {
  /** Handler of the arrow keys. */
  @FunctionalInterface
  public interface Walk {
    void go(int down, int across);
  }

  /** Width of the explanations, as in lens.css. */
  private static final double BESIDE = 296;

  private final FlowPane choices = new FlowPane();
  private final StackPane sheet = new StackPane();
  private final ScrollPane scroll = new ScrollPane(sheet);
  private final VBox side = new VBox();
  private final HBox seen = new HBox(scroll);
  private final VBox main = new VBox(choices, seen);
  private final ScrollPane beside;
  private final CellTip tip = new CellTip();
  private final Painting painting;

  public PaintedSheet(Painting.Painter painter) {
    painting = new Painting(painter);
    painting.setMouseTransparent(true);
    sheet.getStyleClass().addAll("painted", "focusable");
    sheet.setFocusTraversable(true);
    sheet.getChildren().add(painting);
    sheet.addEventHandler(MouseEvent.MOUSE_EXITED, event -> tip.hide());
    sheet.sceneProperty().subscribe(() -> tip.hide()); // the picture is replaced while the mouse is on it
    // consumed, or the scroll pane would take the focus and the keys with it
    sheet.setOnMousePressed(event -> {
      sheet.requestFocus();
      event.consume();
    });
    scroll.setFocusTraversable(false);
    choices.getStyleClass().add("choices");
    side.getStyleClass().add("side");
    VBox.setVgrow(seen, Priority.ALWAYS);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    seen.setMinSize(0, 0);
    main.setMinSize(0, 0);
    HBox.setHgrow(main, Priority.ALWAYS);
    beside = new ScrollPane(side);
    beside.getStyleClass().add("beside");
    beside.setFitToWidth(true);
    beside.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().addAll(main, beside);
  }

  /** Minimum width of the picture; the explanations are hidden if they do not fit beside it. */
  public void needs(double width) {
    boolean room = getWidth() - BESIDE >= width;
    beside.setVisible(room);
    beside.setManaged(room);
  }

  /** Without explanations. */
  public void alone() {
    getChildren().setAll(main);
  }

  public FlowPane choices() {
    return choices;
  }

  public VBox side() {
    return side;
  }

  /** Node that takes the mouse and the keys. */
  public StackPane sheet() {
    return sheet;
  }

  public double seenWidth() {
    return scroll.getViewportBounds().getWidth();
  }

  public double seenHeight() {
    return scroll.getViewportBounds().getHeight();
  }

  /** Listens to the visible part. The scroll pane sets equal bounds anew with each layout: these are no change. */
  public void onSeen(Runnable changed) {
    scroll.viewportBoundsProperty().subscribe((before, now) -> changed.run());
  }

  public void size(double width, double height) {
    sheet.setMinSize(width, height);
    sheet.setPrefSize(width, height);
    sheet.setMaxSize(width, height);
  }

  public void repaint() {
    painting.repaint();
  }

  /** The picture is as wide as the view, and scrolls sideways by itself. */
  public void fill(Node... below) {
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    sheet.setMinSize(0, 0);
    main.getChildren().addAll(below);
  }

  /** Adds a note below the choices. */
  public void note(Label what) {
    what.getStyleClass().add("choices-note");
    what.managedProperty().bind(what.visibleProperty());
    main.getChildren().add(1, what);
  }

  /** Adds a node at the right of the picture. */
  public void beside(Node what) {
    seen.getChildren().add(what);
  }

  public void below(Node what) {
    StackPane holder = new StackPane(what);
    holder.getStyleClass().add("card-below");
    holder.managedProperty().bind(what.managedProperty());
    main.getChildren().add(holder);
  }

  public void atLeast(double height) {
    sheet.setMinHeight(height);
  }

  /** Tooltip at the mouse; empty for none. */
  public void tip(MouseEvent at, String numbers) {
    tip.say(sheet, at, numbers);
  }

  /** Accessible text of the hovered element. */
  public void say(String sentence) {
    sheet.setAccessibleText(sentence);
  }

  /**
   * Handles keys before the scroll bars.
   *
   * @param press returns whether it consumed the key
   */
  public void onPress(Predicate<KeyCode> press) {
    sheet.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (!event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown() && press.test(event.getCode())) {
        event.consume();
      }
    });
  }

  public void onWalk(Walk walk) {
    sheet.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
        return;
      }
      switch (event.getCode()) {
        case UP -> walk.go(-1, 0);
        case DOWN -> walk.go(1, 0);
        case LEFT -> walk.go(0, -1);
        case RIGHT -> walk.go(0, 1);
        default -> {
          return;
        }
      }
      event.consume();
    });
  }

  public static Label label(String... styles) {
    return Labels.wrapped("", styles);
  }
}
