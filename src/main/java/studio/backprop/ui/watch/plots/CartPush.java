package studio.backprop.ui.watch.plots;

import java.util.OptionalDouble;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import studio.backprop.run.time.Perturbation;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** A hand that pushes what moves in a world: it takes hold of it, drags, and lets go; the further, the harder. */
final class CartPush {
  /** Around the cart, so that it is easily caught. */
  private static final double NEAR = 14;
  /** N s for a drag over one px. */
  private static final double EACH = 0.006;
  /** A click is no push. */
  private static final double LEAST = 4;
  private static final double HEAD = 7;

  private Rectangle2D cart;
  private double from;
  private double to;
  private boolean held;

  /** @param now where the cart is */
  void at(Rectangle2D now) {
    cart = now;
  }

  /** Whether the mouse is on the cart. */
  boolean isNear(double x, double y) {
    return cart != null && x > cart.getMinX() - NEAR && x < cart.getMaxX() + NEAR && y > cart.getMinY() - NEAR && y < cart.getMaxY() + NEAR;
  }

  /** @return whether it has caught the cart */
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

  /** How hard it pushes, in N s to the right. */
  double impulse() {
    double wanted = Math.abs(to - from) < LEAST ? 0 : (to - from) * EACH;
    return Math.max(-Perturbation.MOST, Math.min(Perturbation.MOST, wanted));
  }

  /** Lets go. @return the push; empty where nothing was dragged */
  OptionalDouble release() {
    boolean pushed = held && impulse() != 0;
    held = false;
    return pushed ? OptionalDouble.of(impulse()) : OptionalDouble.empty();
  }

  /** An arrow as long as the push is hard. */
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
