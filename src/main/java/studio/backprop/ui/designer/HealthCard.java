package studio.backprop.ui.designer;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backprop.ui.kit.Icon;

/** The banner under the network that says how well the gradients are. */
final class HealthCard extends HBox {
  private static final double HEIGHT = 34;
  private static final double SIDE = 16;
  /** A sentence that changes more often cannot be read. */
  private static final long NANOS_BETWEEN = 500_000_000L;

  private final Desk desk;
  private final Label sentence = new Label();
  private Optional<HealthSentence> shown = Optional.empty();
  private long shownAt;
  private double bottom;

  HealthCard(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("banner", "health");
    setManaged(false);
    setVisible(false);
    sentence.setWrapText(true);
    getChildren().addAll(Icon.DOCTOR.view(), sentence);
  }

  void refresh() {
    boolean wanted = desk.model().lens() == Lens.GRADIENTS && desk.model().document().ready();
    long now = System.nanoTime();
    boolean due = !desk.run().playing() || now - shownAt > NANOS_BETWEEN || !isVisible();
    if (wanted && due) {
      shownAt = now;
      shown = desk.run().snapshot().flatMap(snapshot -> HealthSentence.of(desk.run().runProperty().get(), snapshot));
      shown.ifPresent(this::say);
    }
    setVisible(wanted && shown.isPresent());
  }

  private void say(HealthSentence health) {
    getStyleClass().removeAll("ok", "warn", "bad");
    getStyleClass().add(health.grade().name().toLowerCase(Locale.ROOT));
    sentence.setText(desk.lang().say(health.sentence()));
    applyCss(); // its size depends on it
    place();
  }

  /** At the lower left corner of the canvas. */
  void placeAbove(double lowerEdge) {
    bottom = lowerEdge;
    place();
  }

  private void place() {
    double width = Math.min(desk.model().camera().window().width() - 2 * SIDE, prefWidth(-1));
    double height = Math.max(HEIGHT, prefHeight(width));
    resizeRelocate(SIDE, bottom - SIDE - height, width, height);
  }
}
