package studio.backprop.ui.judge.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/**
 * The inputs with the largest attributions in one line, in descending order. In a narrow line names are truncated in the middle, as their
 * ends differ most; the last ones are omitted before a name becomes illegible.
 */
final class WhyLine extends Region {
  private static final double GAP = 4;
  /** Minimum width of a legible name. */
  private static final double LEAST_NAME = 54;

  /** @param between separator before it; null for the first */
  private record Part(Label between, Label name, Label number) {
    List<Label> labels() {
      return between == null ? List.of(name, number) : List.of(between, name, number);
    }

    double fixed() {
      return GAP + number.prefWidth(-1) + (between == null ? 0 : 2 * GAP + between.prefWidth(-1));
    }
  }

  private final ExamplesTexts words;
  private final List<Part> parts = new ArrayList<>();

  WhyLine(ExamplesTexts words) {
    this.words = words;
    getStyleClass().add("why-line");
    setMinWidth(0);
    setMouseTransparent(true);
  }

  void show(Why why) {
    parts.clear();
    for (ExamplesTexts.Reason reason : words.reasons(why)) {
      Label name = label(reason.name(), "name");
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      parts.add(new Part(parts.isEmpty() ? null : label(words.between(), "mut"), name,
          label(reason.number(), reason.raises() ? "raises" : "lowers")));
    }
    getChildren().setAll(parts.stream().flatMap(part -> part.labels().stream()).toList());
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  @Override
  protected double computePrefWidth(double height) {
    return parts.stream().mapToDouble(part -> part.fixed() + part.name().prefWidth(-1)).sum();
  }

  @Override
  protected void layoutChildren() {
    int shown = parts.size();
    double[] names = shared(shown);
    while (shown > 1 && cut(names)) {
      names = shared(--shown);
    }
    double x = 0;
    for (int i = 0; i < parts.size(); i++) {
      boolean seen = i < shown;
      parts.get(i).labels().forEach(label -> label.setVisible(seen));
      for (Label label : seen ? parts.get(i).labels() : List.<Label>of()) {
        double wide = label == parts.get(i).name() ? names[i] : label.prefWidth(-1);
        double high = label.prefHeight(-1);
        label.resizeRelocate(x, Math.rint((getHeight() - high) / 2), wide, high);
        x += wide + GAP;
      }
    }
  }

  /** Whether a name is truncated to less than is legible. */
  private boolean cut(double[] names) {
    for (int i = 0; i < names.length; i++) {
      if (names[i] < Math.min(LEAST_NAME, parts.get(i).name().prefWidth(-1))) {
        return true;
      }
    }
    return false;
  }

  /** Widths of the first names: short ones whole, the others share the rest equally. */
  private double[] shared(int count) {
    double[] wanted = parts.stream().limit(count).mapToDouble(part -> Math.ceil(part.name().prefWidth(-1))).toArray();
    double room = getWidth() - parts.stream().limit(count).mapToDouble(Part::fixed).sum();
    double[] ascending = wanted.clone();
    Arrays.sort(ascending);
    double share = 0;
    for (int i = 0; i < count; i++) {
      share = room / (count - i);
      if (ascending[i] >= share) {
        break;
      }
      room -= ascending[i];
      share = Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < count; i++) {
      wanted[i] = Math.max(0, Math.min(wanted[i], share));
    }
    return wanted;
  }
}
