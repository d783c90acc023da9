package studio.backprop.ui.inside.debugger;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.derivation.Share;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Numbers;

/** Share of each example of the batch in the gradient of a weight, as a signed bar and a number. A click follows an example. */
final class SharesPart extends MathPart {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  /** Limit of the examples; of more, those with the largest shares are shown. */
  private static final int MAX_EXAMPLES = 10;

  SharesPart(DebuggerDesk desk) {
    super(desk, "debugger.shares");
    content.getStyleClass().setAll("shares");
    desk.model().walk().grainProperty().subscribe((before, now) -> refresh());
    desk.model().wholeProperty().subscribe((before, now) -> refresh());
  }

  @Override
  boolean show(Explained answer) {
    List<Share> shares = answer.shares();
    if (shares.isEmpty()) {
      return false;
    }
    letters.latexProperty().set("\\partial L / \\partial " + answer.explanation().get().place().symbol());
    if (!desk.model().knows(answer.course().size() - 1)) {
      content.getChildren().add(row(desk.lang().say("debugger.after_backward"), "", "note", "mut"));
      return true;
    }
    double largest = shares.stream().mapToDouble(share -> Math.abs(share.gradient())).max().orElse(0);
    Stepping walk = desk.model().walk();
    boolean oneByOne = walk.grainProperty().get() == Stepping.Grain.SAMPLE && walk.example() < shares.size();
    int known = oneByOne ? walk.example() + 1 : shares.size();
    List<Integer> told = oneByOne ? around(known - 1, shares.size()) : largest(shares);
    told.forEach(place -> content.getChildren()
        .add(bar(place, place < known ? shares.get(place).gradient() : Double.NaN, largest, place == answer.row())));
    if (told.size() < shares.size()) {
      String more = oneByOne ? "debugger.shares.others" : "debugger.shares.more";
      content.getChildren().add(row(desk.lang().say(more, shares.size() - told.size()), "", "note", "mut"));
    }
    double sum = shares.subList(0, known).stream().mapToDouble(Share::gradient).sum();
    content.getChildren().add(
        row(known < shares.size() ? desk.lang().say("debugger.shares.so_far", known) : desk.lang().say("debugger.shares.sum"),
            desk.number(sum)));
    if (known == shares.size()) {
      content.getChildren().add(row(desk.lang().say("debugger.shares.mean", known), desk.number(sum / known), "gradient"));
    }
    if (desk.model().weighs()) {
      content.getChildren().add(Labels.wrapped(desk.lang().say("debugger.shares.weighted"), "note", "mut"));
    }
    return true;
  }

  private static List<Integer> largest(List<Share> shares) {
    return IntStream.range(0, shares.size()).boxed()
        .sorted(Comparator.comparingDouble(place -> -Math.abs(shares.get(place).gradient()))).limit(MAX_EXAMPLES).sorted().toList();
  }

  /** Examples around the current one. */
  private static List<Integer> around(int place, int count) {
    int first = Math.max(0, Math.min(place - MAX_EXAMPLES / 2, count - MAX_EXAMPLES));
    return IntStream.range(first, Math.min(count, first + MAX_EXAMPLES)).boxed().toList();
  }

  /** @param share NaN for an example that is still to come */
  private Button bar(int place, double share, double largest, boolean chosen) {
    Numbers numbers = desk.lang().numbers();
    Label number = new Label(numbers.whole(place + 1));
    number.getStyleClass().addAll("number", "mut");
    boolean known = !Double.isNaN(share);
    Label value = new Label(known ? desk.number(share) : "·");
    value.getStyleClass().add("value");
    Bar bar = new Bar(largest == 0 || !known ? 0 : share / largest);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox line = new HBox(number, bar, value);
    line.getStyleClass().add("line");
    Button row = new Button(null, line);
    row.getStyleClass().setAll("share");
    row.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(row.widthProperty().subtract(12));
    row.setAccessibleText(known ? desk.lang().say("debugger.share.said", numbers.whole(place + 1), desk.number(share))
        : desk.lang().say("debugger.share.to_come", numbers.whole(place + 1)));
    row.pseudoClassStateChanged(CHOSEN, chosen);
    row.setOnAction(event -> desk.model().followExample(place));
    return row;
  }

  /** Bar from the middle, to the left for a negative share. */
  private static final class Bar extends Pane {
    private final double share;
    private final Region ink = new Region();
    private final Region zero = new Region();

    Bar(double share) {
      this.share = share;
      ink.getStyleClass().addAll("ink", share < 0 ? "negative" : "positive");
      zero.getStyleClass().add("zero");
      setMinWidth(40);
      getChildren().addAll(ink, zero);
    }

    @Override
    protected void layoutChildren() {
      double middle = Math.floor(getWidth() / 2);
      double width = Math.max(1, Math.abs(share) * middle);
      ink.resizeRelocate(share < 0 ? middle - width : middle, (getHeight() - 8) / 2, width, 8);
      zero.resizeRelocate(middle, 0, 1, getHeight());
    }
  }
}
