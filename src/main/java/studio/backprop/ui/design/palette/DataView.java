package studio.backprop.ui.design.palette;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.NamedValues;
import studio.backprop.ui.workspace.environment.EnvironmentFacts;
import studio.backprop.ui.workspace.environment.EnvironmentStill;
import studio.backprop.ui.workspace.run.DataTexts;

/** Data tab: the list of datasets, and below it the contents and settings of the chosen one. */
public final class DataView extends VBox {
  private static final double DETAILS = 0.58;

  private final DataModel model;
  private final Lang lang;
  private final ListView<DataModel.Offer> list = new ListView<>();
  private final SearchField search;

  /**
   * @param chooseFile opens a file dialog; empty if cancelled
   * @param showExamples shows the chosen data row by row
   */
  public DataView(
      DataModel model, Lang lang, Hints hints, ThemeModel theme, Supplier<Optional<Path>> chooseFile, Runnable showExamples) {
    this.model = model;
    this.lang = lang;
    Button open = new Button(null, Icon.OPEN.view());
    open.textProperty().bind(lang.bind("palette.open_csv"));
    open.setMaxWidth(Double.MAX_VALUE);
    hints.explain(open, "palette.open_csv.help");
    open.setOnAction(e -> chooseFile.get().ifPresent(model::openOwn));
    VBox opening = new VBox(open);
    opening.getStyleClass().add("opening");
    model.worldProperty().subscribe(environment -> Sight.show(opening, environment.isEmpty()));
    VBox.setVgrow(list, Priority.ALWAYS);
    getStyleClass().add("data");
    search = new SearchField(model.searchProperty(), lang, "palette.search_data", model::chooseFirst, this::enterList);
    getChildren().addAll(search, list(hints), opening, details(hints, theme, showExamples));
  }

  void focusSearch() {
    search.focus();
  }

  private void enterList() {
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    list.requestFocus();
  }

  /** Form of the data settings alone, without the list. */
  public Node forms(Hints hints) {
    ObservableValue<Boolean> testGiven = model.factsProperty().map(f -> f.map(DataFacts::testGiven).orElse(false));
    return new DataForms(model.settings(), testGiven, lang, hints);
  }

