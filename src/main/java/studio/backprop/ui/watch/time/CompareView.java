package studio.backprop.ui.watch.time;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.run.time.RunDiff;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.watch.time.CompareModel.Line;
import studio.backprop.ui.watch.time.CompareModel.Row;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.DifferenceTexts;
import studio.backprop.ui.workspace.run.RoundTexts;
import studio.backprop.ui.workspace.run.StepComparison;
import studio.backprop.ui.workspace.run.StepComparison.Pair;

/** Comparison of run B with A, instead of the inspector: settings, scores at the same step, and distances of their nodes. */
public final class CompareView extends VBox {
  private final CompareModel model;
  private final StepComparison comparison;
  private final Lang lang;
  private final Label step = new Label();
  private final Label waiting = new Label();
  private final GridPane figures = new GridPane();
  private final Label sentence = new Label();
  private final Label elsewhere = new Label();
  private final Label over = new Label();
  private final VBox rows = new VBox();
  private final VBox page;
  private final Label nameA = new Label();
  private final Label nameB = new Label();
  private final Label letterA = letter("badge-a");
  private final Label letterB = letter("badge-b");
  private final Label title = new Label();
  private final Label measure = new Label();
  private List<Row> shown = List.of();

  public CompareView(CompareModel model, Lang lang, Hints hints) {
    this.model = model;
    this.comparison = model.comparison();
    this.lang = lang;
    MenuButton chooseA = chooser(true, hints);
    MenuButton chooseB = chooser(false, hints);
    title.getStyleClass().add("title");
    HBox head = new HBox(title, step);
    head.getStyleClass().add("head");
    step.getStyleClass().add("mut");
    figures.getStyleClass().add("figures");
    figures.getColumnConstraints().setAll(column(HPos.LEFT, true), column(HPos.RIGHT, false), column(HPos.RIGHT, false));
    sentence.setGraphic(Icon.COMPARE.view());
    sentence.getStyleClass().addAll("sentence");
    for (Label text : List.of(sentence, elsewhere, over, waiting)) {
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
    }
    elsewhere.getStyleClass().add("elsewhere");
    over.getStyleClass().addAll("mut", "note");
    waiting.getStyleClass().add("mut");
    rows.getStyleClass().add("rows");
    page = new VBox(head, runs(chooseA, chooseB), figures, elsewhere, sentence, nodesHead(), over, rows);
    page.getStyleClass().add("page");
    ScrollPane scroll = new ScrollPane(new VBox(page, waiting));
    scroll.getContent().getStyleClass().add("pages");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().addAll("compare", "panel");
    accessibleTextProperty().bind(title.textProperty());
    getChildren().add(scroll);
    comparison.pairProperty().subscribe(this::refresh);
    comparison.differenceProperty().subscribe(this::refresh);
    comparison.troubleProperty().subscribe(this::refresh);
    lang.textsProperty().subscribe(texts -> {
      shown = List.of();
      refresh();
    });
  }

  private static ColumnConstraints column(HPos side, boolean wide) {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(wide ? Priority.ALWAYS : Priority.NEVER);
    column.setHalignment(side);
    return column;
  }

  /** Choice of both runs. */
  private VBox runs(MenuButton chooseA, MenuButton chooseB) {
    VBox runs = new VBox(run(letterA, nameA, chooseA), run(letterB, nameB, chooseB));
    runs.getStyleClass().add("runs");
    return runs;
  }

  private static HBox run(Label letter, Label name, MenuButton choice) {
    name.setWrapText(true);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox run = new HBox(letter, name, choice);
    run.getStyleClass().add("run");
    return run;
  }

  private static Label letter(String style) {
    Label badge = new Label();
    badge.getStyleClass().addAll("run-badge", style);
    return badge;
  }

  private MenuButton chooser(boolean asA, Hints hints) {
    MenuButton menu = new MenuButton();
    menu.setId(asA ? "compare-a" : "compare-b");
    menu.getStyleClass().addAll("small", "flat");
    hints.explain(menu, asA ? "compare.choose_a" : "compare.choose_b");
    menu.setOnShowing(event -> menu.getItems().setAll(model.branches().all().stream().map(branch -> item(branch, asA)).toList()));
    menu.getItems().add(new RadioMenuItem()); // an empty menu would not open
    return menu;
  }

