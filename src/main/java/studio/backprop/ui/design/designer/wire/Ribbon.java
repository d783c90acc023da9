package studio.backprop.ui.design.designer.wire;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** The gradient that comes back along a wire: as wide as it is strong, coloured by its health, with chevrons against the data's flow. */
final class Ribbon extends Group {
  private static final double NARROW = 6;
  private static final double EASE_SECONDS = 0.06;
  private static final double DENSE = 0.8;
  private static final double PULSE = 14;
  private static final double DASH = 2;
  private static final double DASH_GAP = 3;
  /** Where a network is seen small a ribbon is drawn wider, so that its width can still be compared. */
  private static final double MOST_WIDENED = 2;
  private static final double PULSE_ABOVE = 4;

  private final WireLine band = new WireLine("ribbon");
  private final Chevrons chevrons = new Chevrons();
  private final Line pulse = new Line();
  private WireCurve course = new WireCurve(0, 0, 1, 0);
  private double shownWidth = Health.THINNEST;
  private double wantedWidth = Health.THINNEST;
  private double widened = 1;
  private Health health = Health.VANISHED;

  Ribbon() {
    setMouseTransparent(true);
    band.setFill(null);
    band.setOpacity(DENSE);
    pulse.getStyleClass().add("pulse");
    pulse.setVisible(false);
    getChildren().addAll(band, chevrons, pulse);
  }

  void follow(WireCurve wire) {
    course = wire;
    band.follow(wire);
    chevrons.follow(wire);
  }

  /** Takes over a new measurement. */
  void measure(double norm, Palette palette) {
    wantedWidth = Health.width(norm) * widened;
    Health now = Health.of(norm);
    if (now != health || band.getStroke() == null) {
      health = now;
      paint(palette);
    }
  }

  /** Takes over how many times larger letters are drawn, so that they can be read. */
  void widen(double letters, Palette palette) {
    double factor = Math.min(MOST_WIDENED, letters);
    if (factor != widened) {
      wantedWidth *= factor / widened;
      shownWidth *= factor / widened;
      widened = factor;
      band.setStrokeWidth(shownWidth);
      paint(palette);
    }
  }

  void paint(Palette palette) {
    band.setStroke(palette.color(health.token()));
    band.getStrokeDashArray().setAll(health == Health.VANISHED ? List.of(DASH * widened, DASH_GAP * widened) : List.of());
    chevrons.setVisible(health != Health.VANISHED);
    chevrons.setStroke(palette.color(wantedWidth < NARROW ? Token.GRADIENT : Token.BG));
  }

  /**
   * Eases to the measured width within a fifth of a second, but for a tenth of a px, or more where that cannot be seen. @return whether it
   * is still on its way
   */
  boolean ease(double seconds, boolean atOnce, double zoom, Palette palette) {
    double rest = wantedWidth - shownWidth;
    if (Math.abs(rest) * Math.min(1, 2 * zoom) < 0.1) {
      return false;
    }
    boolean wasNarrow = shownWidth < NARROW;
    shownWidth = atOnce ? wantedWidth : shownWidth + rest * (1 - Math.exp(-seconds / EASE_SECONDS));
    band.setStrokeWidth(shownWidth);
    if (wasNarrow != shownWidth < NARROW) {
      paint(palette);
    }
    return true;
  }

  /** Draws the backward pass as a dash at this place of the wire; NaN takes it away. */
  void showPulse(double t) {
    pulse.setVisible(!Double.isNaN(t));
    if (pulse.isVisible()) {
      double dx = Math.cos(course.angle(t)) * PULSE / 2;
      double dy = Math.sin(course.angle(t)) * PULSE / 2;
      pulse.setStartX(course.x(t) - dx);
      pulse.setStartY(course.y(t) - dy);
      pulse.setEndX(course.x(t) + dx);
      pulse.setEndY(course.y(t) + dy);
      pulse.setStrokeWidth(shownWidth + PULSE_ABOVE);
    }
  }

  /** Puts the chevrons where they have come to. */
  void move(double way) {
    chevrons.move(way, shownWidth);
  }
}
