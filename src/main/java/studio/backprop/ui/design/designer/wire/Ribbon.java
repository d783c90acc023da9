package studio.backprop.ui.design.designer.wire;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Gradient of a wire: width by magnitude, colour by health, chevrons against the data flow. */
final class Ribbon extends Group {
  private static final double NARROW = 6;
  private static final double EASE_SECONDS = 0.06;
  private static final double DENSE = 0.8;
  private static final double PULSE = 14;
  private static final double DASH = 2;
  private static final double DASH_GAP = 3;
  /** Limit of the widening that keeps widths comparable when zoomed out. */
  private static final double MAX_WIDENING = 2;
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

  void measure(double norm, Palette palette) {
    wantedWidth = Health.width(norm) * widened;
    Health now = Health.of(norm);
    if (now != health || band.getStroke() == null) {
      health = now;
      paint(palette);
    }
  }

  /** Sets the factor of enlarged letters, by which ribbons widen too. */
  void widen(double letters, Palette palette) {
    double factor = Math.min(MAX_WIDENING, letters);
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
   * Eases to the measured width within a fifth of a second, but for a tenth of a px, or more where that is invisible.
   *
   * @return whether it is still moving
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

  /** Draws the backward pass as a dash at this place of the wire; NaN hides it. */
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

  void move(double way) {
    chevrons.move(way, shownWidth);
  }
}