  private Node list(Hints hints) {
    list.accessibleTextProperty().bind(lang.bind("palette.datasets"));
    list.setCellFactory(view -> new DatasetCell(model, lang, hints));
    list.setMinHeight(0);
    list.setPlaceholder(wrapped(lang.bind("palette.no_data_found", model.searchProperty()), "mut", "nothing-found"));
    model.foundProperty().subscribe(this::offer);
    model.chosenProperty().subscribe(chosen -> chosen.ifPresent(offer -> {
      list.getSelectionModel().select(offer);
      list.scrollTo(offer);
    }));
    list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      if (e.getCode() == KeyCode.ESCAPE) { // a list keeps it for itself, but here it leaves the panel
        fireEvent(e.copyFor(this, this));
        e.consume();
      }
    });
    list.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
      DataModel.Offer pointed = list.getSelectionModel().getSelectedItem();
      if (pointed != null && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
        model.choose(pointed);
        e.consume();
      }
    });
    return list;
  }

  private void offer(List<DataModel.Offer> offers) {
    list.getItems().setAll(offers);
    model.chosenProperty().getValue().ifPresent(chosen -> {
      list.getSelectionModel().select(chosen);
      list.scrollTo(chosen);
    });
  }

  private Node details(Hints hints, ThemeModel theme, Runnable showExamples) {
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind(model.chosenProperty().map(c -> c.map(DataModel.Offer::title).orElse(null))));
    Label about = wrapped(lang.bind(model.chosenProperty().map(c -> c.map(DataModel.Offer::about).orElse(null))), "note", "mut");
    DataPicture picture = new DataPicture(theme, title.textProperty());
    ObservableValue<Boolean> drawn = model.settings().drawn().wantedProperty(); // the paper shows the same
    model.factsProperty().subscribe(facts -> picture.show(facts.filter(any -> !drawn.getValue()).map(DataFacts::preview)
        .orElse(new DataPreview.None())));
    VBox head = new VBox(title, about);
    head.getStyleClass().add("gap-4");
    VBox page =
        new VBox(
            head, new LoadingBar(model, lang), problem(), picture, new PointsPad(model.settings().drawn(), lang, hints, theme),
            new EnvironmentStill(model.worldProperty(), lang, theme), examples(hints, showExamples),
            new KeptDrawings(model, lang, hints, theme),
            forms(hints), facts(), new EnvironmentFacts(model.worldProperty(), lang), notes());
    page.getStyleClass().add("page");
    ScrollPane scroll = new ScrollPane(page);
    scroll.getStyleClass().add("details");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.prefHeightProperty().bind(heightProperty().multiply(DETAILS));
    scroll.minHeightProperty().bind(scroll.prefHeightProperty());
    return scroll;
  }

  private Node examples(Hints hints, Runnable show) {
    Button examples = new Button(null, Icon.EYE.view());
    examples.setId("show-examples");
    examples.textProperty().bind(lang.bind(model.worldProperty().map(
        environment -> Message.of(environment.isPresent() ? "palette.transitions" : "palette.examples"))));
    examples.setMaxWidth(Double.MAX_VALUE);
    hints.explain(examples, model.worldProperty().map(
        environment -> Message.of(environment.isPresent() ? "palette.transitions.help" : "palette.examples.help")));
    examples.disableProperty().bind(model.dataProperty().map(Optional::isEmpty));
    examples.setOnAction(e -> show.run());
    return examples;
  }

  private Node problem() {
    Label sentence = wrapped(lang.bind(model.problemProperty()));
    VBox banner = new VBox(sentence);
    banner.getStyleClass().addAll("banner", "bad");
    shownIfText(banner, sentence);
    return banner;
  }

  private Node facts() {
    Terms terms = new Terms(lang);
    NamedValues facts = new NamedValues()
        .row(lang.bind("palette.rows"), said((f, n) -> f.nodes() ? "" : n.whole(f.rows())))
        .row(lang.bind("palette.nodes"), said((f, n) -> f.nodes() ? n.whole(f.rows()) : ""))
        .row(lang.bind("palette.node"), said((f, n) -> f.nodes() ? lang.say("palette.node.numbers", f.shape()) : ""))
        .row(lang.bind("palette.shape"), said((f, n) -> f.nodes() ? "" : f.shape()))
        .meaning(terms, "shape")
        .row(lang.bind("palette.classes"), said((f, n) -> f.classes() == 0 ? "" : n.whole(f.classes())))
        .row(lang.bind("palette.predicts"), said((f, n) -> new DataTexts(lang).target(f.name(), f.target())))
        .row(lang.bind("palette.train"), said((f, n) -> n.whole(f.train())))
        .meaning(terms, "training-set")
        .row(lang.bind("palette.validation.rows"), said((f, n) -> n.whole(f.validation())))
        .meaning(terms, "validation")
        .row(lang.bind("palette.test.rows"), said((f, n) -> n.whole(f.test())))
        .meaning(terms, "test");
    model.worldProperty().subscribe(environment -> Sight.show(facts, environment.isEmpty()));
    return facts;
  }

  private Node notes() {
    Label notes = wrapped(said((f, n) -> String.join("\n", f.notes().stream().map(this::note).toList())), "note", "warn");
    shownIfText(notes, notes);
    return notes;
  }

  private String note(Message note) {
    return lang.say(note);
  }

  private ObservableValue<String> said(BiFunction<DataFacts, Numbers, String> say) {
    return Bindings.createStringBinding(
        () -> model.factsProperty().get().map(f -> say.apply(f, lang.numbers())).orElse(""), model.factsProperty(), lang.textsProperty());
  }

  private static void shownIfText(Node node, Label label) {
    node.visibleProperty().bind(label.textProperty().isNotEmpty());
    node.managedProperty().bind(node.visibleProperty());
  }

  private static Label wrapped(ObservableValue<String> text, String... styles) {
    Label label = Labels.wrapped("", styles);
    label.textProperty().bind(text);
    return label;
  }
}
