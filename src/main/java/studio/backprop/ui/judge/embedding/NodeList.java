package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.network.Node;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/** List of the input and all nodes with the sizes of their outputs; the selected one is laid out. */
final class NodeList extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final EmbeddingModel model;
  private final Lang lang;
  private final EmbeddingTexts words;
  private final VBox list = new VBox();
  private List<Object> listed = List.of();

  NodeList(EmbeddingModel model, Lang lang, EmbeddingTexts words) {
    this.model = model;
    this.lang = lang;
    this.words = words;
    getStyleClass().add("node-list");
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind("embedding.layer"));
    list.getStyleClass().add("list");
    getChildren().addAll(title, list);
    model.nodesProperty().subscribe(this::show);
    model.choiceProperty().subscribe(this::show);
    model.stateProperty().subscribe(this::show);
    lang.whenWrittenAnew(this::show);
  }

  private void show() {
    List<Object> wanted = new ArrayList<>(List.of(model.nodesProperty().get(), lang.texts()));
    model.data().ifPresent(data -> wanted.add(data.dataset()));
    if (!wanted.equals(listed)) {
      listed = wanted;
      boolean focused = list.isFocusWithin();
      fill();
      mark();
      if (focused) { // keeps the focus in the page
        list.getChildren().stream().filter(row -> row.getPseudoClassStates().contains(CHOSEN)).forEach(row -> row.requestFocus());
      }
    }
    mark();
  }

  private void mark() {
    OptionalInt chosen = model.choiceProperty().get().node();
    list.getChildren().forEach(row -> row.pseudoClassStateChanged(CHOSEN, chosen.equals(row.getUserData())));
  }

  private void fill() {
    list.getChildren().clear();
    model.data().ifPresent(data -> {
      list.getChildren().add(row("neutral", words.node(model, OptionalInt.empty()), data.dataset().inputShape().rank() > 1
          ? lang.say("embedding.shape", data.dataset().inputShape().toString(), data.dataset().width())
          : lang.numbers().whole(data.dataset().width()), OptionalInt.empty()));
      for (Node node : model.nodesProperty().get()) {
        list.getChildren().add(row(node.type().group().name().toLowerCase(Locale.ROOT), node.name(), words.size(model, node),
            OptionalInt.of(node.id())));
      }
    });
  }

  private Button row(String group, String name, String size, OptionalInt node) {
    Region band = new Region();
    band.getStyleClass().addAll("band", group);
    Label named = new Label(name);
    named.setMinWidth(0);
    Hints.sayWhole(named);
    Label sized = new Label(size);
    sized.getStyleClass().addAll("note", "mut");
    Button row = new Button(null, new HBox(band, new VBox(named, sized)));
    row.setId("embed-" + (node.isPresent() ? name : "input"));
    row.getStyleClass().addAll("bare", "node-row");
    row.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    row.setAccessibleText(lang.say("embedding.point", name, size));
    row.setMaxWidth(Double.MAX_VALUE);
    row.setUserData(node);
    row.setOnAction(event -> model.choiceProperty().set(model.offer().suited(model.choiceProperty().get().withNode(node))));
    return row;
  }
}
