package studio.backprop.ui.time;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.train.time.Difference;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.run.Branch;
import studio.backprop.ui.run.Comparison;
import studio.backprop.ui.run.Comparison.Finding;

/** A card over the canvas: the run that is looked at against another branch at the same step, node by node. */
public final class CompareView extends VBox {
  private static final double BAR = 64;
  private static final int DIGITS = 3;

  private final TimeModel model;
  private final Comparison comparison;
  private final Lang lang;
  private final Label title = new Label();
  private final Label waiting = new Label();
  private final GridPane losses = new GridPane();
  private final GridPane rows = new GridPane();
  private final ScrollPane scroll = new ScrollPane(rows);

  public CompareView(TimeModel model, Lang lang, Hints hints) {
    this.model = model;
    this.comparison = model.branches().comparison();
    this.lang = lang;
    Button close = new Button(null, Icon.CLOSE.view());
    close.getStyleClass().addAll("small", "flat");
    close.accessibleTextProperty().bind(lang.bind("compare.close"));
    close.setOnAction(event -> comparison.stop());
    hints.explain(close, "compare.close");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    title.getStyleClass().add("title");
    HBox head = new HBox(title, gap, close);
    head.getStyleClass().add("head");
    Label meaning = new Label();
    meaning.textProperty().bind(lang.bind("compare.meaning"));
    meaning.getStyleClass().addAll("mut", "note");
    meaning.setWrapText(true);
    waiting.getStyleClass().add("mut");
    waiting.setWrapText(true);
    scroll.setFitToWidth(true);
    rows.getColumnConstraints().setAll(column(true), column(false), new ColumnConstraints(BAR), column(false), new ColumnConstraints(BAR));
    losses.getColumnConstraints().setAll(column(true), column(false), column(false));
    getStyleClass().addAll("card", "pop", "compare");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    getChildren().addAll(head, meaning, losses, waiting, scroll);
    comparison.otherProperty().subscribe(this::show);
    comparison.findingProperty().subscribe(this::show);
    lang.textsProperty().subscribe(this::show);
    show();
  }

  private static ColumnConstraints column(boolean wide) {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(wide ? Priority.ALWAYS : Priority.NEVER);
    column.setHalignment(wide ? HPos.LEFT : HPos.RIGHT);
    return column;
  }

  private void show() {
    Branch other = comparison.otherProperty().get();
    Branch current = model.branches().currentProperty().get();
    setVisible(other != null && current != null);
    if (!isVisible()) {
      return;
    }
    Optional<Finding> finding = comparison.findingProperty().get();
    title.setText(lang.say("compare.title", current.course().number(), other.course().number()));
    waiting.setText(lang.say("compare.waiting", other.from(), other.tape().newest()));
    for (Region part : List.of(losses, scroll, waiting)) {
      part.setVisible(part == waiting == finding.isEmpty());
      part.setManaged(part.isVisible());
    }
    finding.ifPresent(found -> fill(found, current));
  }

  private void fill(Finding found, Branch current) {
    losses.getChildren().clear();
    losses.addRow(0, note(lang.say("compare.step", found.step())), head(found.with()), head(current));
    losses.addRow(1, new Label(lang.say("compare.loss")), number(found.lossOfOther()), number(found.loss()));
    rows.getChildren().clear();
    rows.addRow(0, note(lang.say("compare.node")), note(lang.say("compare.weights")), new Region(), note(lang.say("compare.output")), new Region());
    Network network = model.network();
    int row = 1;
    for (Difference difference : found.differences()) {
      String name = network.find(difference.node()).map(Node::name).orElse("");
      rows.addRow(row++, new Label(name), percent(difference.weights()), bar(difference.weights()), percent(difference.output()), bar(difference.output()));
    }
  }

  private Label head(Branch branch) {
    return note(lang.say("compare.run", branch.course().number()));
  }

  private static Label note(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("mut", "note");
    return label;
  }

  private Label number(double value) {
    Label label = new Label(Double.isNaN(value) ? "–" : lang.numbers().significant(value, DIGITS));
    label.getStyleClass().add("strong");
    return label;
  }

  private Label percent(double ratio) {
    Label label = new Label(Double.isNaN(ratio) ? "" : lang.numbers().percent(ratio, 0));
    label.getStyleClass().add("strong");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  /** Full where the difference is as large as the thing itself. */
  private static HBox bar(double ratio) {
    Region filled = new Region();
    filled.getStyleClass().add("filled");
    double width = Double.isNaN(ratio) ? 0 : BAR * Math.min(1, ratio);
    filled.setMinWidth(width);
    filled.setMaxWidth(width);
    HBox bar = new HBox(filled);
    bar.getStyleClass().add("difference");
    bar.setVisible(!Double.isNaN(ratio));
    return bar;
  }
}
