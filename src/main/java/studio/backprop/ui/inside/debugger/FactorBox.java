package studio.backprop.ui.inside.debugger;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.derivation.Factor;
import studio.backprop.ui.kit.formula.Formula;

/** One factor of the chain rule in letters and numbers, and under it the cumulative product. */
final class FactorBox extends VBox {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  private static final double LETTERS = 15;
  private static final double NUMBERS = 13;
  private static final double WIDTHS = 16;
  private static final double DEFAULT_WIDTH = 128;
  /** Smallest legible scale of the formulas before the chain scrolls. */
  private static final double SMALLEST = 0.8;

  private final Factor factor;

  /** @param last whether the product is complete */
  FactorBox(DebuggerDesk desk, Factor factor, boolean last) {
    this.factor = factor;
    boolean known = desk.model().knows(factor.known());
    getStyleClass().add("factor-column");
    HBox.setHgrow(this, Priority.ALWAYS);
    VBox box = new VBox(title(desk), line("letters", formula(desk, inLetters(), LETTERS)),
        line("numbers", formula(desk, known ? factor.numbers() : "", NUMBERS)), value(desk, known));
    box.getStyleClass().add("factor");
    VBox.setVgrow(box, Priority.ALWAYS); // all as high as the highest
    box.setFocusTraversable(true);
    box.setAccessibleRole(AccessibleRole.TEXT);
    String said = desk.lang().say("debugger.factor.said", desk.op(factor.op()), desk.model().name(factor.node()),
        desk.number(factor.value()));
    box.setAccessibleText(said);
    box.pseudoClassStateChanged(UNKNOWN, !known);
    Runnable point = () -> desk.model().pointing().factorProperty()
        .set(box.isHover() || box.isFocused() ? Optional.of(factor) : Optional.empty());
    box.hoverProperty().subscribe((before, now) -> point.run());
    box.focusedProperty().subscribe((before, now) -> point.run());
    getChildren().addAll(box, running(desk, known, last));
  }

  /** In steps, so that the layout is stable when a number gets a digit more. */
  @Override
  protected double computePrefWidth(double height) {
    return Math.max(DEFAULT_WIDTH, Math.ceil(super.computePrefWidth(height) / WIDTHS) * WIDTHS);
  }

  boolean shows(Factor other) {
    return factor.equals(other);
  }

  void show(Optional<Factor> pointed) {
    getChildren().get(0).pseudoClassStateChanged(POINTED, pointed.filter(this::shows).isPresent());
  }

  private VBox title(DebuggerDesk desk) {
    Label op = new Label(desk.op(factor.op()));
    op.setMinWidth(USE_PREF_SIZE);
    op.getStyleClass().add("strong");
    Label node = new Label(desk.model().name(factor.node()));
    node.getStyleClass().addAll("note", "mut");
    node.setMinWidth(USE_PREF_SIZE);
    VBox title = new VBox(op, node);
    title.getStyleClass().add("name");
    return title;
  }

  private static Formula formula(DebuggerDesk desk, String latex, double size) {
    return desk.formula(latex, size).shrinkTo(SMALLEST);
  }

  private String inLetters() {
    return factor.form().isEmpty() ? factor.slope() : factor.slope() + " = " + factor.form();
  }

  /** Keeps its height when empty, so that all values share a baseline. */
  private static Region line(String style, Region content) {
    HBox line = new HBox(content);
    line.getStyleClass().add(style);
    return line;
  }

  private Label value(DebuggerDesk desk, boolean known) {
    Label value = new Label(known ? desk.number(factor.value()) : desk.lang().say("debugger.unknown"));
    value.getStyleClass().addAll("value", known ? "known" : "mut");
    value.setMinWidth(USE_PREF_SIZE);
    return value;
  }

  private Region running(DebuggerDesk desk, boolean known, boolean last) {
    Label value = new Label(known ? desk.number(factor.running()) : "?");
    value.getStyleClass().add("strong");
    value.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(desk.formula(factor.soFar()).shrinkTo(SMALLEST), gap, value);
    line.getStyleClass().addAll("running", last ? "last" : "inner");
    return line;
  }
}
