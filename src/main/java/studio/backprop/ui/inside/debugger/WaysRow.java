package studio.backprop.ui.inside.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import studio.backprop.derivation.Explanation;

/**
 * All paths from the loss to the number with their contributions, the rest and the sum; empty for a single path. Numbers are never
 * truncated: where the row is too narrow they are rounded to fewer digits, and the tooltip shows the others.
 */
final class WaysRow extends HBox {
  /** Maximum and minimum number of digits. */
  private static final int DIGITS = 4;
  private static final int FEWEST = 2;

  private final DebuggerDesk desk;
  private final List<Word> words = new ArrayList<>();
  private int digits = DIGITS;

  /** Label or button with a number. @param key of its text, empty where the number stands alone */
  private record Word(Labeled label, String key, Optional<Integer> which, double value, boolean known) {}

  WaysRow(DebuggerDesk desk) {
    this.desk = desk;
    getStyleClass().add("ways");
  }

  void show(Optional<Explanation> explanation) {
    getChildren().clear();
    words.clear();
    boolean several = explanation.filter(shown -> shown.paths().size() > 1 || shown.others() > 0).isPresent();
    setVisible(several);
    setManaged(several);
    if (several) {
      fill(explanation.get());
    }
    write(DIGITS);
  }

  private void fill(Explanation shown) {
    boolean known = desk.model().knows(shown.gradientKnown());
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < shown.paths().size(); i++) {
      plus(i > 0);
      ToggleButton choice = choice(i, group);
      say(choice, "debugger.way", Optional.of(i + 1), shown.paths().get(i).product(), known);
    }
    if (shown.rest() != 0 || shown.others() > 0) {
      plus(true);
      say(new Label(), "debugger.rest", Optional.empty(), shown.rest(), known);
    }
    getChildren().addAll(whole(new Label("=")), desk.formula("\\partial L / \\partial " + shown.place().symbol()).shrinkTo(1));
    Label sum = new Label();
    sum.getStyleClass().add("strong");
    say(sum, "", Optional.empty(), shown.gradient(), known);
  }

  private void plus(boolean wanted) {
    if (wanted) {
      getChildren().add(whole(new Label("+")));
    }
  }

  private void say(Labeled label, String key, Optional<Integer> which, double value, boolean known) {
    words.add(new Word(whole(label), key, which, value, known));
    getChildren().add(label);
  }

  private static Labeled whole(Labeled label) {
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private ToggleButton choice(int which, ToggleGroup group) {
    ToggleButton choice = new ToggleButton();
    choice.setToggleGroup(group);
    choice.setSelected(which == desk.model().pointing().pathProperty().get());
    choice.setOnAction(event -> desk.model().pointing().pathProperty().set(which));
    return choice;
  }

  private void write(int wanted) {
    digits = wanted;
    for (Word word : words) {
      word.label().setText(text(word, wanted));
      word.label().setTooltip(wanted < DIGITS && word.known() ? new Tooltip(text(word, DIGITS)) : null);
    }
  }

  private String text(Word word, int digits) {
    String number = word.known() ? desk.lang().numbers().significant(word.value(), digits) : "?";
    return word.key().isEmpty() ? number
        : word.which().map(which -> desk.lang().say(word.key(), which, number)).orElseGet(() -> desk.lang().say(word.key(), number));
  }

  /** As many digits as fit. */
  @Override
  protected void layoutChildren() {
    for (int wanted = DIGITS; wanted >= FEWEST; wanted--) {
      if (wanted != digits) {
        write(wanted);
      }
      if (needed() <= getWidth()) {
        break;
      }
    }
    super.layoutChildren();
  }

  private double needed() {
    return getManagedChildren().stream().mapToDouble(child -> child.prefWidth(-1)).sum() + getSpacing() * (getManagedChildren().size() - 1)
        + getInsets().getLeft() + getInsets().getRight();
  }

  /** Minimum width with fewer digits. */
  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }
}
