package studio.backprop.ui.design.inspector;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Header of the selection: colour of its group, layer type, and an editable name. */
final class HeaderView extends VBox {
  private final InspectorModel model;
  private final Lang lang;
  private final BooleanProperty renaming = new SimpleBooleanProperty(this, "renaming");
  private final Region band = new Region();
  private final StackPane icon = new StackPane();
  private final Label title = new Label();
  private final Label name = new Label();
  private final TextField field = new TextField();
  private final Button rename = new Button(null, Icon.RENAME.view());
  private final Button look = new Button();
  private final Label refusal = new Label();

  /** @param lookInside opens the inside view of the node */
  HeaderView(InspectorModel model, Lang lang, Hints hints, Runnable lookInside) {
    this.model = model;
    this.lang = lang;
    build(hints);
    bind();
    look.setOnAction(event -> lookInside.run());
  }

  private void build(Hints hints) {
    getStyleClass().add("inspector-head");
    band.getStyleClass().add("band");
    title.getStyleClass().add("panel-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    name.getStyleClass().addAll("mut", "may-be-cut");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Hints.sayWhole(name);
    rename.getStyleClass().addAll("bare", "icon-only");
    hints.explain(rename, KeyCombination.valueOf("F2"), "inspector.rename");
    field.accessibleTextProperty().bind(lang.bind("inspector.name"));
    HBox.setHgrow(field, Priority.ALWAYS);
    look.getStyleClass().add("small");
    look.setId("open-lens");
    look.setMinWidth(Region.USE_PREF_SIZE);
    hints.explain(look, KeyCombination.valueOf("Enter"), "lens.open.help");
    look.accessibleTextProperty().unbind();
    look.textProperty().bind(lang.bind("inspector.open_lens"));
    refusal.getStyleClass().add("refusal");
    HBox own = new HBox(name, field, rename);
    own.getStyleClass().add("own-name");
    VBox words = new VBox(title, own);
    words.getStyleClass().add("words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(band, icon, words, look);
    row.getStyleClass().add("row");
    getChildren().addAll(row, refusal);
  }

  private void bind() {
    BooleanBinding node = model.subjectProperty().isEqualTo(InspectorModel.Subject.NODE);
    title.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(title()), model.subjectProperty(), model.nodeProperty(), model.several().countProperty(), lang.textsProperty()));
    name.textProperty().bind(model.nodeProperty().map(n -> n.map(studio.backprop.network.Node::name).orElse("")));
    refusal.textProperty().bind(lang.bind(model.nameRefusalProperty()));
    shownIf(node, band, icon, look, name.getParent());
    shownIf(node.and(renaming.not()), name, rename);
    shownIf(node.and(renaming), field);
    shownIf(refusal.textProperty().isNotEmpty(), refusal);
    model.nodeProperty().subscribe(n -> n.ifPresent(this::colour));
    model.formProperty().subscribe(form -> renaming.set(false));
    rename.disableProperty().bind(model.lockedProperty());
    rename.setOnAction(e -> begin());
    field.setOnAction(e -> renaming.set(!model.rename(field.getText())));
    field.focusedProperty().subscribe((before, focused) -> leave(focused));
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private Message title() {
    return switch (model.subjectProperty().get()) {
      case PROJECT -> Message.of("inspector.network");
      // for a moment the node is removed and the subject not yet updated
      case NODE -> model.nodeProperty().get().map(node -> node.type().title()).orElse(Message.of("inspector.network"));
      case SEVERAL -> Message.of("inspector.several", model.several().countProperty().getValue());
    };
  }

  private void colour(studio.backprop.network.Node node) {
    band.getStyleClass().setAll("band", node.type().group().name().toLowerCase(Locale.ROOT));
    icon.getStyleClass().setAll("layer-icon", node.type().group().name().toLowerCase(Locale.ROOT));
    icon.getChildren().setAll(Icon.of(node.type()));
  }

  private void begin() {
    field.setText(name.getText());
    renaming.set(true);
    field.requestFocus();
    field.selectAll();
  }

  private void leave(boolean focused) {
    if (!focused && renaming.get()) {
      renaming.set(false);
      if (!model.rename(field.getText())) {
        model.keepName();
      }
    }
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      renaming.set(false);
      model.keepName();
      rename.requestFocus();
      key.consume();
    }
  }

  private static void shownIf(BooleanBinding condition, Node... nodes) {
    for (Node node : nodes) {
      node.visibleProperty().bind(condition);
      node.managedProperty().bind(condition);
    }
  }
}
