package studio.backprop.ui.design.designer.node;

import java.util.List;
import java.util.Optional;
import javafx.scene.text.Text;
import studio.backprop.run.time.RunDiff;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.workspace.run.DifferenceTexts;

/** Pane of a loss for two runs on the same examples. */
final class LossesPane extends NodePane {
  private static final int DIGITS = 3;
  private static final double FIRST = 34;
  private static final double LINE = 22;
  /** Offset below a name of two lines. */
  private static final double LOW = 14;

  private final CanvasDesk desk;
  private final Text note = text("pane-caption");
  private final List<Text> letters = List.of(text("letter-a"), text("letter-b"), text("pane-caption"));
  private final List<Text> numbers = List.of(text("own-loss"), text("own-loss"), text("own-loss"));

  private boolean low;

  LossesPane(CanvasDesk desk) {
    this.desk = desk;
    List<String> names = desk.run().branches().comparison().letters();
    letters.get(0).setText(names.get(0));
    letters.get(1).setText(names.get(1));
    letters.get(2).setText(names.get(1) + "−" + names.get(0));
    getChildren().add(note);
    getChildren().addAll(letters);
    getChildren().addAll(numbers);
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void standLow(boolean low) {
    this.low = low;
    requestLayout();
  }

  @Override
  void redraw() {
    refresh();
  }

  @Override
  void refresh() {
    Optional<RunDiff> found = desk.run().branches().comparison().differenceProperty().get();
    if (found.isEmpty()) {
      return;
    }
    double a = found.get().judged().a().scores().loss();
    double b = found.get().judged().b().scores().loss();
    numbers.get(0).setText(desk.lang().numbers().alike(a, b, DIGITS));
    numbers.get(1).setText(desk.lang().numbers().alike(b, a, DIGITS));
    numbers.get(2).setText(desk.lang().numbers().significant(b - a, DIGITS - 1)); // its name and its sign take room
    note.setText(desk.lang().say("difference.loss", DifferenceTexts.judged(found.get())));
    requestLayout();
  }

  @Override
  void simplify(boolean simple) {
    note.setVisible(!simple);
  }

  @Override
  protected void layoutChildren() {
    note.setWrappingWidth(getWidth());
    double first = low && note.isVisible() ? LOW : 0;
    double top = Math.max(FIRST, first + note.getLayoutBounds().getHeight() + 8);
    note.relocate(0, first);
    for (int i = 0; i < numbers.size(); i++) {
      letters.get(i).relocate(0, top + i * LINE);
      numbers.get(i).relocate(Math.rint(getWidth() - numbers.get(i).getLayoutBounds().getWidth()), top + i * LINE - 2);
    }
  }
}
