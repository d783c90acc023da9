package studio.backprop.ui.inside.lens;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.observe.Example;
import studio.backprop.run.Run;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Segmented;

/** Header of the lens: back button, node and example, and the displayed quantity. */
final class LensHead extends HBox {
  /** Width below which not all names fit, in px. */
  private static final double NARROW = 1000;

  private final LensDesk desk;
  private final LensModel model;
  private final Lang lang;

  LensHead(LensDesk desk, ReadOnlyDoubleProperty width) {
    this.desk = desk;
    this.model = desk.model();
    this.lang = desk.lang();
    Button back = new Button(null, Icon.CHEVRON_LEFT.view());
    back.setId("leave-lens");
    back.textProperty().bind(lang.bind("lens.back"));
    desk.hints().explain(back, KeyCombination.valueOf("Esc"), "lens.back.help");
    back.setOnAction(event -> model.leave());
    back.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(back, crumbs(width), gap, quantities(), example(), nodes());
    getStyleClass().add("bar");
  }

  private Node crumbs(ReadOnlyDoubleProperty width) {
    Label project = new Label();
    project.getStyleClass().add("mut");
    project.textProperty().bind(lang.bind(model.projectTitle()));
    Label node = new Label();
    node.getStyleClass().add("strong");
    node.textProperty().bind(model.nodeProperty().map(now -> now.map(studio.backprop.network.Node::name).orElse("")));
    Label kind = new Label();
    kind.getStyleClass().add("mut");
    kind.textProperty().bind(Bindings.createStringBinding(
        () -> model.nodeProperty().get().map(now -> lang.say(now.type().title())).orElse(""), model.nodeProperty(), lang.textsProperty()));
    Node chevron = Icon.CHEVRON_RIGHT.view();
    for (Node less : List.of(project, chevron, kind)) { // the node's name matters more
      less.visibleProperty().bind(width.greaterThan(NARROW));
      less.managedProperty().bind(less.visibleProperty());
    }
    HBox crumbs = new HBox(project, chevron, node, kind);
    crumbs.getStyleClass().add("crumbs");
    return crumbs;
  }

  private Node quantities() {
    Segmented<Quantity> quantities = new Segmented<>(lang.bind("lens.quantity"));
    for (Quantity one : Quantity.values()) {
      quantities.add(one, lang.bind("lens.quantity." + one.name().toLowerCase(Locale.ROOT)));
      quantities.explain(one, desk.hints(), KeyCombination.valueOf(String.valueOf(one.ordinal() + LensPage.FIRST_DIGIT)), "lens.quantity."
          + one.name().toLowerCase(Locale.ROOT) + ".help");
    }
    quantities.setMinWidth(USE_PREF_SIZE);
    quantities.valueProperty().bindBidirectional(model.quantityProperty());
    return quantities;
  }

  private Node example() {
    Label said = new Label();
    said.getStyleClass().addAll("note", "mut");
    said.textProperty().bind(Bindings.createStringBinding(
        this::sayExample, model.run().observation().exampleProperty(), model.run().runProperty(), lang.textsProperty()));
    HBox pair = new HBox(
        step(Icon.CHEVRON_LEFT, "lens.example.previous", "Comma", () -> model.chooseExample(-1)), said,
        step(Icon.CHEVRON_RIGHT, "lens.example.next", "Period", () -> model.chooseExample(1)));
    pair.getStyleClass().add("pair");
    return pair;
  }

  private String sayExample() {
    Run run = model.run().runProperty().get();
    Example example = model.run().observation().exampleProperty().get();
    if (run == null || example.drawn().isPresent()) {
      return run == null ? "" : lang.say(model.run().generator().runs() ? "lens.example.clicked" : "lens.example.drawn");
    }
    return lang.texts().say( // a place is nothing to be hidden
        "lens.example", example.row() + 1, run.data().rows(example.part()),
        lang.say("examples.part." + example.part().name().toLowerCase(Locale.ROOT)));
  }

  private Node nodes() {
    HBox pair = new HBox(
        step(Icon.STEP_BACK, "lens.node.previous", "Page_Up", () -> model.turn(-1)),
        step(Icon.STEP, "lens.node.next", "Page_Down", () -> model.turn(1)));
    pair.getStyleClass().add("pair");
    return pair;
  }

  private Button step(Icon icon, String key, String keys, Runnable action) {
    Button button = new Button(null, icon.view());
    button.getStyleClass().addAll("bare", "icon-only");
    button.setOnAction(event -> action.run());
    desk.hints().explain(button, KeyCombination.valueOf(keys), key);
    return button;
  }
}