  private RadioMenuItem item(Branch branch, boolean asA) {
    RadioMenuItem item = new RadioMenuItem(new BranchTexts(lang).lettered(branch));
    item.setMnemonicParsing(false);
    item.setSelected(comparison.pairProperty().get().filter(pair -> branch.is(asA ? pair.a() : pair.b())).isPresent());
    item.setOnAction(event -> model.choose(asA, branch));
    return item;
  }

  private String name(Branch branch) {
    return new BranchTexts(lang).name(branch);
  }

  private HBox nodesHead() {
    Label nodes = new Label();
    nodes.textProperty().bind(lang.bind("compare.nodes"));
    nodes.getStyleClass().add("strong");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    measure.getStyleClass().add("mut");
    new Terms(lang).explain(measure, "relative-difference");
    HBox head = new HBox(nodes, gap, measure);
    head.getStyleClass().add("nodes-head");
    return head;
  }

  private void refresh() {
    Optional<Pair> pair = comparison.pairProperty().get();
    Optional<RunDiff> found = comparison.differenceProperty().get();
    pair.ifPresent(two -> {
      String a = two.a().letter();
      String b = two.b().letter();
      letterA.setText(a);
      letterB.setText(b);
      title.setText(lang.say("compare.title", a, b));
      measure.setText(lang.say("compare.measure", a, b));
      nameA.setText(name(two.a()));
      nameB.setText(name(two.b()));
    });
    boolean known = pair.isPresent() && found.isPresent();
    Sight.show(page, known);
    Sight.show(waiting, !known);
    waiting.setText(lang.say(comparison.troubleProperty().get().orElse(Message.of("compare.waiting"))));
    if (known) {
      fill(pair.get(), found.get());
    }
  }

  private void fill(Pair pair, RunDiff found) {
    step.setText(lang.say("compare.step", RoundTexts.at(pair.a().history().project(), found.step())));
    figures(pair, model.lines(pair, found));
    Optional<String> other = model.elsewhere(pair, found).map(lang::say);
    Sight.show(elsewhere, other.isPresent());
    elsewhere.setText(other.orElse(""));
    sentence.setText(lang.say(CompareModel.sentence(pair, found)));
    over.setText(lang.say("compare.over", lang.say(DifferenceTexts.over(found, pair.a().letter()))));
    List<Row> now = CompareModel.rows(pair, found);
    if (sameNodes(now)) {
      for (int i = 0; i < now.size(); i++) {
        ((CompareRow) rows.getChildren().get(i)).show(now.get(i));
      }
    } else {
      rows.getChildren().setAll(now.stream().map(row -> new CompareRow(row, model, lang)).toList());
    }
    shown = now;
  }

  /** Rows of the same nodes are updated in place, keeping the focus. */
  private boolean sameNodes(List<Row> now) {
    boolean same = now.size() == shown.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = now.get(i).node().equals(shown.get(i).node()) && now.get(i).what().equals(shown.get(i).what());
    }
    return same;
  }

  private void figures(Pair pair, List<Line> lines) {
    figures.getChildren().clear();
    boolean differs = lines.get(0).set();
    Label heading = new Label(lang.say(differs ? "compare.settings" : "compare.same_settings"));
    heading.getStyleClass().add("mut");
    heading.setWrapText(true);
    Label headA = letter("badge-a");
    Label headB = letter("badge-b");
    headA.setText(pair.a().letter());
    headB.setText(pair.b().letter());
    figures.addRow(0, heading, headA, headB);
    int row = 1;
    for (Line line : lines) {
      Label label = new Label(lang.say(line.label()));
      label.setWrapText(true);
      Label a = new Label(line.a().in(lang));
      Label b = new Label(line.b().in(lang));
      for (Label cell : List.of(label, a, b)) {
        cell.setMinWidth(cell == label ? 0 : USE_PREF_SIZE);
        cell.getStyleClass().addAll(line.set() ? "set" : "measured", cell == label ? "figure-name" : "value");
        cell.setMaxWidth(Double.MAX_VALUE);
      }
      a.getStyleClass().add(line.set() || line.better() < 0 ? "strong" : "plain");
      b.getStyleClass().add(line.set() || line.better() > 0 ? "strong" : "plain");
      figures.addRow(row++, label, a, b);
    }
  }
}
