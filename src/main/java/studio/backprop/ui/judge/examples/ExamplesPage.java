package studio.backprop.ui.judge.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.data.Part;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.chart.ChartLibrary;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.kit.page.Page;

/** Examples page: table, pictures or scatter plot, with statistics. */
public final class ExamplesPage extends Page {
  private final ExamplesModel model;
  private final ExampleTablePane table;
  private final ExampleImagesPane sheet;
  private final ExampleScatterPane scatter;
  private final TransitionsPane transitions;
  private final StackPane place = new StackPane();
  private final Node nothing;
  private final StringProperty count = new SimpleStringProperty("");
  private Optional<Node> focusedBefore = Optional.empty();

  public ExamplesPage(ExamplesModel model, ChartLibrary charts, Lang lang, Hints hints, ThemeModel theme) {
    super(model, lang, hints, "examples", lang.bind(title(model)));
    this.model = model;
    table = new ExampleTablePane(model, lang, theme);
    sheet = new ExampleImagesPane(model, lang, theme);
    scatter = new ExampleScatterPane(model, charts, lang, theme);
    transitions = new TransitionsPane(model.transitions(), lang, theme);
    nothing = new EmptyState(Icon.FILTER, Bindings.createStringBinding(this::sayNothing, model.listProperty(), model.predictionsProperty(),
        lang.textsProperty()));
    VBox side = new VBox(new ExampleCard(model, lang, theme), new CountsPane(model, charts, lang, theme));
    side.getStyleClass().add("side");
    ScrollPane scroll = new ScrollPane(side);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("side-scroll");
    HBox.setHgrow(place, Priority.ALWAYS);
    place.setMinSize(0, 0);
    HBox body = new HBox(place, scroll);
    transitions.setMinHeight(0);
    VBox.setVgrow(transitions, Priority.ALWAYS);
    Node filters = filters();
    compose(head(), body);
    getChildren().add(1, filters);
    getChildren().add(transitions);
    model.transitions().worldProperty().subscribe(world -> {
      Sight.show(transitions, world.isPresent());
      Sight.show(filters, world.isEmpty());
      Sight.show(body, world.isEmpty());
    });
    model.pageProperty().subscribe(this::turn);
    model.listProperty().subscribe(this::turn);
    lang.whenWrittenAnew(this::turn);
  }

  // --- header

