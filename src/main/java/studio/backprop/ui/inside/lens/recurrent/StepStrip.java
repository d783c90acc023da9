package studio.backprop.ui.inside.lens.recurrent;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Overview of all steps of a long sequence, coloured by the gradient norm of their state, with a draggable frame of the visible ones. */
final class StepStrip extends StackPane {
  private static final double RIM = 4;

  private final LensDesk desk;
  private final Painting painting = new Painting(this::paint);
  private RecurrentNumbers numbers;
  private RecurrentPlaces places;

  /** @param turn receives the first visible step */
  StepStrip(LensDesk desk, IntConsumer turn) {
    this.desk = desk;
    getStyleClass().add("overview");
    getChildren().add(painting);
    painting.setMouseTransparent(true);
    managedProperty().bind(visibleProperty());
    desk.hints().explain(this, "lens.recurrent.overview");
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> drag(event, turn));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(event, turn));
  }

  private void drag(MouseEvent event, IntConsumer turn) {
    double way = (event.getX() - getInsets().getLeft()) / painting.getWidth();
    turn.accept((int) Math.round(way * places.steps() - places.shown() / 2.0));
  }

  void show(RecurrentNumbers now, RecurrentPlaces seen) {
    numbers = now;
    places = seen;
    setVisible(seen.shown() < seen.steps());
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (numbers == null) {
      return;
    }
    double wide = width / numbers.steps();
    double largest = IntStream.range(0, numbers.steps()).mapToDouble(numbers::stateNorm).filter(norm -> norm > 0).max().orElse(1);
    for (int step = 0; step < numbers.steps(); step++) {
      double norm = numbers.stateNorm(step);
      g.setFill(desk.theme().palette().size().color(norm > 0 ? norm / largest : 0));
      g.fillRect(step * wide, RIM, wide + 0.5, height - 2 * RIM);
    }
    g.setStroke(desk.theme().palette().color(Token.ACCENT));
    g.setLineWidth(2);
    g.strokeRoundRect(places.first() * wide + 1, RIM / 2, places.shown() * wide - 2, height - RIM, 6, 6);
  }
}
