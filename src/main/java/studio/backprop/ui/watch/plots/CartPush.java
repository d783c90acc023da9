package studio.backprop.ui.watch.plots;

import java.util.OptionalDouble;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import studio.backprop.run.time.Perturbation;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Drag gesture that pushes a cart; the impulse is proportional to the distance. */
final class CartPush {
  /** Tolerance around the cart, in px. */
  private static final double NEAR = 14;
  /** Impulse per px of the drag, in N s. */
  private static final double EACH = 0.006;
  /** Minimum distance in px: a click is no push. */
  private static final double LEAST = 4;
  private static final double HEAD = 7;

  private Rectangle2D cart;
  private double from;
  private double to;
  private boolean held;

  /** @param now bounds of the cart */
  void at(Rectangle2D now) {
    cart = now;
  }

  /** Whether the mouse is on the cart. */
  boolean isNear(double x, double y) {
    return cart != null && x > cart.getMinX() - NEAR && x < cart.getMaxX() + NEAR && y > cart.getMinY() - NEAR && y < cart.getMaxY() + NEAR;
  }

  /** @return whether the drag has started */
  boolean take(double x, double y) {
    held = isNear(x, y);
    from = x;
    to = x;
    return held;
  }

  void drag(double x) {
    to = x;
  }

  boolean holds() {
    return held;
  }

  /** Impulse in N s, positive to the right. */
  double impulse() {
    double wanted = Math.abs(to - from) < LEAST ? 0 : (to - from) * EACH;
    return Math.max(-Perturbation.MOST, Math.min(Perturbation.MOST, wanted));
  }

  /** Ends the drag. @return the impulse; empty without a drag */
  OptionalDouble release() {
    boolean pushed = held && impulse() != 0;
    held = false;
    return pushed ? OptionalDouble.of(impulse()) : OptionalDouble.empty();
  }

  /** Arrow with the length of the drag. */
  void paint(GraphicsContext g, Palette palette) {
    if (!held || impulse() == 0) {
      return;
    }
    double start = cart.getMinX() + cart.getWidth() / 2;
    double end = start + impulse() / EACH;
    double y = cart.getMinY() + cart.getHeight() / 2;
    double back = end - Math.signum(impulse()) * HEAD;
    g.setStroke(palette.color(Token.TIME));
    g.setLineWidth(3);
    g.strokeLine(start, y, end, y);
    g.strokeLine(end, y, back, y - HEAD);
    g.strokeLine(end, y, back, y + HEAD);
  }
}