  private HBox head() {
    title.textProperty().bind(lang.bind(title(model)));
    Label counted = new Label();
    counted.getStyleClass().addAll("note", "mut");
    counted.textProperty().bind(count);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, counted, gap, pages(), closeButton("close-examples", "Esc", "examples.close.help"));
    head.getStyleClass().add("bar");
    return head;
  }

  /** An agent has transitions, not examples. */
  private static ObservableValue<Message> title(ExamplesModel model) {
    return model.transitions().worldProperty().map(world -> Message.of(world.isPresent() ? "transitions.title" : "examples.title"));
  }

  private Node pages() {
    Segmented<ExamplesModel.Page> pages = new Segmented<>(lang.bind("examples.page"));
    pages.add(ExamplesModel.Page.TABLE, lang.bind("examples.page.table"), Icon.DATA);
    pages.add(ExamplesModel.Page.PICTURES, lang.bind("examples.page.pictures"), Icon.PICTURE);
    pages.add(ExamplesModel.Page.SCATTER, lang.bind("examples.page.scatter"), Icon.POINTS);
    pages.valueProperty().bindBidirectional(model.pageProperty());
    model.transitions().worldProperty().subscribe(world -> Sight.show(pages, world.isEmpty()));
    model.dataProperty().subscribe(data -> data.ifPresent(d -> {
      Sight.show(pages.getChildren().get(1), d.dataset().hasPictures());
      Sight.show(pages.getChildren().get(2), d.dataset().featureNames().size() > 1);
    }));
    return pages;
  }

  private Node filters() {
    Choice<Optional<Part>> part = new Choice<>(lang, parts(), ExamplesPage::partName, lang.bind("examples.part"));
    part.setId("example-part");
    part.setMaxWidth(Region.USE_PREF_SIZE);
    part.valueProperty().bindBidirectional(model.partProperty());
    Segmented<ExamplesModel.Verdict> verdict = new Segmented<>(lang.bind("examples.verdict"));
    for (ExamplesModel.Verdict one : ExamplesModel.Verdict.values()) {
      verdict.add(one, lang.bind("examples.verdict." + one.name().toLowerCase(Locale.ROOT)));
    }
    verdict.valueProperty().bindBidirectional(model.verdictProperty());
    model.dataProperty().subscribe(data -> Sight.show(verdict, data.filter(ExamplesModel::hasClasses).isPresent()));
    HBox filters = new HBox(part, verdict, threshold(), sorting(), cell(), picked());
    filters.getStyleClass().addAll("bar", "filters");
    return filters;
  }

  /** The decision threshold, where it is not the loss's own. */
  private Node threshold() {
    Label threshold = new Label();
    threshold.setId("example-threshold");
    threshold.getStyleClass().addAll("note", "mut");
    threshold.setMinWidth(Region.USE_PREF_SIZE);
    threshold.textProperty().bind(Bindings.createStringBinding(this::sayThreshold, model.predictionsProperty(), lang.textsProperty(),
        lang.numbersProperty()));
    new Terms(lang).explain(threshold, "threshold");
    threshold.textProperty().subscribe(said -> Sight.show(threshold, !said.isEmpty()));
    return threshold;
  }

  private String sayThreshold() {
    OptionalDouble own = model.predictionsProperty().get().map(Predictions::ownThreshold).orElse(OptionalDouble.empty());
    return own.isEmpty() ? "" : lang.say("examples.threshold", lang.numbers().threshold(own.getAsDouble()));
  }

  private Node sorting() {
    Choice<ExampleSorting> sorting = new Choice<>(
        lang, List.of(), one -> Message.of("examples.sorting." + one.name().toLowerCase(Locale.ROOT)), lang.bind("examples.sorting"));
    sorting.setId("example-sorting");
    sorting.setMaxWidth(Region.USE_PREF_SIZE);
    sorting.keep(model.sortingProperty(), model::sort);
    model.dataProperty().subscribe(data -> data.ifPresent(d -> {
      sorting.getItems().setAll(ExampleSorting.of(d));
      sorting.setValue(model.sortingProperty().getValue()); // other items clear the value
    }));
    Label name = new Label();
    name.getStyleClass().add("mut");
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.textProperty().bind(lang.bind("examples.sorting"));
    name.setLabelFor(sorting);
    HBox pair = new HBox(name, sorting);
    pair.getStyleClass().add("sorting");
    model.pageProperty().subscribe(page -> Sight.show(pair, page == ExamplesModel.Page.PICTURES));
    return pair;
  }

  /** The filtered cell of the confusion matrix; a click removes the filter. */
  private Node cell() {
    Button cell = new Button(null, Icon.CLOSE.view());
    cell.getStyleClass().add("picked");
    cell.setMnemonicParsing(false); // class names contain underscores
    cell.textProperty().bind(Bindings.createStringBinding(this::sayCell, model.cellProperty(), model.dataProperty(), lang.textsProperty()));
    hints.explain(cell, "examples.cell.help");
    cell.accessibleTextProperty().bind(cell.textProperty());
    cell.setOnAction(e -> model.cellProperty().set(Optional.empty()));
    model.cellProperty().subscribe(now -> Sight.show(cell, now.isPresent()));
    return cell;
  }

  /** Number of examples selected in another page; a click removes the filter. */
  private Node picked() {
    Button picked = new Button(null, Icon.CLOSE.view());
    picked.setId("example-picked");
    picked.getStyleClass().add("picked");
    picked.textProperty().bind(Bindings.createStringBinding(
        () -> model.pickedProperty().get().map(some -> lang.say("examples.picked", some.size())).orElse(""), model.pickedProperty(),
        lang.textsProperty()));
    hints.explain(picked, "examples.picked.help");
    picked.accessibleTextProperty().bind(picked.textProperty());
    picked.setOnAction(e -> model.pickedProperty().set(Optional.empty()));
    model.pickedProperty().subscribe(now -> Sight.show(picked, now.isPresent()));
    return picked;
  }

  private static List<Optional<Part>> parts() {
    List<Optional<Part>> parts = new ArrayList<>(List.of(Optional.empty()));
    Arrays.stream(Part.values()).map(Optional::of).forEach(parts::add);
    return parts;
  }

  private static Message partName(Optional<Part> part) {
    return Message.of("examples.part." + part.map(p -> p.name().toLowerCase(Locale.ROOT)).orElse("all"));
  }

  private String sayCell() {
    return model.cellProperty().get().flatMap(cell -> model.dataProperty().getValue().filter(ExamplesModel::hasClasses).map(data -> {
      String truth = new ExamplesTexts(lang).ofClass(data, cell.truth());
      return cell.predicted() == ExamplesModel.Cell.ANY
          ? lang.say("examples.class", truth)
          : lang.say("examples.cell", truth, new ExamplesTexts(lang).ofClass(data, cell.predicted()));
    })).orElse("");
  }

  // --- content

  /** Restores the focus of the time before the examples were opened. */
  @Override
  protected void opened(boolean now) {
    if (now) {
      focusedBefore = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    } else {
      focusedBefore.ifPresent(Node::requestFocus);
    }
  }

  private Node focusOfPage() {
    if (model.transitions().acts()) {
      return transitions.focus();
    }
    return switch (model.pageProperty().get()) {
      case TABLE -> table.focus();
      case PICTURES -> sheet.focus();
      case SCATTER -> scatter.focus();
    };
  }

  private void turn() {
    if (model.transitions().acts()) {
      count.set("");
      if (model.openProperty().get() && !hasFocus()) {
        transitions.focus().requestFocus();
      }
      return;
    }
    Node page = switch (model.pageProperty().get()) {
      case TABLE -> table;
      case PICTURES -> sheet;
      case SCATTER -> scatter;
    };
    int size = model.listProperty().get().map(ExampleList::size).orElse(0);
    Node wanted = size == 0 ? nothing : page;
    if (place.getChildren().size() != 1 || place.getChildren().get(0) != wanted) {
      place.getChildren().setAll(wanted);
      if (size > 0 && !hasFocus()) {
        focusOfPage().requestFocus();
      }
    }
    count.set(model.dataProperty().getValue().map(data -> lang.say("examples.count", size, data.dataset().rows())).orElse(""));
  }

  /** Asks the scene: focusWithin of a node is not updated when the focused child is removed. */
  private boolean hasFocus() {
    Node at = getScene() == null ? null : getScene().getFocusOwner();
    while (at != null && at != this) {
      at = at.getParent();
    }
    return at == this;
  }

  private String sayNothing() {
    if (model.dataProperty().getValue().isEmpty()) {
      return lang.say("examples.loading");
    }
    return lang.say(model.predictionsProperty().get().isEmpty() ? "examples.not_asked" : "examples.none");
  }
}
