package studio.backprop.ui.lens.conv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.lens.sheet.LensDesk;

/** A sum written out, its largest terms first to be seen and the rest in one; the term under the mouse is {@link #termProperty}. */
final class SumLine extends FlowPane {
  private static final int DIGITS = 3;

  private final LensDesk desk;
  private final ObjectProperty<OptionalInt> term = new SimpleObjectProperty<>(this, "term", OptionalInt.empty());

  SumLine(LensDesk desk) {
    this.desk = desk;
    getStyleClass().add("sum-line");
  }

  /** The place of the term that is pointed at, in the order in which they were given. */
  ObjectProperty<OptionalInt> termProperty() {
    return term;
  }

  /**
   * Writes a sum.
   *
   * @param lead what it is the sum of, such as z
   * @param most terms to be written; if there are more, the largest
   * @param bias the last term, NaN where there is none
   * @param tail what becomes of it, or empty
   */
  void show(String lead, float[] terms, int most, float bias, float sum, String tail) {
    Numbers numbers = desk.lang().numbers();
    List<Label> line = new ArrayList<>();
    line.add(word(lead + " ="));
    int[] shown = largest(terms, most);
    double rest = IntStream.range(0, terms.length).mapToDouble(i -> terms[i]).sum() - IntStream.of(shown).mapToDouble(i -> terms[i]).sum();
    for (int i = 0; i < shown.length; i++) {
      int index = shown[i];
      Label label = word(signed(numbers, terms[index], i == 0));
      label.getStyleClass().addAll("term", terms[index] < 0 ? "negative" : "positive");
      label.setOnMouseEntered(event -> term.set(OptionalInt.of(index)));
      label.setOnMouseExited(event -> term.set(OptionalInt.empty()));
      line.add(label);
    }
    if (shown.length < terms.length) {
      line.add(word(desk.lang().say("lens.rest", signed(numbers, rest, shown.length == 0), terms.length - shown.length)));
    }
    if (!Float.isNaN(bias)) {
      line.add(word(desk.lang().say("lens.bias", signed(numbers, bias, false))));
    }
    Label result = word("= " + numbers.significant(sum, 4));
    result.getStyleClass().add("strong");
    line.add(result);
    if (!tail.isEmpty()) {
      Label after = word(tail);
      after.getStyleClass().addAll("strong", "tail");
      line.add(after);
    }
    if (!same(line)) {
      getChildren().setAll(line);
    }
  }

  private boolean same(List<Label> line) {
    return line.stream().map(Label::getText).toList().equals(getChildren().stream().map(node -> ((Label) node).getText()).toList());
  }

  private static Label word(String text) {
    return new Label(text);
  }

  private static String signed(Numbers numbers, double value, boolean first) {
    String size = numbers.significant(Math.abs(value), DIGITS);
    return first ? (value < 0 ? "−" : "") + size : (value < 0 ? "− " : "+ ") + size;
  }

  private static int[] largest(float[] terms, int most) {
    return IntStream.range(0, terms.length).boxed().sorted(Comparator.comparingDouble(i -> -Math.abs(terms[i]))).limit(most)
        .mapToInt(i -> i).sorted().toArray();
  }
}
