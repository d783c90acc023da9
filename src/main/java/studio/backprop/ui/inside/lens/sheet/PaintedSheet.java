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

/** The frame of a painted inside: choices above, the picture with bars to scroll where it is larger, and explanations at its right. */
public final class PaintedSheet extends HBox {
  /** Where the arrow keys lead. */
  @FunctionalInterface
  public interface Walk {
    void go(int down, int across);
  }

  /** The width of what stands at the right, as the style sheet says: lens.css. */
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

  /** Where the picture needs so much width that this is not left beside the numbers at the right, the picture stands alone. */
  public void needs(double width) {
    boolean room = getWidth() - BESIDE >= width;
    beside.setVisible(room);
    beside.setManaged(room);
  }

  /** Nothing stands at its right. */
  public void alone() {
    getChildren().setAll(main);
  }

  public FlowPane choices() {
    return choices;
  }

  public VBox side() {
    return side;
  }

  /** What takes the mouse and the keys. */
  public StackPane sheet() {
    return sheet;
  }

  /** How much of the picture is seen without scrolling. */
  public double seenWidth() {
    return scroll.getViewportBounds().getWidth();
  }

  public double seenHeight() {
    return scroll.getViewportBounds().getHeight();
  }

  /** Runs when another part of the picture is seen. The scroll pane sets equal bounds anew with each layout: these are no change. */
  public void onSeen(Runnable changed) {
    scroll.viewportBoundsProperty().subscribe((before, now) -> changed.run());
  }

  /** Gives the picture this size. */
  public void size(double width, double height) {
    sheet.setMinSize(width, height);
    sheet.setPrefSize(width, height);
    sheet.setMaxSize(width, height);
  }

  public void repaint() {
    painting.repaint();
  }

  /** The picture is as wide as what is seen of it, and scrolls sideways by itself. */
  public void fill(Node... below) {
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    sheet.setMinSize(0, 0);
    main.getChildren().addAll(below);
  }

  /** Says something of the choices, below them. */
  public void note(Label what) {
    what.getStyleClass().add("choices-note");
    what.managedProperty().bind(what.visibleProperty());
    main.getChildren().add(1, what);
  }

  /** Puts something at the right of the picture. */
  public void beside(Node what) {
    seen.getChildren().add(what);
  }

  /** Puts something below the picture. */
  public void below(Node what) {
    StackPane holder = new StackPane(what);
    holder.getStyleClass().add("card-below");
    holder.managedProperty().bind(what.managedProperty());
    main.getChildren().add(holder);
  }

  /** The picture is at least so high. */
  public void atLeast(double height) {
    sheet.setMinHeight(height);
  }

  /** Shows numbers beside the mouse; none where there is nothing to say. */
  public void tip(MouseEvent at, String numbers) {
    tip.say(sheet, at, numbers);
  }

  /** Says in words what is pointed at. */
  public void say(String sentence) {
    sheet.setAccessibleText(sentence);
  }

  /** Keys that the bars to scroll would take first. @param press says whether it wants a key */
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
