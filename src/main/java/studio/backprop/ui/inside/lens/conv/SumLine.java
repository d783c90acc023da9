package studio.backprop.ui.inside.lens.conv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import studio.backprop.ui.inside.lens.sheet.LensDesk;

/**
 * Written-out sum with its largest terms, the rest combined; the term under the mouse is {@link #termProperty}. Terms share one notation
 * with a digit more than the sum, so that a reader who adds them up finds the sum shown.
 */
final class SumLine extends FlowPane {
  private static final int DIGITS = 4;
  private static final double TENTH = 0.1;

  private final LensDesk desk;
  private final ObjectProperty<OptionalInt> term = new SimpleObjectProperty<>(this, "term", OptionalInt.empty());

  SumLine(LensDesk desk) {
    this.desk = desk;
    getStyleClass().add("sum-line");
  }

  /** Index of the pointed term in the order given. */
  ObjectProperty<OptionalInt> termProperty() {
    return term;
  }

  /**
   * @param lead symbol of the sum, such as z
   * @param most maximum number of terms; of more, the largest
   * @param bias last term, NaN without one
   * @param tail what follows the sum, or empty
   */
  void show(String lead, float[] terms, int most, float bias, float sum, String tail) {
    // much larger terms that cancel would have too many digits to verify
    double scale = isWhole(terms, bias) ? Double.NaN : Math.max(Float.isNaN(sum) ? 0 : Math.abs(sum), TENTH * largest(terms));
    List<Label> line = new ArrayList<>();
    line.add(word(lead + " ="));
    int[] shown = largest(terms, most);
    double rest = IntStream.range(0, terms.length).mapToDouble(i -> terms[i]).sum() - IntStream.of(shown).mapToDouble(i -> terms[i]).sum();
    for (int i = 0; i < shown.length; i++) {
      int index = shown[i];
      Label label = word(signed(terms[index], scale, i == 0));
      label.getStyleClass().addAll("term", terms[index] < 0 ? "negative" : "positive");
      label.setOnMouseEntered(event -> term.set(OptionalInt.of(index)));
      label.setOnMouseExited(event -> term.set(OptionalInt.empty()));
      line.add(label);
    }
    if (shown.length < terms.length) {
      line.add(word(desk.lang().say("lens.rest", signed(rest, scale, shown.length == 0), terms.length - shown.length)));
    }
    if (!Float.isNaN(bias)) {
      line.add(word(desk.lang().say("lens.bias", signed(bias, scale, false))));
    }
    Label result = word("= " + desk.lang().numbers().significant(sum, DIGITS));
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

  /** Sum whose terms and result are hidden. @param lead symbol of the sum */
  void showUnknown(String lead) {
    List<Label> line = List.of(word(lead + " = " + desk.lang().numbers().significant(Double.NaN, DIGITS)));
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

  /** Whole numbers need no decimals. */
  private static boolean isWhole(float[] terms, float bias) {
    boolean added = Float.isNaN(bias) || bias == Math.rint(bias);
    return added && IntStream.range(0, terms.length).allMatch(i -> terms[i] == Math.rint(terms[i]));
  }

  private static double largest(float[] terms) {
    return IntStream.range(0, terms.length).mapToDouble(i -> Math.abs(terms[i])).max().orElse(0);
  }

  private String signed(double value, double scale, boolean first) {
    String size = Double.isNaN(scale) ? desk.lang().numbers().significant(Math.abs(value), DIGITS + 1)
        : desk.lang().numbers().inColumn(Math.abs(value), scale, DIGITS + 1);
    return first ? (value < 0 ? "−" : "") + size : (value < 0 ? "− " : "+ ") + size;
  }

  private static int[] largest(float[] terms, int most) {
    return IntStream.range(0, terms.length).boxed().sorted(Comparator.comparingDouble(i -> -Math.abs(terms[i]))).limit(most)
        .mapToInt(i -> i).sorted().toArray();
  }
}
