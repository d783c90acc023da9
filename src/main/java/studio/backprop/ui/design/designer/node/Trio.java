package studio.backprop.ui.design.designer.node;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Three pictures in a column: A, B, and their difference. */
final class Trio extends Region {
  /** Width of the letters beside the pictures. */
  static final double LETTERS = 28;
  private static final double GAP = 2;
  private static final double BADGE = 16;

  private final List<Label> letters;
  private final List<? extends Region> pictures;
  private final double line;

  /**
   * @param names of A and B
   * @param line height of a picture
   */
  Trio(List<String> names, List<? extends Region> pictures, double line) {
    this.letters = List.of(letter(names.get(0), "badge-a"), letter(names.get(1), "badge-b"),
        letter(names.get(1) + "−" + names.get(0), "badge-difference"));
    this.pictures = pictures;
    this.line = line;
    setManaged(false);
    setMouseTransparent(true);
    getChildren().addAll(letters);
    getChildren().addAll(pictures);
    getChildren().forEach(child -> child.setManaged(false));
  }

  private static Label letter(String letter, String style) {
    Label label = new Label(letter);
    label.getStyleClass().addAll("run-badge", style);
    return label;
  }

  double height() {
    return pictures.size() * (Math.max(BADGE, line) + GAP);
  }

  @Override
  protected void layoutChildren() {
    double step = Math.max(BADGE, line) + GAP;
    for (int i = 0; i < pictures.size(); i++) {
      double middle = i * step + (step - GAP) / 2;
      Label letter = letters.get(i);
      double width = i < 2 ? BADGE : LETTERS;
      letter.resizeRelocate(0, Math.rint(middle - BADGE / 2), width, BADGE);
      pictures.get(i).resizeRelocate(LETTERS, Math.rint(middle - line / 2), getWidth() - LETTERS, line);
    }
  }
}
