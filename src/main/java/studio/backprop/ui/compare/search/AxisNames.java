package studio.backprop.ui.compare.search;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Axis titles: in one line or, where longer than the axes are apart, alternately in two. */
final class AxisNames {
  private static final double UPPER = 10;
  private static final double LOWER = 25;
  private static final double ONE = 18;
  private static final double APART = 8;
  private static final String CUT = "…";

  private AxisNames() {}

  /**
   * @param moved the dragged axis; -1 for none
   */
  static void paint(GraphicsContext g, List<String> names, double[] xs, double width, int moved, Palette palette) {
    double room = xs.length > 1 ? xs[1] - xs[0] : width;
    boolean two = names.stream().anyMatch(name -> wide(name, g.getFont()) > room - APART);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    for (int axis = 0; axis < xs.length; axis++) {
      double most = two ? 2 * room - APART : room;
      String name = fitted(names.get(axis), most, g.getFont());
      double half = wide(name, g.getFont()) / 2;
      double x = Math.max(half + 2, Math.min(width - half - 2, xs[axis])); // the outer ones stay on the page
      g.setFill(palette.color(axis == moved ? Token.ACCENT_TEXT : Token.FG));
      Painting.write(g, name, x, !two ? ONE : axis % 2 == 0 ? UPPER : LOWER);
    }
  }

  private static String fitted(String name, double most, Font font) {
    String shown = name;
    for (int end = name.length() - 1; end > 0 && wide(shown, font) > most; end--) {
      shown = name.substring(0, end).strip() + CUT;
    }
    return shown;
  }

  private static double wide(String text, Font font) {
    Text shape = new Text(text);
    shape.setFont(font);
    return shape.getLayoutBounds().getWidth();
  }
}
