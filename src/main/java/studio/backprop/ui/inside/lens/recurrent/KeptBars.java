package studio.backprop.ui.inside.lens.recurrent;

import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/**
 * Bars of the share of each unit's gradient that the direct path back to a step keeps: the product of the gates between. A click selects
 * the unit.
 */
final class KeptBars extends StackPane {
  private static final double NUMBERS = 16;
  private static final double GAP = 4;
  private static final int NUMBERED = 12;

  private final LensDesk desk;
  private final Painting painting = new Painting(this::paint);
  private RecurrentNumbers numbers;
  private int step;
  private int unit;

  KeptBars(LensDesk desk, IntConsumer choose) {
    this.desk = desk;
    getStyleClass().add("kept-bars");
    painting.setMouseTransparent(true);
    getChildren().add(painting);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
      if (numbers != null) {
        choose.accept((int) Math.max(0, Math.min(numbers.units() - 1, event.getX() / getWidth() * numbers.units())));
      }
    });
  }

  void show(RecurrentNumbers now, int atStep, int chosenUnit) {
    numbers = now;
    step = atStep;
    unit = chosenUnit;
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (numbers == null || numbers.keeps().isEmpty()) {
      return;
    }
    int units = numbers.units();
    double most = 1e-12;
    for (int i = 0; i < units; i++) {
      most = Math.max(most, numbers.kept(step, i));
    }
    double each = width / units;
    double bottom = height - NUMBERS;
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    for (int i = 0; i < units; i++) {
      double high = numbers.kept(step, i) / most * (bottom - 2);
      g.setFill(desk.theme().palette().color(i == unit ? Token.RIBBON_HEALTHY : Token.RIBBON_FADING));
      g.fillRect(i * each + Math.min(GAP, each / 6), bottom - high, each - 2 * Math.min(GAP, each / 6), high);
      if (units <= NUMBERED || i == unit) {
        g.setFill(desk.theme().palette().color(i == unit ? Token.FG : Token.MUT));
        Painting.write(g, String.valueOf(i + 1), (i + 0.5) * each, height - NUMBERS / 2);
      }
    }
    g.setFill(desk.theme().palette().color(Token.BORDER));
    g.fillRect(0, bottom, width, 1);
  }
}
