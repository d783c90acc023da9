package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.layer.Layer;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.WorkNote;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.kit.form.FormView;
import studio.backprop.ui.kit.form.NamedValues;
import studio.backprop.ui.workspace.document.Mender;

/** Page of one node: problems, settings, shapes and size of its last update. */
final class NodePage extends VBox {
  private static final int MAX_COLUMNS = 5;

  private final InspectorModel model;
  private final Lang lang;

  NodePage(InspectorModel model, Lang lang, Hints hints, Mender mender) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("page");
    VBox form = new VBox();
    model.formProperty().subscribe(now -> show(form, now, hints));
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    ProspectTable prospect = new ProspectTable(model, lang, mender);
    NamedValues facts = facts();
    facts.visibleProperty().bind(prospect.visibleProperty().not());
    facts.managedProperty().bind(facts.visibleProperty());
    rule.visibleProperty().bind(facts.visibleProperty());
    rule.managedProperty().bind(facts.visibleProperty());
    WorkNote looking = new WorkNote(lang, "problem.looking");
    looking.workingProperty().bind(model.lookingProperty());
    getChildren().addAll(new ProblemNote(model, lang), looking, prospect, form, rule, facts, update(), sights());
  }

  private void show(VBox place, FormModel<Layer> form, Hints hints) {
    place.getChildren().clear();
    if (form != null) {
      place.getChildren().add(form.settings().isEmpty() ? nothingToSet() : new FormView<>(lang, hints, form).dice(model.dice(),
          setting -> model.nodeProperty().get().map(node -> node.name()).orElse("") + "." + setting.name()));
    }
  }

  private Label nothingToSet() {
    Label label = new Label();
    label.getStyleClass().add("mut");
    label.textProperty().bind(lang.bind("inspector.no_settings"));
    return label;
  }

  private NamedValues facts() {
    Terms terms = new Terms(lang);
    return new NamedValues()
        .row(lang.bind("inspector.columns"), said((f, n) -> columns(f.columns())))
        .row(lang.bind("inspector.in"), said((f, n) -> sizes(f.inputs())), said((f, n) -> axes(f.inputs())))
        .row(
            lang.bind("inspector.out"),
            said((f, n) -> f.output().map(this::size).orElse(lang.say("inspector.unknown"))),
            said((f, n) -> axes(f.output().stream().toList())))
        .meaning(terms, "shape")
        .row(
            lang.bind("inspector.parameters"),
            said((f, n) -> f.known() ? n.whole(f.parameters()) : lang.say("inspector.unknown")),
            said((f, n) -> f.owner().isEmpty() ? f.calculation() : lang.say("inspector.shared", f.owner())))
        .meaning(terms, "parameter")
        .row(lang.bind("inspector.flops"), said((f, n) -> f.known() ? n.whole(f.flops()) : lang.say("inspector.unknown")),
            lang.bind("inspector.flops.detail"))
        .meaning(terms, "flops");
  }

  /** For the node where real and generated examples meet, also the discriminator's outputs. */
  private VBox sights() {
    VBox place = new VBox();
    ObservableValue<Boolean> meets = model.nodeProperty().map(node -> node.filter(one -> one.layer().joinsBatches()).isPresent());
    ObservableValue<Boolean> shown = meets.flatMap(yes -> yes ? model.project().adversarial().there() : new SimpleBooleanProperty());
    shown.subscribe(yes -> {
      if (yes && place.getChildren().isEmpty()) {
        place.getChildren().add(new AdversarialSights(model.project().adversarial(), lang));
      }
    });
    place.visibleProperty().bind(shown);
    place.managedProperty().bind(shown);
    return place;
  }

  private VBox update() {
    NumbersModel numbers = model.numbers();
    UpdateBar bar = new UpdateBar();
    bar.ratioProperty().bind(numbers.updateRatioProperty());
    bar.accessibleTextProperty().bind(lang.bind("inspector.update"));
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind("inspector.update"));
    new Terms(lang).explain(title, "update-ratio");
    Label value = new Label();
    value.getStyleClass().add("strong");
    value.textProperty().bind(ratio(r -> lang.numbers().significantPercent(r, 2)));
    Label word = new Label();
    word.getStyleClass().add("mut");
    word.textProperty().bind(ratio(r -> lang.say(UpdateSize.of(r).title())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, value, word);
    head.getStyleClass().add("head");
    VBox box = new VBox(head, bar);
    box.getStyleClass().add("update");
    box.visibleProperty().bind(numbers.updateRatioProperty().greaterThan(0));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private ObservableValue<String> ratio(Function<Double, String> say) {
    return Bindings.createStringBinding(
        () -> say.apply(model.numbers().updateRatioProperty().get()), model.numbers().updateRatioProperty(), lang.textsProperty());
  }

  private ObservableValue<String> said(BiFunction<NodeFacts, Numbers, String> say) {
    return Bindings.createStringBinding(
        () -> say.apply(model.factsProperty().get(), lang.numbers()), model.factsProperty(), lang.textsProperty());
  }

  /** All of few columns; of many the first and last, one a line. */
  private static String columns(List<String> columns) {
    List<String> named = columns.size() <= MAX_COLUMNS ? columns : List.of(columns.get(0), "…", columns.get(columns.size() - 1));
    return String.join("\n", named);
  }

  private String sizes(List<Shape> shapes) {
    return shapes.stream().map(this::size).collect(Collectors.joining("\n"));
  }

  private String size(Shape shape) {
    return shape.rank() == 0 ? lang.say("inspector.scalar") : shape.toString();
  }

  private String axes(List<Shape> shapes) {
    return shapes.stream().map(this::axes).collect(Collectors.joining("\n"));
  }

  private String axes(Shape shape) {
    if (shape.rank() == 1 && shape.nodeAxes() == 0) {
      return lang.say("inspector.features", shape.count());
    }
    return IntStream.range(0, shape.rank()).mapToObj(axis -> lang.say(shape.title(axis))).collect(Collectors.joining(" × "));
  }
}
