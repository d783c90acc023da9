package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.evaluate.column.ColumnReport;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.PlotCard;
import studio.backprop.ui.kit.CardRows;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.Choice;

/** Content of the features page: table of columns, correlations, partial dependence, and elimination. */
final class FeaturesPane extends VBox {
  private final FeaturesModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final FeaturesTexts words;
  private final FeatureTable table;
  private final Label counts = new Label();
  private final Label from = new Label();
  private final Button compute = new Button(null, Icon.REFRESH.view());
  private final CorrelationView correlations;
  private final PlotCard correlationCard;
  private final DependencePlot dependence;
  private final PlotCard dependenceCard;
  private final Choice<Integer> output;
  private final CardRows plots;
  private final EliminationCard elimination;
  private final PlotCard eliminationCard;

  FeaturesPane(FeaturesModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new FeaturesTexts(lang);
    table = new FeatureTable(model, lang, hints, theme);
    correlations = new CorrelationView(model, lang, theme);
    correlationCard = new PlotCard(lang, "features.correlation", "correlation", correlations);
    dependence = new DependencePlot(lang, theme);
    dependenceCard = new PlotCard(lang, "features.dependence", "partial-dependence", dependence);
    elimination = new EliminationCard(model, lang, hints, theme);
    eliminationCard = elimination.node();
    output = new Choice<>(lang, List.of(), this::className, lang.bind("features.class"));
    output.setId("dependence-class");
    output.setMinWidth(Region.USE_PREF_SIZE);
    output.setMaxWidth(Region.USE_PREF_SIZE);
    output.keep(model.choices().outputProperty().asObject(), chosen -> model.choices().outputProperty().set(chosen));
    correlationCard.legend(kinds(hints));
    correlationCard.getStyleClass().add("correlation-card");
    dependenceCard.getStyleClass().add("correlation-card");
    plots = new CardRows(1, "plot-row", correlationCard, dependenceCard);
    getStyleClass().add("metrics-sheet");
    getChildren().addAll(tableCard(hints), plots, eliminationCard);
    model.elimination().trainableProperty().subscribe(can -> Sight.show(eliminationCard, can));
  }

  private Message className(Integer index) {
    return model.report().map(ColumnReport::data).filter(data -> index < data.classNames().size())
        .map(data -> words.classOf(data, index)).orElse(Message.of("metrics.column", ""));
  }

  private Segmented<Boolean> kinds(Hints hints) {
    Segmented<Boolean> kinds = new Segmented<>(lang.bind("features.correlation"));
    kinds.setId("correlation-kind");
    kinds.add(false, lang.bind("features.pearson")).add(true, lang.bind("features.spearman"));
    kinds.explain(false, hints, "features.pearson.help").explain(true, hints, "features.spearman.help");
    kinds.setMinWidth(USE_PREF_SIZE);
    kinds.valueProperty().subscribe(now -> model.choices().byRankProperty().set(now));
    model.choices().byRankProperty().subscribe(now -> kinds.valueProperty().set(now));
    return kinds;
  }

  private VBox tableCard(Hints hints) {
    Label title = new Label();
    title.getStyleClass().add("plot-name");
    title.textProperty().bind(lang.bind("features.table"));
    title.setMinWidth(USE_PREF_SIZE);
    new Terms(lang).explain(title, "mutual-information", "permutation-importance");
    counts.getStyleClass().addAll("note", "mut");
    from.getStyleClass().addAll("note", "mut");
    from.setId("features-step");
    counts.setMinWidth(0);
    from.setMinWidth(0);
    compute.setId("compute-features");
    compute.getStyleClass().add("small");
    compute.textProperty().bind(lang.bind("features.compute"));
    compute.setMinWidth(USE_PREF_SIZE);
    compute.setOnAction(event -> model.compute());
    hints.explain(compute, "features.compute.help");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, counts, gap, from, compute);
    head.getStyleClass().add("title-row");
    head.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(head, table);
    card.getStyleClass().addAll("card", "fold-table");
    return card;
  }

  /** For widths that do not fit two plots. */
  void makeNarrow(boolean now) {
    plots.makeNarrow(now);
  }

  EliminationCard elimination() {
    return elimination;
  }

  void show() {
    Optional<ColumnReport> report = model.report();
    if (report.isEmpty()) {
      return;
    }
    table.show();
    ColumnReport now = report.get();
    long out = model.rows().stream().filter(FeatureRow::out).count();
    counts.setText(lang.say("features.counts", now.rows().length, model.rows().size() - out, out));
    from.setText(said());
    compute.setVisible(model.offersCompute()); // keeps its place: no jump when a training starts
    showCorrelations(now);
    showDependence(now.data());
    elimination.show();
  }

  /** Step and part of the network's figures, or why there are none. */
  private String said() {
    return model.importances().map(now -> lang.say("features.from", words.name(now.wanted().metric(), model),
            lang.say("metrics.part." + now.wanted().part().name().toLowerCase(Locale.ROOT) + ".name"),
            words.value(now.wanted().metric(), now.values().baseline()), now.step()))
        .orElseGet(() -> lang.say("features.answer." + model.answerProperty().get().name().toLowerCase(Locale.ROOT)));
  }

  private void showCorrelations(ColumnReport now) {
    int count = now.pearson().columns().length;
    correlationCard.lacks(count < 2 ? lang.say("features.correlation.few") : "");
    correlationCard.say(now.columns().count() > count ? lang.say("features.correlation.without") : "");
    correlations.show();
  }

  private void showDependence(Dataset data) {
    boolean classes = data.task() == Task.CLASSES;
    if (classes && output.getItems().size() != data.classNames().size()) {
      output.getItems().setAll(IntStream.range(0, data.classNames().size()).boxed().toList());
      output.setValue(model.choices().outputProperty().get());
    }
    dependence.show(model.dependence(), data);
    dependenceCard.legend(classes ? new Node[] {output} : new Node[0]);
    dependenceCard.say(dependence.predicted());
    List<String> chosen = model.choices().selectionProperty().get();
    boolean out = chosen.stream().anyMatch(model.edits().leftOut()::contains);
    String lack = chosen.isEmpty() ? lang.say("features.dependence.empty") : out ? lang.say("features.dependence.out")
        : model.dependence().isPresent() ? "" : lang.say("features.answer." + model.lookAnswer().name().toLowerCase(Locale.ROOT));
    dependenceCard.lacks(lack);
  }
}
