package studio.backprop.ui.designer;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.network.Node;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;

/** Says in a sentence what is wrong: near the target while a wire is drawn, near a node that is looked at, or why a wire was refused. */
final class ObjectionCard extends VBox {
  private static final double DISTANCE = 16;
  private static final double WIDTH = 380;

  private final Desk desk;
  private final Label sentence = new Label();
  private final Label advice = new Label();
  private Box anchor = new Box(0, 0, 0, 0);

  ObjectionCard(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("card", "pop", "bad", "objection");
    sentence.setWrapText(true);
    sentence.setGraphic(Icon.PROBLEM.view());
    sentence.getGraphic().getStyleClass().add("bad");
    advice.setWrapText(true);
    advice.getStyleClass().addAll("mut", "note");
    setMaxWidth(WIDTH);
    setManaged(false);
    setVisible(false);
    setMouseTransparent(true);
    getChildren().addAll(sentence, advice);
  }

  void showNear(Node node, Message said, String adviceKey) {
    anchor = desk.model().box(node);
    sentence.setText(desk.lang().say(said));
    advice.setText(desk.lang().say(adviceKey));
    setVisible(true);
    requestFit();
  }

  void hide() {
    setVisible(false);
  }

  /** Under the node, or above it where there is no room. */
  private void requestFit() {
    Camera camera = desk.model().camera();
    double width = Math.min(WIDTH, Math.max(240, prefWidth(-1)));
    double height = prefHeight(width);
    double zoom = camera.zoom();
    double left = anchor.x() * zoom + camera.offsetXProperty().get();
    double below = anchor.bottom() * zoom + camera.offsetYProperty().get() + DISTANCE;
    double above = anchor.y() * zoom + camera.offsetYProperty().get() - DISTANCE - height;
    Box window = camera.window();
    double x = Math.max(window.x() + DISTANCE, Math.min(window.right() - width - DISTANCE, left + anchor.width() * zoom / 2 - width / 2));
    double y = below + height <= window.bottom() - DISTANCE ? below : Math.max(window.y(), above);
    resizeRelocate(Math.rint(x), Math.rint(y), width, height);
  }
}
