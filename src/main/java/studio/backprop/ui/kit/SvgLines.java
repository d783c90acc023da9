package studio.backprop.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;

/** Text split into its laid-out lines, since SVG does not wrap. */
final class SvgLines {
  /** One line; x of its left end and y of its baseline in the text's coordinates. */
  record Line(String words, double x, double y, double width) {}

  private SvgLines() {}

  static List<Line> of(Text text) {
    Bounds bounds = text.getLayoutBounds();
    double baseline = bounds.getMinY() + text.getBaselineOffset();
    if (text.getWrappingWidth() <= 0 && text.getText().indexOf('\n') < 0) {
      return List.of(new Line(text.getText(), bounds.getMinX(), baseline, bounds.getWidth()));
    }
    List<Line> lines = new ArrayList<>();
    String words = text.getText();
    double top = caret(text, 0, true).getY();
    int start = 0;
    for (int i = 1; i <= words.length(); i++) {
      double y = caret(text, start, true).getY();
      if (i == words.length() || caret(text, i, true).getY() > y + 1) {
        String line = words.substring(start, i).stripTrailing();
        if (!line.isEmpty()) {
          double left = caret(text, start, true).getX();
          double right = caret(text, start + line.length() - 1, false).getX();
          lines.add(new Line(line, left, baseline + y - top, right - left));
        }
        start = i;
      }
    }
    return lines;
  }

  private static MoveTo caret(Text text, int letter, boolean before) {
    return (MoveTo) text.caretShape(letter, before)[0];
  }
}
