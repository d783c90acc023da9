package studio.backprop.ui.examples;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/** What a prediction rests on most, in one line: as many parts as have room, each with its number in the colour of its sign. */
final class ReasonLine extends Pane {
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
  private static final double GAP = 5;
  /** A part whose name is cut can still be told by this width. */
  private static final double LEAST = 120;

  private final Label more = new Label("…");
  private final List<HBox> reasons;
  private final List<Label> between;

  ReasonLine(List<ExampleWords.Reason> said) {
    getStyleClass().add("reason-line");
    reasons = said.stream().map(ReasonLine::node).toList();
    between = said.stream().skip(1).map(reason -> new Label("·")).toList();
    getChildren().addAll(reasons);
    getChildren().addAll(between);
    getChildren().add(more);
    setMinWidth(0);
  }

  private static HBox node(ExampleWords.Reason reason) {
    Label name = new Label(reason.part());
    name.setMinWidth(0);
    Label value = new Label(reason.value());
    value.setMinWidth(USE_PREF_SIZE);
    value.getStyleClass().add("attribution");
    value.pseudoClassStateChanged(BELOW, !reason.raises());
    HBox both = new HBox(GAP, name, value);
    both.setMinWidth(0);
    return both;
  }

  /** The room that all of it takes. */
  double whole() {
    return Math.ceil(reasons.stream().mapToDouble(node -> node.prefWidth(-1)).sum()
        + between.stream().mapToDouble(node -> node.prefWidth(-1) + 2 * GAP).sum());
  }

  @Override
  protected double computePrefHeight(double width) {
    return reasons.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    boolean room = true;
    for (int i = 0; i < reasons.size(); i++) {
      double wide = reasons.get(i).prefWidth(-1);
      double lead = i == 0 ? 0 : between.get(i - 1).prefWidth(-1) + 2 * GAP;
      double after = i < reasons.size() - 1 ? 2 * GAP + more.prefWidth(-1) : 0;
      double free = getWidth() - x - lead - after;
      room = room && (i == 0 || free >= Math.min(wide, LEAST) - 0.5);
      reasons.get(i).setVisible(room);
      if (i > 0) {
        between.get(i - 1).setVisible(room);
      }
      if (room) {
        if (i > 0) {
          place(between.get(i - 1), x + GAP, lead - 2 * GAP);
        }
        double given = Math.max(0, Math.min(wide, free));
        place(reasons.get(i), x + lead, given);
        x += lead + given;
      }
    }
    more.setVisible(!room);
    place(more, x + GAP, more.prefWidth(-1));
  }

  private void place(Node node, double x, double wide) {
    double high = node.prefHeight(-1);
    node.resizeRelocate(x, (getHeight() - high) / 2, wide, high);
  }
}
